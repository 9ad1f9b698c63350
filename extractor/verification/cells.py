"""Cells of glued outcome rows: measure and time frame must fill the row, split in the only good way."""

import re
from typing import Final

from extractor.normalise.spans_of_time import SPAN
from extractor.records.outcomes import Outcome
from extractor.verification.case import Case
from extractor.verification.fold import fold
from extractor.verification.line_kinds import is_frame
from extractor.verification.page import Page, Place

_FRAME: Final = re.compile(
    r"\d+(?:\.\d+)?[\s-]?(?:minute|min|hour|hr|day|week|wk|month|mo|year|yr)s?(?![A-Za-z])", re.IGNORECASE
)
_ENDS_IN_FRAME: Final = re.compile(rf"{SPAN}\s*(?:,|;|/|&|and|or|to|-)?\s*$", re.IGNORECASE)
_MEASURE_LABEL: Final = re.compile(
    r"(?:(?:primary|secondary|other|main|key)\s+)?(?:outcome|measure|end\s?point|title|name)(?:\s+measure)?(?:s|\(s\))?"
    r"(?:\s+\d{1,2})?\s*:\s*(?:[•◦▪*–-]\s*)?",
    re.IGNORECASE,
)
_FOR_ALL: Final = re.compile(r"time\s?points?(?:\(s\))?\s+of\s+evaluation", re.IGNORECASE)
_BETWEEN_CELLS: Final = " \t|"
_CELL_END: Final = re.compile(r"[|\t]")
_MEETING: Final = re.compile(r"\d\.?$")
_DANGLING: Final = re.compile(r"(?:^|[\s(])[A-Za-z]\.?$|\.$")


def time_frame(case: Case) -> tuple[list[Place], str | None]:
    """Places where the value is the rest of a row of its outcome, and why that split is in doubt."""
    found: list[Place] = []
    page, doubt = case.page, None
    for place in _frames(case):
        if fold(page.text[place[0] : place[1]]) == fold(case.value):
            found.append(place)
            doubt = doubt or other_split(page, place[0], page.line_at(place[0]))
    return found, doubt


def of_whole_list(case: Case, place: Place) -> bool:
    """Whether a time stands in a field for all outcomes above it: `Timepoint(s) of evaluation`."""
    page = case.page
    line = page.line_at(place[0])
    above = page.line_above(line[0])
    label = page.text[line[0] : place[0]] + (page.text[slice(*above)] if above else "")
    part = page.part_at(place[0]).start
    measures = case.contexts.own_places(case.context, "measure")
    return bool(_FOR_ALL.search(label)) and any(page.part_at(start).start == part for start, _ in measures)


def frame_elsewhere(case: Case, place: Place) -> str | None:
    """Why a time frame is not its measure's: the row of the measure prints another, or None."""
    frames = [frame for frame in _frames(case) if is_frame(case.text(frame))]
    if not frames or any(frame[0] <= place[0] < frame[1] for frame in frames):
        return None
    return f"the row of its measure prints {case.text(frames[0])[:40]!r}"


def _frames(case: Case) -> list[Place]:
    """What follows the measure of this outcome in each of its rows."""
    index = int(case.leaf.owner_pointer.rpartition("/")[2])
    return [
        _cell_behind(case.page, anchor.end, case.page.line_at(anchor.start)[1])
        for anchors in case.rows.anchors("outcomes").values()
        for anchor in anchors
        if index in anchor.owners
    ]


def _cell_behind(page: Page, start: int, end: int) -> Place:
    """The next cell of a row; where nothing separates its cells, all that is left of it."""
    text = page.text[start:end]
    behind = len(text) - len(text.lstrip(_BETWEEN_CELLS))
    cell = _CELL_END.split(text[behind:], maxsplit=1)[0].rstrip()
    return start + behind, start + behind + len(cell)


def other_split(page: Page, at: int, line: Place) -> str | None:
    """Another good split of a row near offset `at`, where the cells meet inside a number."""
    text = page.text
    if not at or not text[at : at + 1].isdigit() or not _MEETING.search(text, max(0, at - 2), at):
        return None
    if not _good(text, at, line):
        return f"the row is split inside a number before {text[at : line[1]][:30]!r}"
    first = at
    while first > line[0] and (text[first - 1].isdigit() or text[first - 1] == "."):
        first -= 1
    for cut in range(first, line[1]):
        if not text[cut].isdigit():
            if text[cut] != ".":
                break
            continue
        if cut != at and _good(text, cut, line):
            return f"the row could also be split before {text[cut : line[1]][:30]!r}"
    return None


def _good(text: str, cut: int, line: Place) -> bool:
    frame, measure = text[cut : line[1]], text[line[0] : cut]
    leading_zero = frame[0] == "0" and frame[1:2].isdigit()
    return _FRAME.match(frame) is not None and not leading_zero and not _DANGLING.search(measure)


def measure(case: Case, place: Place) -> str | None:
    """Why a measure in an outcome table is not the first cell of a row with its time frame, or None."""
    page, outcome = case.page, case.owner
    assert isinstance(outcome, Outcome)  # noqa: S101 - asked for outcomes only
    if not page.part_at(place[0]).name.endswith("_outcomes"):
        return None
    line = page.line_at(place[0])
    item = page.item_start(line)
    if place[0] != item and not _MEASURE_LABEL.fullmatch(page.text, item, place[0]):
        return "does not begin a row of the outcome table"
    rest = page.text[place[1] : line[1]]
    if not rest.strip(" \t.;,") or fold(rest) == fold(outcome.time_frame or ""):
        return None
    if is_frame(rest.lstrip(_BETWEEN_CELLS)) and not _ENDS_IN_FRAME.search(page.text, *place):
        return None
    return f"is followed in its row by {rest[:40]!r}"
