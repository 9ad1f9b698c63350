"""Numbers: everything that the forms of a report print, computed once."""

from dataclasses import dataclass

from extractor.evaluation.agreement import Agreement
from extractor.evaluation.averages import Averages, averages
from extractor.evaluation.averages_table import AVERAGED
from extractor.evaluation.ceiling import ceiling
from extractor.evaluation.curation import Curation, curation
from extractor.evaluation.report import EvaluationReport
from extractor.evaluation.reporting.figure import FIGURES
from extractor.evaluation.reporting.finding_counts import FindingCount, finding_counts
from extractor.evaluation.reporting.header import Header
from extractor.evaluation.reporting.prompt_check import PromptCheck, prompt_checks
from extractor.evaluation.reporting.rows import Row, rows
from extractor.evaluation.reporting.slices import slices
from extractor.evaluation.runs.held import Held
from extractor.evaluation.suite import Suite


@dataclass(frozen=True, slots=True)
class Numbers:
    """The figures of one reader on one suite. Terminal, JSON, Markdown, JUnit and HTML all print these.

    `wholes` are constraints, doses and single criteria as a whole. `ceiling` is what two labellings of the
    suite reach against each other, None where it names none. `held` is the
    verdict of the gate, None where no baseline is named.
    """

    report: EvaluationReport
    header: Header
    overall: Row
    tiers: tuple[Row, ...]
    groups: tuple[Row, ...]
    documents: tuple[Row, ...]
    fields: tuple[Row, ...]
    slices: tuple[Row, ...]
    wholes: tuple[Row, ...]
    curation: Curation
    averages: tuple[Averages, ...]
    findings: tuple[FindingCount, ...]
    prompt_checks: tuple[PromptCheck, ...]
    ceiling: Agreement | None = None
    held: Held | None = None


def numbers(report: EvaluationReport, suite: Suite, held: Held | None = None) -> Numbers:
    """Count everything that a report of this suite says. Raises what reading the suite's files raises."""
    cells, head = tuple(report.cells()), Header.of(report)
    return Numbers(
        report=report,
        header=head,
        overall=Row.of("overall", (score.cells for score in report.scores), sure=FIGURES),
        tiers=rows(cells, lambda cell: cell.tier.value),
        groups=rows(cells, lambda cell: cell.group),
        documents=tuple(Row.of(score.document, [score.cells], sure=()) for score in report.scores),
        fields=rows(cells, lambda cell: cell.path),
        slices=slices(report, suite.cases),
        wholes=rows((cell for score in report.scores for cell in score.wholes), lambda cell: cell.group),
        curation=curation(report, suite.curation),
        averages=tuple(
            averages(report.scores, measure=one, criticality=suite.criticality, rules=suite.gate)
            for one in AVERAGED
        ),
        findings=finding_counts(report, suite.cases),
        prompt_checks=prompt_checks(head.prompts, suite.cases),
        ceiling=ceiling(suite.labellings, suite.forbidden) if suite.labellings else None,
        held=held,
    )
