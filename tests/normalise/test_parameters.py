import pytest

from extractor._data import table
from extractor.normalise.parameters import mentions
from extractor.normalise.terms import lookup


def named(text: str) -> list[tuple[str | None, str]]:
    return [(one.norm, text[one.start : one.end]) for one in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serum creatinine level of", [("CREATININE", "creatinine")]),
        ("Peripheral white blood cell count", [("WBC", "white blood cell count")]),
        ("Absolute neutrophil count", [("ANC", "Absolute neutrophil count")]),
        ("Anticipated life expectancy", [("LIFE_EXPECTANCY", "life expectancy")]),
        ("Expected survival", [("LIFE_EXPECTANCY", "Expected survival")]),
        ("PT-INR<2", [("INR", "PT-INR")]),
        ("creatinine clearance", [("CREATININE_CLEARANCE", "creatinine clearance")]),
        ("AST/ALT", [("AST", "AST"), ("ALT", "ALT")]),
        ("CD4+ cell count", [("CD4_COUNT", "CD4+ cell count")]),
    ],
)
def test_a_name_is_the_shortest_that_names_the_same(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_short_names_are_read_in_their_own_case_only() -> None:
    assert named("Pt with PT") == [("PT", "PT")]


def test_every_name_that_is_read_is_one_of_the_table() -> None:
    for norm, names in table("parameters").items():
        for name in names:
            assert lookup("parameters", name) == norm
            for one in mentions(name):
                assert lookup("parameters", name[one.start : one.end]) == one.norm
