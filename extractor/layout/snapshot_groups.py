"""Study groups and interventions of a snapshot page.

Groups:         label, description?, `Group Type X`,
                then for each intervention: name, `Intervention Type Y`, description?
Interventions:  name, description?, `Intervention Type Y`
"""

import re
from dataclasses import dataclass

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import unread
from extractor.normalise.terms import fold, lookup
from extractor.records.arms import LinkBasis
from extractor.records.finding import FindingCode
from extractor.structure.lines import paragraphs
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_GROUP_TYPE = re.compile(r"Group Type\s+(?P<type>\S.*)")
_LABEL_AND_DESCRIPTION = 2
_TYPE = re.compile(r"Intervention Type\s+(?P<type>\S.*)")


@dataclass(slots=True)
class Known:
    """An intervention of the page's own list: where it stands in the record, and its description's words."""

    pointer: str
    description: str


def put_interventions(builder: DraftBuilder, section: Section | None) -> dict[str, Known]:
    """Write the list of interventions; returns them by folded name."""
    known: dict[str, Known] = {}
    pending: list[Slice] = []
    for words in paragraphs(section.lines) if section else ():
        match = words.match(_TYPE)
        if match is None:
            pending.append(words)
        elif pending:
            name, *rest = pending
            description = rest[0].to(rest[-1]) if rest else None
            place = _put_intervention(builder, name, words.group(match, "type"))
            builder.say(f"{place}/description", description)
            known[fold(name.text)] = Known(place, description.text if description else "")
            pending = []
    for words in pending:
        unread(builder, "/interventions", "An intervention without a type", words)
    return known


def _put_intervention(builder: DraftBuilder, name: Slice, printed: Slice) -> str:
    place = builder.item("/interventions")
    builder.put(f"{place}/key", f"I{len(builder.get('/interventions'))}")
    builder.say(f"{place}/name", name)
    _put_type(builder, f"{place}/type", printed, "InterventionType")
    return place


def _put_type(builder: DraftBuilder, pointer: str, printed: Slice, vocabulary: str) -> None:
    kind = lookup("enums", printed.text, vocabulary)
    if kind:
        builder.put(pointer, kind, printed)
    else:
        unread(builder, pointer, vocabulary, printed)


def put_groups(builder: DraftBuilder, section: Section | None, known: dict[str, Known]) -> None:
    """Write the groups and their links; an intervention that has no list of its own is written here."""
    if section:
        _Groups(builder, known).put(paragraphs(section.lines))


class _Groups:
    def __init__(self, builder: DraftBuilder, known: dict[str, Known]) -> None:
        self.builder = builder
        self.known = known
        self.arm = ""
        self.label: Slice | None = None
        self.arms = 0
        self.last: Known | None = None

    def put(self, pieces: tuple[Slice, ...]) -> None:
        pending: list[Slice] = []
        for words in pieces:
            if match := words.match(_GROUP_TYPE):
                label = self._after_description(pending, _LABEL_AND_DESCRIPTION)
                self._open_arm(label, words.group(match, "type"))
                pending = []
            elif match := words.match(_TYPE):
                self._link(self._after_description(pending, 1), words, words.group(match, "type"))
                pending = []
            else:
                pending.append(words)
        for words in self._after_description(pending, 0):
            unread(self.builder, "/arms", "A paragraph below the last group", words)

    def _after_description(self, pending: list[Slice], needed: int) -> list[Slice]:
        """What is left when the description of the last intervention is taken off.

        A description that no list of interventions gave is known by there being more paragraphs than are
        needed for what follows.
        """
        if self.last is None or not pending:
            return pending
        last, self.last = self.last, None
        if fold(pending[0].text) == fold(last.description) or (
            not last.description and len(pending) > needed
        ):
            if not last.description:
                self.builder.say(f"{last.pointer}/description", pending[0])
                last.description = pending[0].text
            else:
                self.builder.words(f"{last.pointer}/description", pending[0])
            return pending[1:]
        return pending

    def _open_arm(self, pieces: list[Slice], printed: Slice) -> None:
        if not pieces:
            unread(self.builder, "/arms", "A group without a label", printed)
            return
        self.arms += 1
        self.arm = self.builder.item("/arms")
        self.builder.put(f"{self.arm}/key", f"A{self.arms}")
        self.label = pieces[0]
        self.builder.say(f"{self.arm}/label", self.label)
        if len(pieces) > 1:
            self.builder.say(f"{self.arm}/description", pieces[1].to(pieces[-1]))
        _put_type(self.builder, f"{self.arm}/type", printed, "ArmType")

    def _link(self, pieces: list[Slice], words: Slice, printed: Slice) -> None:
        if not pieces or self.label is None:
            unread(self.builder, "/arm_interventions", "An intervention without name or group", words)
            return
        name = pieces[-1]
        for extra in pieces[:-1]:
            unread(self.builder, "/interventions", "A paragraph above an intervention", extra)
        known = self.known.get(fold(name.text))
        if known:
            self.builder.words(f"{known.pointer}/name", name)
            self._type_again(known, printed)
        else:
            place = _put_intervention(self.builder, name, printed)
            known = self.known[fold(name.text)] = Known(place, "")
        self.last = known
        link = self.builder.item("/arm_interventions", None, self.label, name)
        self.builder.put(f"{link}/arm", self.builder.get(f"{self.arm}/key"))
        self.builder.put(f"{link}/intervention", self.builder.get(f"{known.pointer}/key"))
        self.builder.put(f"{link}/basis", LinkBasis.SECTION)

    def _type_again(self, known: Known, printed: Slice) -> None:
        kind = lookup("enums", printed.text, "InterventionType")
        if kind == self.builder.get(f"{known.pointer}/type"):
            self.builder.words(f"{known.pointer}/type", printed)
        else:
            message = "The group gives this intervention another type"
            self.builder.find(FindingCode.CONTRADICTION, f"{known.pointer}/type", message, printed)
