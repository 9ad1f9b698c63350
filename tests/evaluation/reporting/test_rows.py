from extractor.evaluation import Cell, DocumentScore, Outcome, PartialReason
from extractor.evaluation.averages import estimates
from extractor.evaluation.reporting.figure import FIGURES
from extractor.evaluation.reporting.rows import Row, rows
from extractor.records.declare import Tier


def cell(document: str, outcome: Outcome, path: str = "/a", **more: PartialReason) -> Cell:
    return Cell(document, path, path, path, "g", Tier.PROSE, outcome, "", "x", "y", **more)


def test_a_row_counts_cells_and_the_documents_that_have_some() -> None:
    found = Row.of(
        "x", [[cell("1", Outcome.CORRECT), cell("1", Outcome.MISSING)], [], [cell("3", Outcome.WRONG)]]
    )
    assert (found.tally.n, found.n_documents) == (3, 2)
    assert found.figures["recall"].value == 1 / 3
    assert found.figures["f1"].value == found.tally.f1
    assert found.figures["f1"].n_documents == 2


def test_documents_without_a_base_do_not_count_for_a_share() -> None:
    found = Row.of("x", [[cell("1", Outcome.MISSING)], [cell("2", Outcome.CORRECT)]])
    assert found.figures["precision"].n_documents == 1
    assert found.figures["recall"].n_documents == 2
    assert found.figures["hallucination"].value is None


def test_the_lenient_reading_counts_a_part() -> None:
    found = Row.of(
        "x", [[cell("1", Outcome.PARTIAL, partial=PartialReason.SUBSET), cell("1", Outcome.CORRECT)]]
    )
    assert found.figures["f1"].value == 0.5
    assert found.figures["lenient_f1"].value == 0.75


def test_rows_come_in_the_order_of_their_names_and_have_every_share() -> None:
    found = rows(
        [cell("1", Outcome.WRONG, "/b"), cell("1", Outcome.CORRECT), cell("2", Outcome.CORRECT, "/b")],
        lambda one: one.path,
    )
    assert [(row.name, row.n_documents) for row in found] == [("/b", 2), ("/a", 1)]
    assert found[0].figures.keys() == FIGURES.keys()


def test_an_interval_is_that_of_the_statistics_and_f1_counts_no_value_twice_for_it() -> None:
    documents = [
        [cell(str(n), Outcome.CORRECT)] * 8 + [cell(str(n), Outcome.MISSING)] * (n % 3) for n in range(12)
    ]
    found = Row.of("x", documents).figures["f1"]
    cells = [DocumentScore(str(n), tuple(one), ()) for n, one in enumerate(documents)]
    expected = estimates(cells, lambda one: one.path)["/a"]
    assert (found.value, found.low, found.high) == (expected.value, expected.low, expected.high)
    assert (found.method, found.note) == (expected.method, expected.note)
    assert Row.of("x", documents, sure=()).figures["f1"].low is None
