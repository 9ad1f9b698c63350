"""The glued table of outcomes: `NameTimeMethod`, rows of measure and time frame, descriptions below them."""

import re
from dataclasses import dataclass, field

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import unread
from extractor.layout.headings import looks_like_heading
from extractor.layout.placeholders import placeholder
from extractor.layout.table_cells import cells_of, is_rule
from extractor.layout.table_headers import is_header
from extractor.layout.time_frame_rows import MeasureRow, split_rows
from extractor.normalise.concepts import concept_of
from extractor.normalise.time_frames import max_follow_up, time_points
from extractor.records.finding import FindingCode
from extractor.records.missing import MissingReason
from extractor.records.outcomes import OutcomeKind
from extractor.structure.lines import Line
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

HEADER = "NameTimeMethod"
_ABBREVIATION = re.compile(r"\((?P<letters>[A-Z]{2,6})\)")


@dataclass(slots=True)
class _Row:
    words: Slice
    description: Slice | None = None
    last: int = 0
    described: bool = field(default=False)


def put_outcomes(builder: DraftBuilder, section: Section, kind: OutcomeKind) -> None:
    """Write the outcomes of one table; a table that says there are none is a reason for an empty list."""
    rows = _rows(section.lines)
    for words in _tail(rows):
        unread(builder, "/outcomes", "A line that looks like a heading", words)
    reason = MissingReason.EMPTY_SECTION if not rows else None if rows[1:] else placeholder(rows[0].words)
    if reason:
        builder.missing("/outcomes", reason, *([rows[0].words] if rows else filter(None, [section.heading])))
        return
    glued = [row for row in rows if len(cells_of(row.words)) == 1]
    splits = dict(zip(map(id, glued), split_rows([row.words for row in glued]), strict=True))
    for row in rows:
        _put(builder, kind, row, splits.get(id(row)) or _apart(row), section.heading)


def _apart(row: _Row) -> MeasureRow:
    """The cells of a row that kept them apart; a third cell describes the measure."""
    measure, frame, *rest = cells_of(row.words)
    if rest and rest[0] and row.description is None and placeholder(rest[0]) is None:
        row.description = rest[0]
    return MeasureRow(measure, frame if frame and placeholder(frame) is None else None, certain=True)


def _tail(rows: list[_Row]) -> list[Slice]:
    """Lines at the end that look like headings of what follows; they are taken off the rows."""
    found: list[Slice] = []
    while len(rows) > 1 and rows[-1].description is None and looks_like_heading(rows[-1].words):
        found.insert(0, rows.pop().words)
    last = rows[-1].description if rows else None
    if last and looks_like_heading(last):
        found.insert(0, last)
        rows[-1].description = None
    return found


def put_time_frame(builder: DraftBuilder, outcome: str, frame: Slice) -> None:
    """Write a time frame and what it says in numbers."""
    builder.say(f"{outcome}/time_frame", frame)
    for span in time_points(frame.text):
        builder.item(f"{outcome}/time_points", {"value": span.value, "unit": span.unit})
    if longest := max_follow_up(frame.text):
        builder.put(f"{outcome}/max_follow_up", {"value": longest.value, "unit": longest.unit})


def put_abbreviation(builder: DraftBuilder, outcome: str, measure: Slice) -> None:
    """`Time to progression (TTP)`: capitals in brackets that are the initials of the words before them."""
    match = measure.search(_ABBREVIATION)
    if match is None:
        return
    before = measure.page[measure.start : match.start()]
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", before)).upper()
    if initials.endswith(match.group("letters")):
        builder.say(f"{outcome}/abbreviation", measure.group(match, "letters"))


def _rows(lines: tuple[Line, ...]) -> list[_Row]:
    """A row's description stands one blank line below it and is followed by another blank line."""
    found: list[_Row] = []
    for line in lines:
        if line.blank or (not found and is_header(line.content)) or is_rule(line.content):
            continue
        above = found[-1] if found else None
        gap = above is not None and line.number - above.last > 1
        if above and gap and not above.described:
            above.description, above.described = line.content, True
        elif above and above.described and not gap:
            above.description = above.description.to(line.content) if above.description else line.content
        else:
            found.append(_Row(line.content))
            above = None
        found[-1].last = line.number
    return found


def _put(
    builder: DraftBuilder, kind: OutcomeKind, row: _Row, cells: MeasureRow, heading: Slice | None
) -> None:
    outcome = builder.item("/outcomes")
    builder.put(f"{outcome}/kind", kind, *([heading] if heading else []))
    builder.say(f"{outcome}/measure", cells.measure)
    if cells.time_frame and cells.certain:
        put_time_frame(builder, outcome, cells.time_frame)
    elif cells.time_frame:
        builder.say(f"{outcome}/time_frame", cells.time_frame)  # what it says in numbers is as doubtful
    builder.say(f"{outcome}/description", row.description)
    if concept := concept_of(cells.measure.text):
        builder.put(f"{outcome}/concept_norm", concept, cells.measure)
    put_abbreviation(builder, outcome, cells.measure)
    if not cells.certain:
        builder.find(FindingCode.AMBIGUOUS, outcome, "The row has another good split", row.words)
