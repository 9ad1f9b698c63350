"""Rows and blocks: which object of a list the words at a place belong to.

Tables and blocks begin with the object's head (a measure, a label, a name). Words are an object's if they
stand in the block that its head begins: up to the next head that the record knows, and up to where the page's
own form shows that another block begins, known or not.
"""

from bisect import bisect_right
from operator import attrgetter
from typing import Final

from extractor.records.draft import Quote
from extractor.records.record import TrialRecord
from extractor.verification.allocated import allots
from extractor.verification.anchors import HEADS, Anchor, Anchors, labels_next
from extractor.verification.blocks import Blocks
from extractor.verification.fold import fold
from extractor.verification.groups import other_group, word_at
from extractor.verification.numbered import Block, block_of_another, numbered_blocks
from extractor.verification.page import Page, Place

_WHOLE: Final = frozenset({"outcomes", "references", "locations", "officials", "sponsors", "identifiers"})
"""Lists whose rows say all that is said of their objects; prose describes arms and interventions too."""


class Rows:
    """The rows of one page, as the heads of one record and the form of the page show them."""

    def __init__(self, page: Page, record: TrialRecord, quotes: dict[str, list[Quote]]) -> None:
        self.page = page
        self.record = record
        self.quotes = quotes
        self._anchors: dict[str, dict[int, list[Anchor]]] = {}
        self._blocks: dict[str, Blocks] = {}
        self._listed: set[str] = set()
        """Families whose heads stand in the sections of their list."""
        self._owners: dict[tuple[str, int], Anchor | None] = {}
        self.misfits: dict[str, str | None] = {}
        """Why the name of an arm or an intervention fits nowhere, by the object's pointer, as was asked."""
        self.name_doubts: dict[str, str | None] = {}
        """What is doubtful of a name wherever it stands, by its pointer, as was asked."""
        self._first_arms: dict[str, frozenset[int] | None] = {}
        self._names_by_path: dict[str, list[str]] | None = None
        self.numbered: tuple[Block, ...] = numbered_blocks(page)
        """The blocks that the page numbers."""

    def anchors(self, family: str) -> dict[int, list[Anchor]]:
        """The heads of a family by the start of their section, in order."""
        if family not in self._anchors:
            anchors = Anchors(self.page, self.record, self.quotes, family)
            self._anchors[family] = {
                part: [one for one in rows if not self.blocks(family).of_another(one.start)]
                for part, rows in anchors.find().items()
            }
            if anchors.listed:
                self._listed.add(family)
        return self._anchors[family]

    def blocks(self, family: str) -> Blocks:
        """The blocks of a family as the page's form shows them."""
        if family not in self._blocks:
            self._blocks[family] = Blocks(self.page, family)
        return self._blocks[family]

    def owner_of(self, family: str, place: Place) -> Anchor | None:
        """The row a place stands in, or None where no row of the family begins before it in its section."""
        key = family, place[0]
        if key not in self._owners:
            self._owners[key] = self._owner_of(family, place)
        return self._owners[key]

    def _owner_of(self, family: str, place: Place) -> Anchor | None:
        anchors = self._beside(family, place)
        at = bisect_right(anchors, place[0], key=attrgetter("start")) - 1
        if at + 1 < len(anchors) and self.blocks(family).around(anchors[at + 1].place).start <= place[0]:
            at += 1  # some pages print an address or a role above the name
        return anchors[at] if at >= 0 else None

    def _beside(self, family: str, place: Place) -> list[Anchor]:
        return self.anchors(family).get(self.page.part_at(place[0]).start, [])

    def foreign(self, item: tuple[str, int] | None, place: Place) -> str | None:
        """Why a place belongs to another object than one of the record's lists, or None."""
        if item is None or item[0] not in HEADS or self._in_heading(place):
            return None
        family, index = item
        if (numbered := self._in_numbered(family, index, place)) is not None:
            return numbered or None
        anchor = self.owner_of(family, place)
        if anchor is None:
            return self._outside(family, index, place)
        return self._in_row_of(anchor, family, index, place)

    def _in_row_of(self, anchor: Anchor, family: str, index: int, place: Place) -> str | None:
        """Why a place behind a head is not this object's, or None."""
        if self._is_headless(family, index) and place[0] > self.blocks(family).around(anchor.place).end:
            return None
        if index not in anchor.owners:
            rows = [one for rows in self.anchors(family).values() for one in rows]
            if family == "identifiers" and labels_next(self.page, rows, index, place):
                return None
            return f"stands in the row of {self._name(anchor)!r}"
        if place[1] > self.blocks(family).around(anchor.place).end:
            return f"stands behind the row of {self._name(anchor)!r}"
        return None

    def _is_headless(self, family: str, index: int) -> bool:
        """Whether an object lacks what heads rows of its list: its words begin no row."""
        return getattr(getattr(self.record, family)[index], HEADS[family][0]) is None

    def _in_numbered(self, family: str, index: int, place: Place) -> str | None:
        """What the numbered blocks of the page say of a place: see `block_of_another`."""
        if not self.numbered:
            return None
        blocks = [block for block in self.numbered if block.family == family]
        heads = [one.start for rows in self.anchors(family).values() for one in rows if index in one.owners]
        return block_of_another(blocks, heads, place, whole=family in _WHOLE)

    def in_same_block(self, item: tuple[str, int] | None, place: Place) -> bool:
        """Whether a place stands in the numbered block of its object, `D.IMP: 1`."""
        return item is not None and self._in_numbered(*item, place) == ""

    def _outside(self, family: str, index: int, place: Place) -> str | None:
        """Why a place in no row of its list is not this object's, or None."""
        own = [other for other in self._beside(family, place) if index in other.owners]
        if own and family == "interventions" and self._names(family, index, place):
            return None  # a label before its name: `Drug: iodine`
        if own and not self._heads(family, own[0], place):
            return "stands before the row of its object"
        if why := self._in_list_of_others(family, index, place):
            return why
        return self._in_sentence_of_another(index, place) if family == "arms" else None

    def _heads(self, family: str, anchor: Anchor, place: Place) -> bool:
        """Whether a place may be a heading nobody knows: right above the first row, or above its label."""
        if family in self._listed:
            return False
        below = self.page.line_below(place[0])
        if below and self.page.marked[self.page.text[slice(*below)].strip()] > 1:
            below = self.page.line_below(below[0])
        return self.page.line_at(anchor.start) == below

    def _in_list_of_others(self, family: str, index: int, place: Place) -> str | None:
        """Why a place is not this object's, whose row stands in its list elsewhere, or None."""
        own = [one for rows in self.anchors(family).values() for one in rows if index in one.owners]
        if not own or family not in self._listed:
            return None
        inside = self.page.part_at(place[0]).name in HEADS[family][1]
        if not (inside or family in _WHOLE) or self._names(family, index, place):
            return None
        return (
            "stands in another list than its object" if inside else "does not stand in the row of its object"
        )

    def _names(self, family: str, index: int, place: Place) -> bool:
        """Whether the line of a place names the object, or the object has no name."""
        head: str | None = getattr(getattr(self.record, family)[index], HEADS[family][0])
        return head is None or fold(head) in fold(self.page.text[slice(*self.page.line_at(place[0]))])

    def doubtful(self, item: tuple[str, int] | None, place: Place) -> str | None:
        """Why the page does not tell whether a place is still in the block of its object, or None."""
        if item is None or item[0] not in HEADS or self._in_heading(place):
            return None
        family, index = item
        if self._in_numbered(family, index, place) == "":
            return None
        anchor = self.owner_of(family, place)
        if anchor is None:
            inside = self.page.part_at(place[0]).name in HEADS[family][1]
            named = not inside or self._names(family, index, place)
            return None if named else "its list has no row of this object"
        blocks, only = self.blocks(family), len(getattr(self.record, family)) == 1
        sure = place[0] < blocks.around(anchor.place).sure or self._is_headless(family, index)
        if sure or blocks.is_alone(anchor.start, only=only):
            return None
        return f"nothing shows that it still belongs to {self._name(anchor)!r}"

    def _in_heading(self, place: Place) -> bool:
        """Whether words are a heading, which speaks of everything below it."""
        part = self.page.part_at(place[0])
        return part.start <= place[0] < part.body

    def _name(self, anchor: Anchor) -> str:
        return self.page.text[anchor.start : anchor.end][:60]

    def _in_sentence_of_another(self, index: int, place: Place) -> str | None:
        """In prose the first arm a sentence names is the one it is about."""
        start, end = self.page.sentence_at(place[0])
        sentence = self.page.text[start:end]
        first, own = self.first_arm(sentence), self.record.arms[index].label
        if (
            first is not None
            and index not in first
            and allots(self.page, own, (place[0], max(place[1], end)))
        ):
            return None
        named = None if first is None or index in first else self.record.arms[min(first)].label
        named = named or other_group(sentence, own)
        return f"stands in a sentence about {named!r}" if named else None

    def first_arm(self, words: str) -> frozenset[int] | None:
        """The arms whose label words name first; the longest label at a place counts."""
        if words not in self._first_arms:
            text, labels = fold(words), self.names["/arms/label"]
            found = [(at, -len(label), label) for label in labels if (at := word_at(text, label)) >= 0]
            first = min(found)[2] if found else None
            arms = frozenset(i for i, label in enumerate(labels) if label == first)
            self._first_arms[words] = arms or None
        return self._first_arms[words]

    @property
    def names(self) -> dict[str, list[str]]:
        """The names of conditions, arms and interventions by the path of their field, folded."""
        if self._names_by_path is None:
            record = self.record
            self._names_by_path = {
                "/conditions": [fold(name) for name in record.conditions],
                "/arms/label": [fold(arm.label) for arm in record.arms],
                "/interventions/name": [fold(item.name) for item in record.interventions],
            }
        return self._names_by_path
