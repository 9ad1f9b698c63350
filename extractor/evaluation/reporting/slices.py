"""Slices: the pages of a suite sorted by what they are, as page and gold say, not as the reader does."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from extractor.documents import Document
from extractor.evaluation.case import Case
from extractor.evaluation.report import EvaluationReport
from extractor.evaluation.reporting.rows import Row
from extractor.layout.table_headers import is_header
from extractor.records.envelope import Extraction
from extractor.structure.lines import lines_of

MIN_DOCUMENTS = 3
"""Slices of fewer documents have counts and no shares: they would speak of pages, not of a kind of page."""

_LENGTHS = (3_000, 6_000, 12_000)
_Label = Callable[[Document, Extraction], str]


def _layout(_page: Document, gold: Extraction) -> str:
    return gold.document.layout


def _kind(_page: Document, gold: Extraction) -> str:
    return gold.record.source.page_kind.value


def _phase(_page: Document, gold: Extraction) -> str:
    phases = gold.record.design.phases if gold.record.design else []
    return "/".join(phase.value for phase in phases) or "not stated"


def _length(page: Document, _gold: Extraction) -> str:
    limit = next((limit for limit in _LENGTHS if len(page.text) < limit), None)
    return f"under {limit:,} characters" if limit else f"{_LENGTHS[-1]:,} characters and more"


def _tables(page: Document, _gold: Extraction) -> str:
    fused = any(is_header(line.content) for line in lines_of(page.text) if _glued(line.content.text))
    return "glued tables" if fused else "no glued table"


def _glued(text: str) -> bool:
    return bool(text) and not any(character in " \t|" for character in text)


SLICES: Mapping[str, _Label] = MappingProxyType(
    {"layout": _layout, "page kind": _kind, "phase": _phase, "length": _length, "tables": _tables}
)
"""How pages are sorted, by name."""


def slices(report: EvaluationReport, cases: Iterable[Case]) -> tuple[Row, ...]:
    """A row for each kind of page, named like `layout: medpath`.

    Raises SuiteError, RecordError, DocumentError.
    """
    scores = {score.document: score for score in report.scores}
    sides = [(scores[case.id], case.page(), case.gold_extraction()) for case in cases if case.id in scores]
    found: dict[str, list[str]] = {}
    for name, label in SLICES.items():
        for score, page, gold in sides:
            found.setdefault(f"{name}: {label(page, gold)}", []).append(score.document)
    return tuple(Row.of(name, (scores[one].cells for one in members)) for name, members in found.items())
