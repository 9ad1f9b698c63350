"""A run: Extractions of many pages as files, to be scored, compared and reviewed without reading again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import SuiteError
from extractor.evaluation.case import Case
from extractor.evaluation.report import EvaluationReport
from extractor.evaluation.score import DocumentScore, score, score_failure
from extractor.evaluation.suite import Suite
from extractor.evaluation.version import scorer_version
from extractor.records import strict_json
from extractor.records.envelope import Extraction

NOT_IN_RUN = "the run has no result for this page"


@dataclass(frozen=True, slots=True)
class Run:
    """The Extractions of one reader, by the hash of the text they were read from."""

    name: str
    extractions: dict[str, Extraction]

    @classmethod
    def load(cls, path: Path) -> "Run":
        """Read a run: a JSONL file of Extractions, a folder of `extractor run`, or a folder of `*.json`.

        Raises SuiteError for a path that is none of them, RecordError for a line that is no Extraction.
        """
        found: dict[str, Extraction] = {}
        for extraction in _extractions(path):
            key = extraction.document.text_sha256
            if key in found and found[key].document.id == extraction.document.id:
                raise SuiteError(
                    f"{path} has two results of {extraction.document.id}", hint="Keep one of them"
                )
            found.setdefault(key, extraction)
        return cls(str(path), found)

    @property
    def readers(self) -> str:
        """The names of its readers."""
        return ", ".join(dict.fromkeys(one.lineage.reader for one in self.extractions.values()))

    def report(self, suite: Suite) -> EvaluationReport:
        """The run scored against a suite's gold; a page that it lacks is INVALID.

        Raises SuiteError where it has none of the suite's pages, and what the suite's gold raises.
        """
        readings = [self._score(case) for case in suite.cases]
        if not any(extraction for _, extraction in readings):
            raise SuiteError(f"{self.name} has no result for any page of {suite.name}", hint="Name its suite")
        return EvaluationReport(
            suite=suite.name,
            reader=self.readers,
            gold=suite.gold_hash(),
            scorer=scorer_version(),
            scores=tuple(found for found, _ in readings),
            extractions=tuple(extraction for _, extraction in readings),
        )

    def _score(self, case: Case) -> tuple[DocumentScore, Extraction | None]:
        gold, page = case.gold_extraction(), case.page()
        extraction = self.extractions.get(page.text_sha256)
        if extraction is None:
            return score_failure(gold, NOT_IN_RUN), None
        return score(gold, extraction, page.text), extraction


def _extractions(path: Path) -> Iterator[Extraction]:
    if path.is_file():
        return _lines([path])
    if results := sorted(path.glob("results-*.jsonl")):
        return _lines(results)
    if files := sorted(path.glob("*.json")):
        texts = ((file, strict_json.read(file)) for file in files)
        return (strict_json.parse(Extraction, text, source=str(file)) for file, text in texts)
    raise SuiteError(
        f"{path} is no run", hint="Name a JSONL file of Extractions, a folder of `extractor run` or of *.json"
    )


def _lines(files: Iterable[Path]) -> Iterator[Extraction]:
    for file in files:
        with file.open(encoding="utf-8-sig", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield strict_json.parse(Extraction, line, source=f"{file}:{number}")
