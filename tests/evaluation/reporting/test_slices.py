from collections.abc import Callable

import pytest

from extractor.documents import Document
from extractor.evaluation import Suite, evaluate
from extractor.evaluation.reporting.numbers import numbers
from extractor.evaluation.reporting.score_tables import slice_table
from extractor.evaluation.reporting.slices import MIN_DOCUMENTS, slices
from extractor.evaluation.table import NONE
from extractor.extraction import Extractor

PAGE = "A page that no layout knows, number {}\n"
GLUED = "Arms\nGroupInterventionDescription\n"


@pytest.fixture
def suite(load_suite: Callable[..., Suite]) -> Suite:
    pages = {f"p{n}": PAGE.format(n) + (GLUED if n == 0 else "") + "x" * (4000 * (n == 1)) for n in range(4)}
    return load_suite(
        {name: (text, Extractor().extract(Document.from_text(text, id=name))) for name, text in pages.items()}
    )


def test_pages_are_sorted_by_what_page_and_gold_say(suite: Suite) -> None:
    found = {row.name: row.n_documents for row in slices(evaluate(suite), suite.cases)}
    assert found["layout: unknown"] == 4
    assert found["page kind: OTHER"] == 4
    assert found["tables: glued tables"] == 1
    assert found["tables: no glued table"] == 3
    assert found["length: under 3,000 characters"] == 3
    assert found["length: under 6,000 characters"] == 1
    assert found["phase: not stated"] == 4


def test_a_slice_of_few_documents_has_counts_and_no_shares(suite: Suite) -> None:
    table = slice_table(numbers(evaluate(suite), suite).slices)
    rows = {row[0]: row for row in table.rows}
    assert int(rows["tables: glued tables"][1]) < MIN_DOCUMENTS
    assert set(rows["tables: glued tables"][-7:]) == {NONE}
    assert rows["tables: no glued table"][-5] != NONE
