"""The header of a report: what was scored, and the hashes of all that a score depends on."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from extractor.evaluation.report import EvaluationReport
from extractor.records.envelope import Extraction, Usage


@dataclass(frozen=True, slots=True)
class Spent:
    """What the records cost, added up; `cost` is None where no record knows a price."""

    requests: int
    tokens_in: int
    tokens_out: int
    tokens_cached: int
    cost: float | None


@dataclass(frozen=True, slots=True)
class Header:
    """What was scored and by what. Hashes are hexadecimal SHA-256; several versions stand side by side.

    `pages` is the hash over the texts of the pages that were read, in the order of the suite. `models`,
    `prompts` and `schemas` are empty for a reader that has none. `spent` is None where no record says.
    """

    suite: str
    reader: str
    models: tuple[str, ...]
    prompts: tuple[str, ...]
    schemas: tuple[str, ...]
    vocabularies: tuple[str, ...]
    versions: tuple[str, ...]
    plans: tuple[str, ...]
    pages: str
    gold: str
    scorer: str
    n_documents: int
    n_cells: int
    spent: Spent | None

    @classmethod
    def of(cls, report: EvaluationReport) -> "Header":
        """The header of a report."""
        read = [extraction for _, extraction in report.readings]
        return cls(
            suite=report.suite,
            reader=report.reader,
            models=_distinct(one.lineage.model for one in read),
            prompts=_distinct(one.lineage.prompt for one in read),
            schemas=_distinct(one.lineage.wire_schema for one in read),
            vocabularies=_distinct(one.lineage.vocabulary for one in read),
            versions=_distinct(one.lineage.version for one in read),
            plans=_distinct(one.lineage.plan for one in read),
            pages=_pages(read),
            gold=report.gold,
            scorer=report.scorer,
            n_documents=len(report.scores),
            n_cells=report.overall.n,
            spent=_spent([one.usage for one in read if one.usage]),
        )


def _distinct(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _pages(read: Iterable[Extraction]) -> str:
    lines = "".join(f"{one.document.text_sha256}\n" for one in read)
    return hashlib.sha256(lines.encode("ascii")).hexdigest()


def _spent(usages: list[Usage]) -> Spent | None:
    if not usages:
        return None
    costs = [usage.cost for usage in usages if usage.cost is not None]
    return Spent(
        requests=sum(usage.requests for usage in usages),
        tokens_in=sum(usage.tokens_in for usage in usages),
        tokens_out=sum(usage.tokens_out for usage in usages),
        tokens_cached=sum(usage.tokens_cached for usage in usages),
        cost=float(reduce(lambda a, b: a + b, costs)) if costs else None,
    )
