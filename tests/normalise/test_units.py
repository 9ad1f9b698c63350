import pytest

from extractor.normalise.units import codes_of, unit_at


@pytest.mark.parametrize(
    ("text", "printed", "codes"),
    [
        ("9 g/dl", "g/dl", ("g/dL",)),
        ("9mg/m2 daily", "mg/m2", ("mg/m2",)),
        ("1000/mm3", "/mm3", ("/mm3",)),
        ("5 months", "months", ("mo",)),
        ("1000/cubic millimetre", "/cubic millimetre", ("/mm3",)),
        ("5 mgs", None, None),
        ("5 apples", None, None),
    ],
)
def test_a_unit_is_read_as_a_whole(text: str, printed: str | None, codes: tuple[str, ...] | None) -> None:
    end = next(at for at, character in enumerate(text) if not character.isdigit())
    unit = unit_at(text, end)
    assert (text[unit.start : unit.end] if unit else None) == printed
    assert (unit.ucum if unit else None) == codes


def test_a_printed_form_may_stand_for_two_codes() -> None:
    assert set(codes_of("G/L")) == {"g/L", "10*9/L"}


def test_what_no_table_has_is_no_code() -> None:
    assert codes_of("bushels") == ()
