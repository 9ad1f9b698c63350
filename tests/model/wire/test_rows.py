from extractor.model.wire.derive import asked_fields
from extractor.model.wire.rows import HOLDERS, LISTS, criterion_rows, missing_rows, regimen_rows
from extractor.records.eligibility import Eligibility
from extractor.records.missing import MissingReason
from extractor.records.record import TrialRecord
from extractor.records.regimen import Regimen


def names(title: str) -> list[str]:
    """The keys of a row."""
    made: dict[str, dict[str, dict[str, object]]] = {}
    for column in (regimen_rows(("ARM",)), *criterion_rows(), missing_rows()):
        column.schema(made)
    return list(made[title]["properties"])


def test_a_regimen_says_first_whose_it_is_and_then_its_words() -> None:
    assert names("Regimen")[:4] == ["of", "label", "text", "agent"]
    assert len(names("Regimen")) > len(asked_fields(Regimen))


def test_a_criterion_says_first_where_it_stands() -> None:
    assert names("Criterion")[:4] == ["id", "parent", "list", "text"]
    assert names("Constraint")[:2] == ["criterion", "kind"]


def test_reasons_are_those_of_the_record() -> None:
    columns = {}
    missing_rows().schema(columns)
    assert columns["MissingReason"]["enum"] == [reason.value for reason in MissingReason]


def test_rows_go_to_fields_that_the_record_has() -> None:
    assert {field for field, _ in HOLDERS.values()} <= set(TrialRecord.model_fields)
    assert set(LISTS.values()) <= set(Eligibility.model_fields)
