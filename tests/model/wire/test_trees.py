from typing import Any

import pytest
from wire_answers import answer, read, row

from extractor.model.wire.forms import form_of
from extractor.model.wire.part import Part
from extractor.model.wire.reading import AnswerError
from extractor.records.finding import FindingCode

CRITERIA = form_of(("eligibility",))
ARMS = form_of(("arms", "interventions"))


def planted(*rows: tuple[int, int | None, str]) -> Part:
    """Criteria by id, parent and list; the text of each is its id."""
    criteria = [
        row(
            CRITERIA,
            "Criterion",
            id=number,
            parent=above,
            list=side,
            text=str(number),
            op="LEAF",
            negated=False,
        )
        for number, above, side in rows
    ]
    return read(CRITERIA, answer(CRITERIA, criteria=criteria))


def shape(nodes: list[dict[str, Any]]) -> list[Any]:
    return [(node["text"], shape(node["children"])) if node["children"] else node["text"] for node in nodes]


def regimen(of: str, label: str) -> dict[str, Any]:
    return row(ARMS, "Regimen", of=of, label=label, text=f"{label}, a cup")


def test_rows_become_trees_in_the_order_of_the_rows() -> None:
    inside, outside = "INCLUSION", "EXCLUSION"
    part = planted((1, None, inside), (5, None, outside), (2, 1, inside), (4, 2, inside), (3, 1, inside))
    assert shape(part.record["eligibility"]["inclusion"]) == [("1", [("2", ["4"]), "3"])]
    assert shape(part.record["eligibility"]["exclusion"]) == ["5"]


def test_a_child_may_come_before_its_parent() -> None:
    part = planted((2, 1, "INCLUSION"), (1, None, "INCLUSION"))
    assert shape(part.record["eligibility"]["inclusion"]) == [("1", ["2"])]


def test_no_rows_are_empty_lists() -> None:
    eligibility = planted().record["eligibility"]
    assert (eligibility["inclusion"], eligibility["exclusion"]) == ([], [])


def test_the_numbers_of_rows_are_no_part_of_the_record() -> None:
    (node,) = planted((1, None, "INCLUSION")).record["eligibility"]["inclusion"]
    assert node.keys() & {"id", "parent", "list"} == set()
    assert (node["constraints"], node["children"]) == ([], [])


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_circle_of_parents_is_a_fault_of_each_of_its_rows(size: int) -> None:
    circle = [(number, number % size + 1, "INCLUSION") for number in range(1, size + 1)]
    with pytest.raises(AnswerError) as caught:
        planted(*circle)
    assert caught.value.faults == tuple(
        f"/criteria/{position}/parent: the criterion is a part of itself" for position in range(size)
    )


def test_of_a_row_below_a_circle_only_the_circle_is_named() -> None:
    with pytest.raises(AnswerError) as caught:
        planted((1, 1, "INCLUSION"), (2, 1, "INCLUSION"))
    assert caught.value.faults == ("/criteria/0/parent: the criterion is a part of itself",)


def test_so_many_criteria_stand_inside_each_other_and_no_more() -> None:
    chain = [(number, number - 1 or None, "INCLUSION") for number in range(1, 5001)]
    assert planted(*chain[:12]).findings == []
    with pytest.raises(AnswerError, match="/criteria/12/parent: more than 12 criteria inside each other"):
        planted(*chain)


def test_regimens_go_to_what_their_label_names() -> None:
    arms = [row(ARMS, "Arm", label=label, listed=True) for label in ("Tea", "Tea", "Water")]
    interventions = [row(ARMS, "Intervention", name="Tea", listed=True)]
    regimens = [regimen("ARM", "tea #2"), regimen("INTERVENTION", "TEA"), regimen("ARM", "Tea")]
    part = read(ARMS, answer(ARMS, arms=arms, interventions=interventions, regimens=regimens))
    texts = [[one["text"] for one in arm["regimens"]] for arm in part.record["arms"]]
    assert texts == [["Tea, a cup"], ["tea #2, a cup"], []]
    (intervention,) = part.record["interventions"]
    assert [one["text"] for one in intervention["regimens"]] == ["TEA, a cup"]
    assert "label" not in intervention["regimens"][0]
    assert part.findings == []


@pytest.mark.parametrize(
    ("of", "code", "pointer"),
    [
        ("ARM", FindingCode.ORPHAN_ARM, "/arms"),
        ("INTERVENTION", FindingCode.ORPHAN_INTERVENTION, "/interventions"),
    ],
)
def test_a_regimen_of_nobody_is_left_out_by_name(of: str, code: FindingCode, pointer: str) -> None:
    arms = [row(ARMS, "Arm", label="Tea", listed=True)]
    part = read(ARMS, answer(ARMS, arms=arms, regimens=[regimen(of, "Milk")]))
    assert part.record["arms"][0]["regimens"] == []
    assert [(one.code, one.pointer) for one in part.findings] == [(code, pointer)]
    assert "'Milk'" in part.findings[0].message
