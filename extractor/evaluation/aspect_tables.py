"""Tables of what is said of values besides their outcome: words, list items."""

from collections.abc import Mapping

from extractor.evaluation.rates import right_words
from extractor.evaluation.report import EvaluationReport
from extractor.evaluation.table import Table, share
from extractor.evaluation.tally import Tally


def words_table(found: Mapping[str, Tally]) -> Table:
    """The words of right values, beside gold's, for each group that has any."""
    return Table(
        "Words of right values",
        ("", "of", "right", "too many", "elsewhere", "other words", "none", "share right"),
        tuple((name, *_words(tally)) for name, tally in found.items() if tally.evidenced),
    )


def item_table(report: EvaluationReport) -> Table:
    """What became of the items of each list."""
    columns = ("paired", "missing", "spurious", "moved", "displaced", "merged", "split", "repeated")
    return Table(
        "List items",
        ("", *columns),
        tuple((item.path, *(str(getattr(item, name)) for name in columns)) for item in report.items),
    )


def event_table(report: EvaluationReport) -> Table:
    """Items that were merged, split, said twice or found at another level, by pointer."""
    return Table(
        "Items merged, split, repeated or moved",
        ("document", "what", "gold", "predicted"),
        tuple(
            (event.document, event.fault.value, ", ".join(event.gold), ", ".join(event.predicted))
            for event in report.events
        ),
        words=4,
    )


def _words(tally: Tally) -> tuple[str, ...]:
    counts = (
        tally.evidenced,
        tally.evidence_right,
        tally.evidence_wide,
        tally.evidence_wrong_place,
        tally.evidence_wrong_words,
        tally.evidence_none,
    )
    return (*map(str, counts), share(right_words(tally).value))
