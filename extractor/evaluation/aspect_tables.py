"""Tables of what is said of values besides their outcome: reasons, words, list items."""

from collections import Counter
from collections.abc import Iterable, Mapping

from extractor.evaluation.aspects import Origin
from extractor.evaluation.outcome import Cell
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


def reason_table(cells: Iterable[Cell]) -> Table:
    """Why values are not right: how often each reason stands, and where predicted values came from."""
    found: dict[tuple[str, str], Counter[Origin | None]] = {}
    for cell in cells:
        key = cell.outcome.value, cell.reason.removeprefix("via_item: ")
        found.setdefault(key, Counter())[cell.origin] += 1
    ordered = sorted(found.items(), key=lambda one: (-one[1].total(), one[0]))
    return Table(
        "Reasons of errors",
        ("outcome", "why", "n", *(name.value.lower().replace("_", " ") for name in Origin)),
        tuple(
            (*key, str(origins.total()), *(str(origins[name]) for name in Origin)) for key, origins in ordered
        ),
        words=2,
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
