"""The glued table of arms and interventions: `GroupInterventionDescription` and its rows."""

import re

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.glued_rows import split_three
from extractor.layout.placeholders import placeholder
from extractor.layout.table_cells import cells_of, is_rule
from extractor.layout.table_headers import is_header
from extractor.normalise.terms import fold, lookup
from extractor.records.arms import LinkBasis
from extractor.records.finding import FindingCode
from extractor.records.missing import MissingReason
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

HEADER = "GroupInterventionDescription"
_COLUMNS = 3
_TYPED = re.compile(r"(?P<type>[A-Z][A-Za-z /-]+):\s+(?P<name>\S.*)", re.DOTALL)


class ArmTable:
    """Writes arms, interventions and links into a draft; keys are given in page order."""

    def __init__(self, builder: DraftBuilder) -> None:
        self._builder = builder
        self._arms: dict[str, str] = {}
        self._interventions: dict[str, str] = {}

    def put_listed(self, pieces: list[Slice]) -> None:
        """Write the page's own list of interventions: `Procedure: TACE`."""
        for piece in pieces:
            match = piece.match(_TYPED)
            kind = lookup("enums", match.group("type"), "InterventionType") if match else None
            name = piece.group(match, "name") if match and kind else piece
            place, _ = self._intervention(name)
            if match and kind:
                self._builder.put(f"{place}/type", kind, piece.group(match, "type"))

    def put_rows(self, section: Section) -> None:
        """Write the rows below the table's header; rows that cannot be split stay raw in a finding."""
        rows = [line.content for line in section.printed if not is_rule(line.content)]
        if rows and is_header(rows[0]):
            rows.pop(0)
        if not rows or (len(rows) == 1 and placeholder(rows[0])):
            reason = placeholder(rows[0]) if rows else None
            words = rows or filter(None, [section.heading])
            self._builder.missing("/arms", reason or MissingReason.EMPTY_SECTION, *words)
            return
        apart = [cells_of(row) for row in rows]
        if all(len(found) == _COLUMNS and found[0] and found[1] for found in apart):
            for row, found in zip(rows, apart, strict=True):
                self._put_row(row, *found)
            return
        split = split_three(
            rows, [self._builder.get(f"{place}/name") for place in self._interventions.values()]
        )
        if split is None:
            self._builder.find(
                FindingCode.UNREAD, "/arms", "The rows of the arm table could not be split", *rows
            )
            return
        for row, cells, agreed in zip(rows, split.rows, split.agreed, strict=True):
            if all(agreed):
                self._put_row(row, *cells)
            else:
                self._put_agreed(row, cells, agreed)

    def _put_agreed(self, row: Slice, cells: tuple[Slice, ...], agreed: tuple[bool, ...]) -> None:
        """Write the cells that every good split of a row has; the row itself stays in a finding."""
        message = "The row has another good split"
        self._builder.find(FindingCode.AMBIGUOUS, "/arms", message, row)
        arm, new = self._arm(cells[0]) if agreed[0] else ("", False)
        if new and not agreed[2]:
            self._builder.missing(f"{arm}/description", MissingReason.AMBIGUOUS, row)
        intervention = self._intervention(cells[1])[0] if agreed[1] else ""
        if arm and intervention:
            self._link(row, arm, intervention)

    def _put_row(self, row: Slice, label: Slice, name: Slice, description: Slice) -> None:
        arm, new = self._arm(label)
        reason = placeholder(description)
        if reason:
            self._builder.missing(f"{arm}/description", reason, description)
        elif new:
            self._builder.say(f"{arm}/description", description)
        else:
            self._builder.words(f"{arm}/description", description)
        self._link(row, arm, self._intervention(name)[0])

    def _link(self, row: Slice, arm: str, intervention: str) -> None:
        link = self._builder.item("/arm_interventions", None, row)
        self._builder.put(f"{link}/arm", self._builder.get(f"{arm}/key"))
        self._builder.put(f"{link}/intervention", self._builder.get(f"{intervention}/key"))
        self._builder.put(f"{link}/basis", LinkBasis.TABLE)

    def _arm(self, label: Slice) -> tuple[str, bool]:
        return self._object(self._arms, "/arms", "A", "label", label)

    def _intervention(self, name: Slice) -> tuple[str, bool]:
        return self._object(self._interventions, "/interventions", "I", "name", name)

    def _object(
        self, places: dict[str, str], pointer: str, letter: str, field: str, words: Slice
    ) -> tuple[str, bool]:
        """The pointer of the object with these words, made if it is new, and whether it is."""
        known = places.get(fold(words.text))
        if known:
            self._builder.words(f"{known}/{field}", words)
            return known, False
        place = places[fold(words.text)] = self._builder.item(pointer)
        self._builder.put(f"{place}/key", f"{letter}{len(places)}")
        self._builder.say(f"{place}/{field}", words)
        return place, True
