"""Blocks that a page numbers, each one object of a list: `Arm 1`, `Arm 2`, `Participating Study Site 15`."""

import re
from typing import Final, NamedTuple

from extractor.verification.page import Page, Place
from extractor.verification.section_forms import UNKNOWN

_HEAD: Final = re.compile(
    r"(?!(?i:number\s+of)\b)(?:[A-Z]\.)?(?P<words>[A-Z][\w ()/-]{2,60}?):?[ \t]*(?P<number>\d{1,2})[ \t]*:?"
)
_LETTER: Final = re.compile(r"[A-Z]\.(?=[ \tA-Z\d])")
"""The letter of a section of a form, before the number of a field or the name of a block."""
_NOUNS: Final = {
    "outcomes": re.compile(r"(?:outcome|end\s?point)(?:\s+measure)?s?(?:\(s\))?$", re.IGNORECASE),
    "arms": re.compile(r"\b(?:arm|group|cohort)s?(?:\(s\))?$", re.IGNORECASE),
    "locations": re.compile(r"\b(?:site|centre|center|facility|location)s?(?:\(s\))?$", re.IGNORECASE),
    "sponsors": re.compile(r"\bsponsor(?:s|\(s\)|\s+organi[sz]ation)?$", re.IGNORECASE),
    "interventions": re.compile(r"\b(?:intervention|product|drug|imp)s?(?:\(s\))?$", re.IGNORECASE),
}
"""For each list, how the words before the number of its blocks end."""


_INSIDE: Final = {
    "arms": frozenset({"enrollment", "description", "interventions"}),
    "locations": frozenset({"status", "start_date"}),
    "sponsors": frozenset({"countries"}),
}
"""Headings that are labels inside the blocks of a list."""


class Block(NamedTuple):
    """A numbered block: the list its object is of, where it stands, how its head reads."""

    family: str
    start: int
    end: int
    head: str


def block_of_another(blocks: list[Block], heads: list[int], place: Place, *, whole: bool) -> str | None:
    """Why a place is in another block than the head of its object, `""` if in the same one.

    None where the page numbers no blocks of this list, or they do not tell. `whole` says that the blocks
    hold all that the page says of their objects.
    """
    if not heads or not blocks:
        return None
    here = next((block for block in blocks if block.start <= place[0] < block.end), None)
    if here is None:
        inside = any(block.start <= head < block.end for block in blocks for head in heads)
        return "does not stand in the block of its object" if inside and whole else None
    same = any(here.start <= head < here.end for head in heads)
    return "" if same else f"stands in the block {here.head[:60]!r}"


def is_head(page: Page, line: Place) -> bool:
    """Whether a line is the head of a numbered block."""
    return _head(page, *line) is not None


def numbered_blocks(page: Page) -> tuple[Block, ...]:
    """The numbered blocks of a page, in order."""
    heads = [found for start, end in page.lines if (found := _head(page, start, end))]
    blocks: list[Block] = []
    for at, (family, start, head, words) in enumerate(heads):
        following = heads[at + 1] if at + 1 < len(heads) else None
        stop = following[1] if following else len(page.text)
        if following is None or (following[0], following[3]) != (family, words):
            before = blocks[-1] if blocks and blocks[-1].family == family else None
            stop = min(stop, _last_end(page, family, (start, stop), before))
        if letter := _LETTER.match(head):
            stop = min(stop, _next_letter(page, start, stop, letter.group()))
        blocks.append(Block(family, start, stop, head))
    return tuple(blocks)


def _next_letter(page: Page, start: int, stop: int, letter: str) -> int:
    """Where a lettered form goes on with another letter: `E.1` behind the last block `D.IMP: 3`."""
    for line in page.lines_between(start + 1, stop):
        other = _LETTER.match(page.text[line[0] : line[1]].lstrip())
        if other and other.group() != letter:
            return line[0]
    return stop


def _head(page: Page, start: int, end: int) -> tuple[str, int, str, str] | None:
    line = page.text[start:end].strip()
    match = _HEAD.fullmatch(line) if line[-1].isdigit() or line[-1] == ":" else None
    if match is None:
        return None
    words = match.group("words").strip()
    family = next((name for name, form in _NOUNS.items() if form.search(words)), None)
    return (family, start, line, words) if family else None


def _last_end(page: Page, family: str, span: tuple[int, int], before: Block | None) -> int:
    """The end of the last block of its kind: behind the last label it shares with the one before it.

    A block that stands alone ends at the next heading that is no label of such a block.
    """
    start, stop = span
    lines = page.lines_between(start + 1, stop)
    if before is None:
        inside = _INSIDE.get(family, frozenset()) | {UNKNOWN}
        parts = [part.start for part in page.parts if start < part.start < stop and part.name not in inside]
        return parts[0] if parts else stop
    labels = {page.text[slice(*line)].strip() for line in page.lines_between(before.start + 1, before.end)}
    shared = [n for n, line in enumerate(lines) if page.text[slice(*line)].strip() in labels]
    size = len(page.lines_between(before.start, before.end))
    shared = [n for n in shared if n < 2 * size]
    if not shared:
        return stop
    last = min(shared[-1] + 1, len(lines) - 1)
    return lines[last][1]
