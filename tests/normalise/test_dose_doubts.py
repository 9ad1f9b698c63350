import pytest

from extractor.normalise.dose_amounts import amounts, bounds_amount, doubtful_amounts
from extractor.normalise.dose_doubts import is_limit, placebo_for


@pytest.mark.parametrize(
    "text",
    [
        "heatol at a maximum of 20 mg",
        "heatol (max. 20 mg)",
        "not exceeding 20 mg",
        "heatol ≤ 20 mg",
        "less than 20 mg of heatol",
        "increased every 3 days by 20 mg",
        "in steps of 20 mg",
        "the dose may be reduced to 20 mg",
        "equivalent to 20 mg of coldol",
        "20 mg of coldol is permitted",
        "each 20 mg contain tea",
        "a cumulative dose of 20 mg",
        "below 20 mg",
        "prior treatment with heatol 20 mg",
        "responses after 20 mg",
        "placebo to match heatol 20 mg",
    ],
)
def test_what_bounds_or_changes_a_dose_is_no_amount_given(text: str) -> None:
    at = text.index("20 mg")
    assert is_limit(text, at, at + 5, "mg")
    assert amounts(text) == ()


def test_what_caps_an_amount_by_weight_is_no_second_amount() -> None:
    assert [str(one.value) for one in amounts("1 mg/kg up to 20 mg")] == ["1"]


@pytest.mark.parametrize("text", ["diluted in 100 mL of tea", "dissolved in a total volume of 100 mL"])
def test_what_a_drug_is_dissolved_in_is_no_amount_given(text: str) -> None:
    assert amounts(text) == ()


@pytest.mark.parametrize(
    "text", ["followed by 20 mg daily", "then reduced to 20 mg daily", "20 mg daily", "tea with 20 mL daily"]
)
def test_other_amounts_are_given(text: str) -> None:
    assert not bounds_amount(text)
    assert len(amounts(text)) == 1


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("heatol 5, 10 and 20 mg", "20 mg"),
        ("heatol 5 and 20 mg", "20 mg"),
        ("heatol 5 or 20 mg", "5 or 20 mg"),
        ("tea at 20 mL/s", "20 mL"),
        ("heatol 1 200 mg daily", "200 mg"),
        ("heatol 1.000 mg", "1.000 mg"),
        ("heatol 50.125 IU", "50.125 IU"),
        ("0.5 mg kg-1", "0.5 mg"),
        ("1,5 mg of 0.5 mg/mL", "1,5 mg"),
    ],
)
def test_a_number_that_may_be_another_is_left_out(text: str, left_out: str) -> None:
    assert [text[slice(*place)] for place in doubtful_amounts(text)] == [left_out]
    assert amounts(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "on days 1, 8 and 15 20 mg",
        "group 2 200 mg",
        "1 200 mg tablet",
        "3.125 mg",
        "2,5 mg",
        "levels of 150 ng/mL",
    ],
)
def test_other_numbers_are_read(text: str) -> None:
    assert doubtful_amounts(text) == ()


def test_a_placebo_that_looks_like_a_drug_is_named() -> None:
    text = "Placebo tablets matching heatol 5 mg"
    found = placebo_for(text, text.index("5 mg"))
    assert found is not None
    assert text[slice(*found)] == "Placebo"
    assert placebo_for("Heatol or placebo, then coldol 5 mg", 28) is None


@pytest.mark.parametrize(
    "text",
    [
        "blood samples of 10 mL",
        "10 mL of venous blood will be taken",
        "75 g OGTT",
        "birth weight 1000-1500 g",
        "blood loss of 500 mL",
        "proteinuria 1 g/day",
    ],
)
def test_what_is_measured_is_not_given(text: str) -> None:
    assert amounts(text) == ()


def test_blood_may_be_given() -> None:
    assert len(amounts("transfusion of 10 mL/kg of blood")) == 1
