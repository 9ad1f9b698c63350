"""Signs of shuffled lines.

Whole sections may stand in any order and are read all the same; so their order is a sign only beside others.
"""

from collections.abc import Collection, Sequence

from extractor.layout.headings import cut, heading_name
from extractor.layout.label_order import misplaced
from extractor.layout.page import Page
from extractor.structure.lines import Line

_LISTING = frozenset({"inclusion", "exclusion", "description", "brief_summary", "conditions", "keywords"})
"""Sections that may hold a list with markers."""
_FEW, _LONGEST = 2, 60


def out_of_order(page: Page, order: Sequence[str], repeated: Collection[str] = ()) -> str:
    """What is in disorder; `order` are the names of a layout's headings, `repeated` those that come again."""
    places: dict[str, list[int]] = {}
    for at, name in enumerate(order):
        places.setdefault(name, []).append(at)
    names = filter(None, map(heading_name, page.printed))
    again = {at for name in repeated for at in places[name]}
    return misplaced([places[name] for name in names if name in places], again)


def stray_items(lines: tuple[Line, ...]) -> bool:
    """Whether list items stand in several sections that list nothing."""
    odd = {
        section.name
        for section in cut(lines)[1:]
        if section.name not in _LISTING and any(line.marker for line in section.lines)
    }
    return len(odd) >= _FEW


def may_head(line: Line, names: Collection[str]) -> bool:
    """Whether a line is a heading of one of these names, or might be one that no table knows."""
    name = heading_name(line)
    short = not line.marker and len(line.content) <= _LONGEST and line.content.text[-1] not in ".:;,"
    return name in names or (name is None and short)
