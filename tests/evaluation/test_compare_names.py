import pytest

from extractor.evaluation.compare_names import Named, identifier
from extractor.records.comparator import Comparator


@pytest.mark.parametrize(
    ("gold", "predicted", "reason"),
    [
        ("NCT00921531", " nct00921531", "identifier: equal"),
        ("NCT00921531", "NCT00921532", "identifier: differs"),
        ("NCT00921531", "NCT0092153", "identifier: differs, BAD_PATTERN"),
        ("NCT00921531", "Sorafenib", "identifier: differs, BAD_PATTERN"),
        ("CTO 1234", "CTO 1235", "identifier: differs"),
    ],
)
def test_a_value_without_the_pattern_of_golds_registry_is_no_identifier(
    gold: str, predicted: str, reason: str
) -> None:
    assert identifier(gold, predicted).reason == reason


def test_names_are_compared_through_their_table() -> None:
    agents = Named("agents")
    assert agents("sorafenib", "Nexavar").equal
    assert not agents("sorafenib", "regorafenib").equal
    assert not agents("sorafenib", "sorafenibum").equal
    assert agents("no entry", "no entry").equal


@pytest.mark.parametrize(
    ("gold", "predicted", "partial"),
    [
        ("BILIRUBIN_TOTAL", "BILIRUBIN", "PARENT"),
        ("BILIRUBIN", "BILIRUBIN_TOTAL", "CHILD"),
        ("ALT", "AST", None),
    ],
)
def test_a_wider_name_is_right_in_part(gold: str, predicted: str, partial: str | None) -> None:
    verdict = Named("parameters")(gold, predicted)
    assert not verdict.equal
    assert verdict.partial == partial


def test_members_of_enums_have_names_too() -> None:
    assert Named("parameters").canonical(Comparator.GE) == "GE"
