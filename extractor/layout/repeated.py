"""Runs of lines that stand twice on a page: parts of it overlap, or it was put together twice."""

from collections.abc import Callable, Iterator, Sequence

from extractor.layout.headings import heading_name
from extractor.layout.page import Page
from extractor.structure.lines import Line

_SITES = "location_list"
_RUN, _ITEMS = 4, 5
_RUNS = {
    "medpath": 3,
    "ctgov-snapshot": 3,
    "pure-portal": 2,
    "pubmed-record": 1,
    "structured-abstract": 1,
    "medline-print": 1,
}
"""How many lines show it, for layouts that print hardly anything twice."""
_PROSE = frozenset(_RUNS) - {"ctgov-snapshot"}
"""Layouts that print no sentence twice; others print interventions with each of their arms."""
_BARELY = frozenset({"medpath", "pure-portal"})
"""Of these, any run of lines but items of criteria, which may repeat what they ask of each group."""
_VERSIONS = frozenset({"euctr"})
_LONG, _SHOWN, _FEW = 40, 60, 2


def repeated(page: Page, layout: str) -> str:
    """What shows that a part of a page stands on it twice; `""` where none does.

    Sites may be printed twice, and a download of the EU register holds several versions.
    """
    if layout in _VERSIONS:
        return ""
    lines = list(_without_sites(page))
    length = _RUNS.get(layout, _RUN)
    return _again(lines, length, lambda run: _tells(run, layout)) or _again(lines, _ITEMS, _are_items)


def _again(lines: Sequence[Line], length: int, tells: Callable[[Sequence[Line]], bool]) -> str:
    texts = [line.content.text for line in lines]
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(texts) - length + 1):
        run = tuple(texts[at : at + length])
        first = seen.setdefault(run, at)
        if at - first >= length and len(set(run)) == length and tells(lines[at : at + length]):
            return f"{texts[at][:_SHOWN]!r} and what follows it stands on it twice"
    return ""


def _without_sites(page: Page) -> Iterator[Line]:
    inside = False
    for line in page.printed:
        if name := heading_name(line):
            inside = name == _SITES
        if not inside:
            yield line


def _tells(run: Sequence[Line], layout: str) -> bool:
    """Whether headings or sentences stand among lines that a page prints once."""
    if layout in _BARELY and not (layout == "medpath" and any(line.marker for line in run)):
        return True
    headings = sum(heading_name(line) is not None for line in run)
    sentences = any(len(line.content) >= _LONG and not line.marker for line in run)
    return headings >= (1 if layout in _RUNS else _FEW) or (layout in _PROSE and sentences)


def _are_items(run: Sequence[Line]) -> bool:
    return all(line.marker for line in run)
