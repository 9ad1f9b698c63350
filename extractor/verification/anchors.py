"""Heads of rows: where the measure, the label, the name of an object begins a line of its list."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from extractor.records.draft import Quote
from extractor.records.record import TrialRecord
from extractor.verification.fold import fold
from extractor.verification.line_kinds import behind_label, is_frame, is_prose
from extractor.verification.locate import locate
from extractor.verification.page import Page, Place

_OUTCOMES: Final = ("primary_outcomes", "secondary_outcomes", "other_outcomes")
HEADS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
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

    @property
    def place(self) -> Place:
        """Start and end of the head."""
        return self.start, self.end


def begins_row(page: Page, start: int) -> bool:
    """Whether an offset begins a line, its marker and a label aside."""
    line = page.line_at(start)
    item = page.item_start(line)
    return start == item or start == item + behind_label(page.text[item : line[1]])


def labels_next(page: Page, rows: list[Anchor], index: int, place: Place) -> bool:
    """Whether a line is the label above an object's head, on a page that prints one above the first too."""
    below = page.line_below(place[0])
    head = next((one for one in rows if below and below[0] <= one.start < below[1]), None)
    above = page.line_above(min(one.start for one in rows))
    labelled = above is not None and not is_prose(page.text[slice(*above)].strip())
    return head is not None and index in head.owners and labelled


class _Found:
    """Heads that begin lines, by the start of their section: end, whether it fills its line, words."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.rows: dict[int, dict[int, tuple[int, bool, str]]] = defaultdict(dict)

    def add(self, start: int, end: int, head: str) -> None:
        """Keep the longest head at a place."""
        part = self.page.part_at(start)
        full = not self.page.text[end : self.page.line_at(start)[1]].strip()
        known = self.rows[part.start].get(start)
        if known is None or known[0] < end:
            self.rows[part.start][start] = (end, full, head)


class Anchors:
    """The heads of one list of a record on one page."""

    def __init__(self, page: Page, record: TrialRecord, quotes: dict[str, list[Quote]], family: str) -> None:
        self.page = page
        self.record = record
        self.quotes = quotes
        self.family = family
        self.listed = False
        """Whether heads stand in the sections of their list."""
        self._kinds: set[tuple[str, str]] = set()

    def find(self) -> dict[int, list[Anchor]]:
        """The heads by the start of their section, in order.

        They stand in the sections of their list; where none does, as on pages whose headings nobody knows,
        in any section in which one fills its line.
        """
        field, parts = HEADS[self.family]
        items: list[Any] = getattr(self.record, self.family)
        heads: dict[str, list[int]] = defaultdict(list)
        printed: dict[str, str] = {}
        for index, item in enumerate(items):
            if head := getattr(item, field):
                heads[fold(head)].append(index)
                printed[fold(head)] = head
        found, elsewhere = _Found(self.page), _Found(self.page)
        for head, indexes in heads.items():
            for start, end in locate(self.page, printed[head])[0] + self._given(field, indexes):
                if not begins_row(self.page, start):
                    continue
                if self.page.part_at(start).name in parts:
                    found.add(start, end, head)
                elif not self.page.text[end : self.page.line_at(start)[1]].strip():
                    elsewhere.add(start, end, head)
        self.listed = bool(found.rows)
        rows = found.rows or elsewhere.rows
        self._kinds = {
            (head, self.page.part_at(start).name)
            for start, of_part in rows.items()
            for _, _, head in of_part.values()
        }
        return {start: self._owned(of_part, heads) for start, of_part in rows.items()}

    def _given(self, field: str, indexes: list[int]) -> list[Place]:
        """Places of heads that the reader named."""
        return [
            (quote.start, quote.start + len(quote.text))
            for index in indexes
            for quote in self.quotes.get(f"/{self.family}/{index}/{field}", [])
            if quote.start is not None and self.page.text.startswith(quote.text, quote.start)
        ]

    def _owned(self, rows: dict[int, tuple[int, bool, str]], heads: dict[str, list[int]]) -> list[Anchor]:
        """Heads that fill their line win over heads that only begin one; equal heads share out their rows."""
        outcomes = self.family == "outcomes"
        only_full = any(full for _, full, _ in rows.values()) and not outcomes
        kept = [
            (start, end, head) for start, (end, full, head) in sorted(rows.items()) if full or not only_full
        ]
        if outcomes:
            kept = [row for row in kept if self._is_row(row)] or kept
        places: dict[str, list[int]] = defaultdict(list)
        for start, _, head in kept:
            places[head].append(start)
        return [
            Anchor(start, end, self._owners(start, head, heads[head], places[head]))
            for start, end, head in kept
        ]

    def _owners(self, start: int, head: str, indexes: list[int], places: list[int]) -> frozenset[int]:
        if self.family == "outcomes":
            indexes = self._ranked(start, head, indexes)
        if len(indexes) == len(places):
            return frozenset({indexes[places.index(start)]})
        return frozenset(indexes)

    def _ranked(self, start: int, head: str, indexes: list[int]) -> list[int]:
        """Outcomes of the rank of this section, else those whose own rank has no row with this measure."""
        name = self.page.part_at(start).name
        homes = {i: f"{self.record.outcomes[i].kind.lower()}_outcomes" for i in indexes}
        ranked = [i for i in indexes if homes[i] == name]
        return ranked or [i for i in indexes if (head, homes[i]) not in self._kinds]

    def _is_row(self, row: tuple[int, int, str]) -> bool:
        """Whether nothing but a time frame follows a measure on its line."""
        start, end, _ = row
        rest = self.page.text[end : self.page.line_at(start)[1]].strip(" \t|.;,")
        return not rest or is_frame(rest)
