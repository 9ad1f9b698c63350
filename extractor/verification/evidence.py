"""Evidence, made of the verdict on a value when it is asked for."""

from collections.abc import Iterator, Mapping

from extractor.records.envelope import Evidence
from extractor.verification import build
from extractor.verification.case import Verdict
from extractor.verification.page import Page

Judged = tuple[Verdict, str | None]
"""A verdict, and the words offered that stand nowhere."""


def evidence_of(page: Page, verdict: Verdict, offered: str | None = None) -> Evidence:
    """The evidence that a verdict is."""
    spans = [build.span(page.text, start, end) for start, end in verdict.places]
    return build.evidence(verdict.status, spans, offered, verdict.why)


class EvidenceOf(Mapping[str, Evidence]):
    """The evidence of each value that was judged, by pointer."""

    def __init__(self, page: Page, judged: Mapping[str, Judged]) -> None:
        self._page = page
        self._judged = judged

    def __getitem__(self, pointer: str) -> Evidence:
        return evidence_of(self._page, *self._judged[pointer])

    def __iter__(self) -> Iterator[str]:
        return iter(self._judged)

    def __len__(self) -> int:
        return len(self._judged)
