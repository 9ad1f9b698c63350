"""The record's identifier against those the page prints."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from extractor.normalise.identifiers import registry_identifiers
from extractor.records.envelope import Evidence
from extractor.records.finding import Finding, FindingCode
from extractor.records.identifiers import IdRole
from extractor.records.record import TrialRecord
from extractor.verification.background import in_background
from extractor.verification.kinds.identifiers import is_registration
from extractor.verification.page import Page, Place
from extractor.verification.rules.remarks import remark, words_at

_ELSEWHERE: Final = frozenset({"references", "related_trials"})


def identifier_findings(
    record: TrialRecord, page: Page, evidence: Mapping[str, Evidence]
) -> Iterator[Finding]:
    """A primary identifier that is not the one the page is registered under; two of one scheme."""
    primary = [(i, item) for i, item in enumerate(record.identifiers) if item.role is IdRole.PRIMARY]
    for index, item in primary:
        pointer = f"/identifiers/{index}/value"
        printed = _printed(page)
        if printed and item.value not in {page.text[start:end] for start, end in printed}:
            places = (words_at(page, printed[0]),)
            message = f"the record's identifier is {item.value}, the page prints {places[0].quote}"
            yield remark(FindingCode.ID_MISMATCH, message, evidence, pointer, places=places)
    for (one, first), (two, second) in pairwise(primary):
        if first.scheme is second.scheme and first.value != second.value:
            message = f"two primary identifiers of one registry: {first.value} and {second.value}"
            pointers = (f"/identifiers/{two}/value", f"/identifiers/{one}/value")
            yield remark(FindingCode.CONTRADICTION, message, evidence, *pointers)


def _printed(page: Page) -> list[Place]:
    """The page's own registry identifiers: those that stand as its registration number, else all of its own.

    Those of references, of related trials and of sentences about other studies are not its own.
    """
    found = [
        (start, end)
        for _, start, end in registry_identifiers(page.text)
        if page.part_at(start).name not in _ELSEWHERE and not in_background(page, (start, end))
    ]
    return [place for place in found if is_registration(page, place)] or found
