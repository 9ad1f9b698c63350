"""How rules word a finding: code, pointer, message, and the spans of every value it is about."""

from collections.abc import Mapping

from extractor.records.envelope import Evidence
from extractor.records.finding import Finding, FindingCode, Span
from extractor.verification.build import span
from extractor.verification.page import Page, Place


def remark(
    code: FindingCode,
    message: str,
    evidence: Mapping[str, Evidence],
    *pointers: str,
    places: tuple[Span, ...] = (),
) -> Finding:
    """A finding about the first pointer, with the words of all of them."""
    spans = [one for pointer in pointers if pointer in evidence for one in evidence[pointer].spans[:1]]
    return Finding(code=code, pointer=pointers[0], message=message, spans=[*spans, *places])


def words_at(page: Page, place: Place) -> Span:
    """A place as a span."""
    return span(page.text, *place)
