"""A suite and a reader → a report."""

from extractor.errors import DataError, ExtractorError, RecordingError, SettingsError
from extractor.evaluation.report import EvaluationReport
from extractor.evaluation.runs.run import Run
from extractor.evaluation.runs.scored import score_run
from extractor.evaluation.suite import Suite
from extractor.extraction import Extractor, Reader
from extractor.model.faults import Fault
from extractor.records.envelope import Extraction


def evaluate(suite: Suite, reader: Reader | None = None) -> EvaluationReport:
    """Read every page of a suite with one reader (default: the layout reader) and score it against gold.

    A page that the reader cannot read is scored as INVALID. Raises what `read_suite` and `score_run` raise.
    """
    return score_run(suite, read_suite(suite, reader)).report


def read_suite(suite: Suite, reader: Reader | None = None) -> Run:
    """Read every page of a suite with one reader; pages that cannot be read are among the run's failures.

    Raises SuiteError and RecordError for gold at fault, OSError for a page that cannot be opened,
    SettingsError and DataError for a reader that cannot work at all, RecordingError for a recording that does
    not answer, and the Fault of a model reader that every further page would meet, such as a wrong key: that
    is no score of a page.
    """
    for case in suite.cases:
        case.gold_of(case.page())  # a fault of gold must not wait for answers that are paid for
    extractor = Extractor(reader)
    found: list[Extraction] = []
    failures: dict[str, str] = {}
    for case in suite.cases:
        try:
            found.append(extractor.extract(case.document))
        except (SettingsError, DataError, RecordingError):
            raise
        except ExtractorError as error:
            if isinstance(error, Fault) and error.policy.stops:
                raise
            failures[case.id] = str(error)
    return Run.of(type(extractor.reader).__name__, found, failures)


def passes_floor(report: EvaluationReport, suite: Suite) -> list[str]:
    """What keeps a report below the suite's floors, in words; an empty list is a pass."""
    return suite.floors.failures(report.overall, report.tiers)
