"""A suite and a reader → a report."""

from extractor.errors import DataError, ExtractorError, RecordingError, SettingsError
from extractor.evaluation.case import Case
from extractor.evaluation.report import EvaluationReport
from extractor.evaluation.score import DocumentScore, score, score_failure
from extractor.evaluation.suite import Suite
from extractor.evaluation.version import scorer_version
from extractor.extraction import Extractor, Reader
from extractor.model.faults import Fault
from extractor.records.envelope import Extraction


def evaluate(suite: Suite, reader: Reader | None = None) -> EvaluationReport:
    """Read every page of a suite with one reader (default: the layout reader) and score it against gold.

    A page that the reader cannot read is scored as INVALID. Raises SuiteError and RecordError for faults
    of the suite and its gold, OSError for a page that cannot be opened, SettingsError and DataError for
    a reader that cannot work at all, RecordingError for a recording that does not answer, and the Fault of a
    model reader that every further page would meet, such as a wrong key: that is no score of a page.
    """
    extractor = Extractor(reader)
    names: dict[str, None] = {}
    readings = [_score(case, extractor, names) for case in suite.cases]
    return EvaluationReport(
        suite=suite.name,
        reader=", ".join(names) or type(extractor.reader).__name__,
        gold=suite.gold_hash(),
        scorer=scorer_version(),
        scores=tuple(score for score, _ in readings),
        extractions=tuple(extraction for _, extraction in readings),
    )


def passes_floor(report: EvaluationReport, suite: Suite) -> list[str]:
    """What keeps a report below the suite's floors, in words; an empty list is a pass."""
    return suite.floors.failures(report.overall, report.tiers)


def _score(
    case: Case, extractor: Extractor, names: dict[str, None]
) -> tuple[DocumentScore, Extraction | None]:
    """The score of one page and what was read; the name of its reader goes into `names`."""
    gold = case.gold_extraction()
    try:
        extraction = extractor.extract(case.document)
    except (SettingsError, DataError, RecordingError):
        raise
    except ExtractorError as error:
        if isinstance(error, Fault) and error.policy.stops:
            raise
        return score_failure(gold, str(error)), None
    names.setdefault(extraction.lineage.reader)
    return score(gold, extraction, case.page().text), extraction
