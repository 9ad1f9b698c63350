"""A run held against gold: every page, every repeat."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extractor.documents import Document
from extractor.errors import SuiteError
from extractor.evaluation.case import Case
from extractor.evaluation.report import EvaluationReport
from extractor.evaluation.runs.run import Run
from extractor.evaluation.score import DocumentScore, score, score_failure
from extractor.evaluation.suite import Suite
from extractor.records.envelope import Extraction

NOT_IN_RUN = "the run does not hold this page"


@dataclass(frozen=True, slots=True)
class ScoredRun:
    """A run with the scores of each document of a suite, one for each repeat.

    `gold` and `scorer` say what the scores were made with: scores of different ones are not compared.
    `extractions` are what was scored, none for a page that could not be read.
    """

    run: Run
    suite: str
    gold: str
    scorer: str
    scores: Mapping[str, tuple[DocumentScore, ...]]
    extractions: Mapping[str, tuple[Extraction, ...]] = field(default_factory=dict)

    @property
    def repeats(self) -> int:
        """The most repeats that any document has."""
        return max((len(scores) for scores in self.scores.values()), default=0)

    def repeat(self, at: int) -> Iterator[DocumentScore]:
        """The scores of one repeat; a document with fewer repeats gives its last."""
        return (scores[min(at, len(scores) - 1)] for scores in self.scores.values())

    @property
    def report(self) -> EvaluationReport:
        """The report of the first repeat."""
        return EvaluationReport(
            suite=self.suite,
            reader=self.run.reader,
            gold=self.gold,
            scorer=self.scorer,
            scores=tuple(self.repeat(0)),
            extractions=tuple(repeats[0] if repeats else None for repeats in self.extractions.values()),
        )


def score_run(suite: Suite, run: Run) -> ScoredRun:
    """Score a run against a suite. A page that the run does not hold is INVALID, others are left aside.

    Pages are found by their id, or else by their text. Raises SuiteError and RecordError for faults of the
    suite and its gold, for a page that the run read from another text than gold's, and for a run that holds
    no page of the suite.
    """
    cases = {case.id: (case, case.page()) for case in suite.cases}
    found = {name: _found(run, page) for name, (_, page) in cases.items()}
    if run.extractions and not any(found.values()):
        raise SuiteError(f"{run.name} holds no page of the suite {suite.name}", hint="Name its suite")
    scores = {name: _scores(suite, *cases[name], repeats, run) for name, repeats in found.items()}
    return ScoredRun(run, suite.name, suite.gold_hash(), suite.scorer(), scores, found)


def _found(run: Run, page: Document) -> tuple[Extraction, ...]:
    if page.id in run.extractions:
        return run.extractions[page.id]
    same = (one for one in run.extractions.values() if one[0].document.text_sha256 == page.text_sha256)
    return next(same, ())


def _scores(
    suite: Suite, case: Case, page: Document, repeats: tuple[Extraction, ...], run: Run
) -> tuple[DocumentScore, ...]:
    gold = case.gold_extraction()
    if not repeats:
        return (score_failure(gold, run.failures.get(case.id, NOT_IN_RUN)),)
    if any(one.document.text_sha256 != gold.document.text_sha256 for one in repeats):
        case.gold_of(page)
        raise SuiteError(
            f"{run.name} read {case.id} from another text than {case.document} holds",
            hint="Make the run anew from the suite's pages",
        )
    return tuple(score(gold, extraction, page.text, suite.forbidden) for extraction in repeats)
