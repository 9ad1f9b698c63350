"""Sections E.5 of the EU register: end points, in a list or a line each, and when they are evaluated.

A time that stands for several end points is theirs only where it names a single moment.
"""

import re
from itertools import pairwise

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eu_answers import Protocol
from extractor.layout.field_kinds import unread
from extractor.layout.outcome_records import put_outcome
from extractor.layout.placeholders import placeholder
from extractor.records.finding import FindingCode
from extractor.records.outcomes import OutcomeKind
from extractor.structure.lines import Line
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_LISTS = (("E.5.1", "E.5.1.1", OutcomeKind.PRIMARY), ("E.5.2", "E.5.2.1", OutcomeKind.SECONDARY))
_NUMBER = re.compile(r"\d+")
_JOINT = re.compile(r"(?:and|or)\b[/ ]*(?:or)?", re.IGNORECASE)
_CLOSING = " \t.;,"


def put_end_points(builder: DraftBuilder, protocol: Protocol, *, lines_lost: bool) -> None:
    """Write end points with their time; where the line breaks are lost, only a single one is read."""
    for code, time, kind in _LISTS:
        section = protocol.field(code)
        if section is None or section.block is None:
            continue
        if reason := placeholder(section.block):
            builder.missing("/outcomes", reason, section.block)
        elif lines_lost and _may_be_several(section.block):
            message = "The line breaks of the end points are lost: they"
            unread(builder, "/outcomes", message, section.block)
        else:
            _put_list(builder, section, kind, protocol.value(time))


def _may_be_several(words: Slice) -> bool:
    """Whether a text that lost its line breaks may hold more than one end point."""
    return bool(re.search(r"[.;•]\s*\S|[a-z)][A-Z0-9]|\d\s*[-.)]\s*[A-Z]|(?:^|\s)-", words.text))


def _put_list(builder: DraftBuilder, section: Section, kind: OutcomeKind, time: Slice | None) -> None:
    measures = _measures(builder, list(section.printed))
    numbers = _NUMBER.findall(time.text) if time else []
    shared = time if time and (len(measures) == 1 or len(numbers) <= 1) else None
    for measure in measures:
        put_outcome(builder, kind, measure, shared, heading=section.heading)
    if time and shared is None and measures:
        message = "The times are printed for all end points: which is whose cannot be told"
        builder.find(FindingCode.AMBIGUOUS, "/outcomes", message, time)


def _measures(builder: DraftBuilder, lines: list[Line]) -> list[Slice]:
    """The end points: the items of a list, else one for each line that begins like a sentence."""
    if any(line.marker for line in lines):
        return _items(builder, lines)
    if all(not line.content.text[0].islower() for line in lines) and not _runs_on(lines):
        return [line.content for line in lines]
    return [lines[0].content.to(lines[-1].content)]


def _runs_on(lines: list[Line]) -> bool:
    """Whether a line ends where no end point does: before a joint, or in a colon."""
    return any(line.content.text.endswith((",", ":", " and", " or")) for line, _ in pairwise(lines))


def _items(builder: DraftBuilder, lines: list[Line]) -> list[Slice]:
    found: list[Slice] = []
    for line in lines:
        words = line.item if line.marker else line.content
        if line.marker:
            found.append(words)
        elif _is_heading(words):
            continue
        elif found and words.text[0].islower():
            found[-1] = found[-1].to(words)
        else:
            unread(builder, "/outcomes", "A line beside the list of end points", words)
    return [words.cut(0, len(words.text.rstrip(_CLOSING)) or None) for words in found]


def _is_heading(words: Slice) -> bool:
    """Whether a line only introduces a list: a colon at its end and no number, or `and` alone."""
    text = words.text
    return bool(_JOINT.fullmatch(text)) or (text.endswith(":") and not _NUMBER.search(text))
