from typing import Any

import pytest

OUTCOMES = [
    {
        "kind": "PRIMARY",
        "measure": "Overall survival",
        "time_frame": "24 months",
        "description": "from the first session to death",
    },
    {
        "kind": "SECONDARY",
        "measure": "Adverse events by scale v3.0",
        "time_frame": "2 years",
        "description": "all grades",
    },
    {"kind": "SECONDARY", "measure": "Time to progression", "time_frame": "12 months"},
]
ARMS = [
    {
        "key": "A1",
        "label": "Marvel and heat",
        "description": "Marvelimab 200 mg twice daily by mouth for 6 weeks, with heat",
    },
    {"key": "A2", "label": "Heat only"},
]
INTERVENTIONS = [{"key": "I1", "name": "Marvelimab"}, {"key": "I2", "name": "Heat"}]


def test_true_rows_are_verified(check: Any, page: str) -> None:
    found = check(
        page,
        {"outcomes": OUTCOMES, "arms": ARMS, "interventions": INTERVENTIONS},
        {
            "/outcomes/0/kind": "Primary Outcome Measures",
            "/outcomes/1/kind": "Secondary Outcome Measures",
            "/outcomes/2/kind": "Secondary Outcome Measures",
        },
    )
    assert {pointer: str(e.status) for pointer, e in found.evidence.items() if e.status != "VERIFIED"} == {}


@pytest.mark.parametrize("field", ["time_frame", "description"])
def test_a_cell_of_another_row_is_unsupported(check: Any, page: str, field: str) -> None:
    swapped = [dict(outcome) for outcome in OUTCOMES]
    swapped[0][field], swapped[1][field] = swapped[1][field], swapped[0][field]
    found = check(page, {"outcomes": swapped})
    assert found.evidence[f"/outcomes/0/{field}"].status == "UNSUPPORTED"
    assert found.evidence[f"/outcomes/1/{field}"].status == "UNSUPPORTED"


def test_a_place_in_another_row_is_unsupported_even_for_equal_words(check: Any) -> None:
    text = "Primary Outcome Measures\nsurvival12 months\nrelapse12 months\n"
    record = {
        "outcomes": [
            {"kind": "PRIMARY", "measure": m, "time_frame": "12 months"} for m in ("survival", "relapse")
        ]
    }
    at = text.index("12 months")
    assert (
        check(text, record, {"/outcomes/0/time_frame": [("12 months", at)]})
        .evidence["/outcomes/0/time_frame"]
        .status
        == "VERIFIED"
    )
    assert (
        check(text, record, {"/outcomes/1/time_frame": [("12 months", at)]})
        .evidence["/outcomes/1/time_frame"]
        .status
        == "UNSUPPORTED"
    )


def test_a_description_of_another_arm_is_unsupported(check: Any, page: str) -> None:
    swapped = [{**ARMS[0], "description": None}, {**ARMS[1], "description": ARMS[0]["description"]}]
    found = check(page, {"arms": swapped, "interventions": INTERVENTIONS})
    assert found.evidence["/arms/1/description"].status == "UNSUPPORTED"
    assert found.evidence["/arms/1/label"].status == "UNSUPPORTED"


def test_in_prose_the_first_arm_a_sentence_names_owns_it(check: Any) -> None:
    text = "Patients in the blue group get heat. Patients in the red group get no blue group heat.\n"
    arms = [
        {"key": "A1", "label": "blue group", "description": "get no blue group heat"},
        {"key": "A2", "label": "red group"},
    ]
    assert check(text, {"arms": arms}).evidence["/arms/0/description"].status == "UNSUPPORTED"


def test_a_rank_comes_from_the_heading_above_the_measure(check: Any, page: str) -> None:
    wrong = [{**OUTCOMES[2], "kind": "PRIMARY"}]
    quotes = {"/outcomes/0/kind": "Primary Outcome Measures"}
    assert check(page, {"outcomes": wrong}, quotes).evidence["/outcomes/0/kind"].status == "UNSUPPORTED"
