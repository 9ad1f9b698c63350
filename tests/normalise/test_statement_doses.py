import pytest

from extractor.normalise.dose_statements import statements
from extractor.normalise.printed_regimens import PrintedDose
from extractor.normalise.statement_doses import dose_of, moved


def _dose(text: str) -> PrintedDose:
    (part,) = statements(text)
    found, _ = dose_of(text, part, 0)
    assert found is not None
    return found


def test_a_place_is_moved_on() -> None:
    assert (moved((1, 3), 2), moved(None, 2)) == ((3, 5), None)


def test_what_is_divided_is_the_amount_of_a_day_and_its_place_is_spent() -> None:
    text = "heatol 1500 mg daily in 3 divided doses"
    (part,) = statements(text)
    found, spent = dose_of(text, part, 0)
    assert found is not None
    assert found.value is None
    assert [text[slice(*place)] for place in spent] == ["1500 mg daily"]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("heatol 10 mg as heatol free base", "as heatol free base"),
        ("rays 45 Gy in 25 fractions", "in 25 fractions"),
        ("heatol 10 mg based on body weight", None),
        ("heatol 75 mg was chosen based on a study", None),
    ],
)
def test_a_basis_is_what_the_amount_refers_to(text: str, basis: str | None) -> None:
    place = _dose(text).basis
    assert (text[slice(*place)] if place else None) == basis


def test_a_strength_and_a_count_are_not_multiplied() -> None:
    found = _dose("heatol 200 mg tablet, 2 tablets daily")
    assert (found.value, found.units_per_dose) == (None, 2)
