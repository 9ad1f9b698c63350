from dataclasses import replace

from extractor.evaluation import Tally
from extractor.evaluation.reporting.figure import FIGURES, Figure, figure
from extractor.evaluation.reporting.rows import Row
from extractor.evaluation.reporting.score_tables import interval, rate_table, row_table


def row(tally: Tally) -> Row:
    return Row("all", tally, 1, {name: figure(rate, tally, [tally]) for name, rate in FIGURES.items()})


def test_a_rate_stands_beside_what_it_is_a_share_of() -> None:
    rows = rate_table(row(Tally(correct=3, missing=1, partial=1, wrong=1, partial_credit=0.5))).rows
    assert ("omission", "0.2000", "–", "1", "5", "1") in rows
    assert ("lenient recall", "0.7000", "–", "3.5", "5", "1") in rows
    assert ("hallucination", "–", "–", "0", "0", "0") in rows


def test_an_interval_has_a_mark_where_it_is_not_to_be_taken_at_its_word() -> None:
    found = Figure(0.5, 1, 2, 2, 0.25, 0.75, "method")
    assert interval(found) == "0.2500 to 0.7500"
    assert interval(replace(found, note="too short")) == "0.2500 to 0.7500 *"
    assert interval(Figure(0.5, 1, 2, 2)) == "–"


def test_strict_and_lenient_stand_in_one_row() -> None:
    table = row_table("T", [row(Tally(correct=1, wrong=1, partial=1, partial_credit=0.5))])
    told = dict(zip(table.columns, table.rows[0], strict=True))
    assert (told["F1"], told["lenient F1"], told["docs"]) == ("0.5000", "0.7500", "1")
