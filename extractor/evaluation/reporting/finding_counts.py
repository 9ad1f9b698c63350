"""What verification found at fault in the records: rules between fields that are broken, and all else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.evaluation.case import Case
from extractor.evaluation.report import EvaluationReport
from extractor.evaluation.table import Table
from extractor.records.envelope import Extraction
from extractor.records.finding import FindingCode


@dataclass(frozen=True, slots=True)
class FindingCount:
    """How often a finding stands in the reader's records, in how many documents, and how often in gold's.

    Gold has those that lie in the page: it contradicts itself, or prints what can hardly be meant.
    """

    code: FindingCode
    n: int
    n_documents: int
    in_gold: int


def finding_counts(report: EvaluationReport, cases: Iterable[Case]) -> tuple[FindingCount, ...]:
    """The codes that either side has, in the order of their declaration, over pages that could be read.

    Raises SuiteError, RecordError.
    """
    read = {score.document: extraction for score, extraction in report.readings}
    ours = [_codes(one) for one in read.values()]
    gold = [_codes(case.gold_extraction()) for case in cases if case.id in read]
    return tuple(_counts(ours, gold))


def finding_table(found: Iterable[FindingCount]) -> Table:
    """The counts as a table."""
    lines = ((one.code.value, *map(str, (one.n, one.n_documents, one.in_gold))) for one in found)
    return Table("Findings of verification", ("", "reader", "docs", "gold"), tuple(lines))


def _codes(extraction: Extraction) -> list[FindingCode]:
    return [finding.code for finding in extraction.findings]


def _counts(ours: list[list[FindingCode]], gold: list[list[FindingCode]]) -> Iterator[FindingCount]:
    for code in FindingCode:
        n = sum(codes.count(code) for codes in ours)
        in_gold = sum(codes.count(code) for codes in gold)
        if n or in_gold:
            yield FindingCount(code, n, sum(code in codes for codes in ours), in_gold)
