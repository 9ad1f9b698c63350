"""Rows and blocks: which object of a list the words at a place belong to.

Tables and blocks begin with the object's head (a measure, a label, a name). The last head at the beginning
of a line before a place tells whose place it is.
"""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from extractor.records.draft import Quote
from extractor.records.record import TrialRecord
from extractor.verification.fold import fold
from extractor.verification.locate import locate
from extractor.verification.page import Page, Place

_OUTCOMES = ("primary_outcomes", "secondary_outcomes", "other_outcomes")
HEADS: dict[str, tuple[str, tuple[str, ...]]] = {
    "outcomes": ("measure", _OUTCOMES),
    "arms": ("label", ("arms",)),
    "interventions": ("name", ("interventions", "arms")),
    "references": ("citation", ("references",)),
    "locations": ("facility", ("location_list",)),
    "officials": ("name", ("investigators",)),
    "sponsors": ("name", ("sponsors",)),
    "identifiers": ("value", ("other_identifiers",)),
}
"""For each list the field that heads its rows and the sections its rows stand in."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The head of a row: where it stands and which objects have it."""

    start: int
    end: int
    owners: frozenset[int]


class Rows:
    """The rows of one page, as the heads of one record show them."""

    def __init__(self, page: Page, record: TrialRecord, quotes: dict[str, list[Quote]]) -> None:
        self.page = page
        self.record = record
        self.quotes = quotes
        self._anchors: dict[str, dict[int, list[Anchor]]] = {}

    def owner_of(self, family: str, place: Place) -> Anchor | None:
        """The row a place stands in, or None where no row of the family begins before it in its section."""
        part = self.page.part_at(place[0])
        anchors = self.anchors(family).get(part.start, [])
        at = bisect_right([anchor.start for anchor in anchors], place[0]) - 1
        return anchors[at] if at >= 0 else None

    def foreign(self, item: tuple[str, int] | None, place: Place) -> str | None:
        """Why a place belongs to another object than one of the record's lists, or None."""
        if item is None or item[0] not in HEADS:
            return None
        family, index = item
        anchor = self.owner_of(family, place)
        if anchor is not None:
            return None if index in anchor.owners else f"stands in the row of {self._name(anchor)!r}"
        if family == "arms":
            return self._in_sentence_of_another(index, place)
        return None

    def _name(self, anchor: Anchor) -> str:
        return self.page.text[anchor.start : anchor.end][:60]

    def _in_sentence_of_another(self, index: int, place: Place) -> str | None:
        """In prose the first arm a sentence names is the one it is about."""
        start, end = self.page.sentence_at(place[0])
        first = self.first_arm(self.page.text[start:end])
        if first is None or index in first:
            return None
        return f"stands in a sentence about {self.record.arms[min(first)].label!r}"

    def first_arm(self, words: str) -> frozenset[int] | None:
        """The arms whose label words name first; the longest label at a place counts."""
        text = fold(words)
        found: list[tuple[int, int, str]] = []
        for arm in self.record.arms:
            label = fold(arm.label)
            at = _word(text, label)
            if at >= 0:
                found.append((at, -len(label), label))
        if not found:
            return None
        label = min(found)[2]
        return frozenset(i for i, arm in enumerate(self.record.arms) if fold(arm.label) == label)

    def anchors(self, family: str) -> dict[int, list[Anchor]]:
        """The heads of a family by the start of their section, in order."""
        if family not in self._anchors:
            self._anchors[family] = self._find(family)
        return self._anchors[family]

    def _find(self, family: str) -> dict[int, list[Anchor]]:
        field, parts = HEADS[family]
        items: list[Any] = getattr(self.record, family)
        heads: dict[str, list[int]] = defaultdict(list)
        printed: dict[str, str] = {}
        for index, item in enumerate(items):
            if head := getattr(item, field):
                heads[fold(head)].append(index)
                printed[fold(head)] = head
        found: dict[int, dict[int, tuple[int, bool, str]]] = defaultdict(dict)
        for head, indexes in heads.items():
            for start, end in locate(self.page, printed[head])[0] + self._given(family, field, indexes):
                part = self.page.part_at(start)
                line = self.page.line_at(start)
                if part.name not in parts or start != self.page.item_start(line):
                    continue
                full = not self.page.text[end : line[1]].strip()
                known = found[part.start].get(start)
                if known is None or known[0] < end:
                    found[part.start][start] = (end, full, head)
        return {start: self._owned(family, rows, heads) for start, rows in found.items()}

    def _given(self, family: str, field: str, indexes: list[int]) -> list[Place]:
        """Places of heads that the reader named."""
        return [
            (quote.start, quote.start + len(quote.text))
            for index in indexes
            for quote in self.quotes.get(f"/{family}/{index}/{field}", [])
            if quote.start is not None and self.page.text.startswith(quote.text, quote.start)
        ]

    def _owned(
        self, family: str, rows: dict[int, tuple[int, bool, str]], heads: dict[str, list[int]]
    ) -> list[Anchor]:
        """Heads that fill their line win over heads that only begin one; equal heads share out their rows."""
        only_full = any(full for _, full, _ in rows.values()) and family != "outcomes"
        kept = [
            (start, end, head) for start, (end, full, head) in sorted(rows.items()) if full or not only_full
        ]
        if family == "outcomes":
            kept = [row for row in kept if self._is_row(row)] or kept
        places: dict[str, list[int]] = defaultdict(list)
        for start, _, head in kept:
            places[head].append(start)
        return [
            Anchor(start, end, self._owners(family, start, heads[head], places[head]))
            for start, end, head in kept
        ]

    def _owners(self, family: str, start: int, indexes: list[int], places: list[int]) -> frozenset[int]:
        if family == "outcomes":
            name = self.page.part_at(start).name
            ranked = [i for i in indexes if f"{self.record.outcomes[i].kind.lower()}_outcomes" == name]
            indexes = ranked or indexes
        if len(indexes) == len(places):
            return frozenset({indexes[places.index(start)]})
        return frozenset(indexes)

    def _is_row(self, row: tuple[int, int, str]) -> bool:
        """Whether nothing but a time frame of the record follows a measure on its line."""
        start, end, _ = row
        rest = fold(self.page.text[end : self.page.line_at(start)[1]])
        return not rest or any(fold(item.time_frame or "") == rest for item in self.record.outcomes)


def _word(text: str, words: str) -> int:
    """Where words stand in a text without cutting others, or -1."""
    at = text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            return at
        at = text.find(words, at + 1)
    return -1
