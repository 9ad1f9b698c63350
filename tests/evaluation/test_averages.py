import pytest

from extractor.evaluation import Cell, DocumentScore, GateRules, Outcome, averages
from extractor.evaluation.averages import estimates
from extractor.evaluation.criticality import Criticality
from extractor.records.declare import Tier

RIGHT, WRONG, NULL = Outcome.CORRECT, Outcome.WRONG, Outcome.CORRECTLY_NULL


def scored(document: str, **outcomes: list[Outcome]) -> DocumentScore:
    cells = tuple(
        Cell(document, f"/{name}", f"/{name}/{at}", None, name, Tier.STRUCTURE, outcome, "", None, None)
        for name, found in outcomes.items()
        for at, outcome in enumerate(found)
    )
    return DocumentScore(document, cells, ())


SCORES = [
    scored("a", label=[RIGHT] * 8, phase=[WRONG, WRONG]),
    scored("b", label=[RIGHT, RIGHT], phase=[NULL]),
]


def test_each_average_weighs_as_it_says() -> None:
    found = averages(SCORES, criticality=Criticality({"/phase": 5}))
    assert found.micro.value == pytest.approx(10 / 12)
    assert found.macro_field.value == pytest.approx((1 + 0) / 2)
    assert found.macro_document.value == pytest.approx((0.8 + 1) / 2)
    assert found.weighted.value == pytest.approx(10 / (10 + 5 * 2))
    assert found.perfect_records.value == 0.5
    assert {one.n_cells for one in (found.micro, found.macro_field, found.weighted)} == {12}


def test_a_record_is_perfect_if_its_gated_fields_are() -> None:
    found = averages(SCORES, rules=GateRules(critical=("/label",))).perfect_records
    assert (found.value, found.n_documents) == (1, 2)
    assert found.low is not None
    assert found.low < 1


def test_even_weights_change_nothing() -> None:
    found = averages(SCORES, criticality=Criticality({"/label": 3, "/phase": 3}))
    assert found.weighted.value == pytest.approx(found.micro.value)
    assert found.weighted.low == pytest.approx(found.micro.low)


def test_uneven_weights_leave_fewer_cells_to_be_sure_of() -> None:
    scores = [scored(f"d{at}", label=[RIGHT] * 9 + [WRONG], phase=[RIGHT]) for at in range(6)]
    scores += [scored("e", label=[RIGHT] * 10, phase=[WRONG])]
    found = averages(scores, criticality=Criticality({"/phase": 50}))
    assert found.weighted.low is not None
    assert found.micro.low is not None
    assert found.weighted.low < found.micro.low


def test_the_omission_rate_can_be_averaged_too() -> None:
    assert averages(SCORES, measure="omission").micro.value == 0


def test_parts_have_intervals_from_the_documents_that_have_them() -> None:
    found = estimates(SCORES, lambda cell: cell.group)
    assert (found["label"].n_documents, found["phase"].n_documents) == (2, 1)
    assert (found["label"].value, found["phase"].value) == (1, 0)


def test_nothing_scored_gives_nothing() -> None:
    found = averages([])
    assert {found.micro.value, found.macro_field.value, found.weighted.value} == {None}
