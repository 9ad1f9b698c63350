"""The words of values: which spans of a page stand for the value at a pointer."""

from collections.abc import Mapping

from extractor.records.envelope import Evidence, Extraction

Spans = list[list[int]]
"""Pairs of offsets into the page, in code points."""


class Words:
    """The spans of one Extraction's evidence, by pointer."""

    def __init__(self, extraction: Extraction | None) -> None:
        self._evidence: Mapping[str, Evidence] = extraction.evidence if extraction else {}
        self._parts: dict[str, list[str]] = {}
        for pointer in self._evidence:
            self._parts.setdefault(pointer.rpartition("/")[0], []).append(pointer)

    def own(self, pointer: str | None) -> Spans:
        """The spans at this very pointer: those of a null are the words that say why nothing is stated."""
        return self._of([pointer or ""])

    def spans(self, pointer: str | None) -> Spans:
        """The spans of a value: its own, else those of its parts, else of what it is a part of."""
        place = pointer or ""
        own = self._of([place]) or self._of(self._parts.get(place, []))
        while not own and place:
            place = place.rpartition("/")[0]
            own = self._of([place])
        return own

    def status(self, pointer: str | None) -> str | None:
        """What verification found of a value; of one that has parts only, the statuses of these."""
        places = [pointer] if pointer in self._evidence else self._parts.get(pointer or "", [])
        found = dict.fromkeys(self._evidence[place].status.value for place in places if place)
        return ", ".join(found) or None

    def offered(self, pointer: str | None) -> str | None:
        """The words that were offered and are not on the page."""
        found = self._evidence.get(pointer or "")
        return found.offered if found else None

    def _of(self, pointers: list[str]) -> Spans:
        known = [self._evidence[one] for one in pointers if one in self._evidence]
        found = {(span.start, span.end) for one in known for span in one.spans}
        return [list(span) for span in sorted(found)]
