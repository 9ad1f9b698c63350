"""One reading of one answer: what was quoted, found and faulty so far."""

from collections.abc import Mapping
from typing import Final

from extractor.documents import Document
from extractor.errors import RecordError
from extractor.model.wire.lines import Place, numbered
from extractor.records.draft import Quote
from extractor.records.finding import Finding, FindingCode
from extractor.verification import build

_MAX_FAULTS: Final = 20


class AnswerError(RecordError):
    """An answer that is not of its form. `faults` names everything wrong with it, each with its place."""

    def __init__(self, faults: list[str]) -> None:
        more = f" (and {len(faults) - 1} more faults)" if len(faults) > 1 else ""
        super().__init__(faults[0] + more, hint="Ask again with these faults")
        self.faults = tuple(faults)


def faults(error: RecordError) -> list[str]:
    """What is wrong with an answer, one line for each fault, with none of the answer's own words."""
    found = list(error.faults) if isinstance(error, AnswerError) else [error.message]
    more = len(found) - _MAX_FAULTS
    return found[:_MAX_FAULTS] + ([f"and {more} more faults"] if more > 0 else [])


class Reading:
    """Collects what the parts of a form read. Places are pointers into the answer."""

    def __init__(self, page: Document) -> None:
        self.page = page
        self.quotes: dict[str, list[Quote]] = {}
        self.findings: list[Finding] = []
        self.faults: list[str] = []
        self._lines: Mapping[int, Place] | None = None

    @property
    def lines(self) -> Mapping[int, Place]:
        """The page's lines by number."""
        if self._lines is None:
            self._lines = numbered(self.page.text)
        return self._lines

    def fault(self, at: str, what: str) -> None:
        """Note something that makes the answer unusable."""
        self.faults.append(f"{at or '/'}: {what}")

    def quote(self, at: str, words: str, start: int | None = None) -> None:
        """Offer words for the value at a place."""
        self.quotes.setdefault(at, []).append(build.quote(words, start))

    def find(self, code: FindingCode, at: str, message: str) -> None:
        """Note something that is kept or left out by name."""
        self.findings.append(Finding(code=code, pointer=at, message=message))

    def stop(self) -> None:
        """Raise AnswerError if there was any fault."""
        if self.faults:
            raise AnswerError(self.faults)
