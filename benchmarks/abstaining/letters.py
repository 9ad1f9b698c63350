"""Ways to break the letters of a page: each gives for every character what is printed in its place."""

import re
from collections.abc import Callable, Sequence
from itertools import accumulate
from random import Random
from typing import Any

from abstaining.breaks import is_heading
from extractor.records.declare import Check
from extractor.records.envelope import Extraction
from extractor.records.leaves import leaves
from extractor.records.pointer import split

Letters = list[str]
Misprint = Callable[[str, Random], Letters]
_ALIKE = {"l": "1", "1": "l", "I": "l", "O": "0", "0": "O", "o": "0", "5": "S", "S": "5", "B": "8", "8": "B"}
_PAIRS = {"m": "rn", "d": "cl", "w": "vv"}
_NOISE = 0.02
_FIGURE_NOISE, _CUT = 0.1, 0.5
_WIDTH = 80
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"\S[^\n]*")
_MARKER = re.compile(
    r"^(?=[ \t]|[•◦▪*–(\da-z-])[ \t]*(?:(?P<marker>[•◦▪*–-]|\(?\d{1,2}[.)]|[a-z][.)])[ \t]+)?(?=\S)",
    re.MULTILINE,
)
_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")


def scanned(text: str, chance: Random) -> Letters:
    """Characters read for others that look like them, as from a picture."""
    looks = {**_ALIKE, **_PAIRS}
    return [looks[one] if one in looks and chance.random() < _NOISE else one for one in text]


def figures_scanned(text: str, chance: Random) -> Letters:
    """Only figures read for letters, and letters for figures, and more of them."""
    return [
        _ALIKE[one]
        if one in _ALIKE and (one.isdigit() or one in "lO") and chance.random() < _FIGURE_NOISE
        else one
        for one in text
    ]


def decimal_commas(text: str, _: Random) -> Letters:
    """Numbers as most of Europe prints them."""
    points = {match.start() for match in _DECIMAL.finditer(text)}
    return ["," if at in points else one for at, one in enumerate(text)]


def signs_lost(text: str, _: Random) -> Letters:
    """Every character beyond ASCII is a question mark."""
    return [one if one.isascii() else "?" for one in text]


def signs_garbled(text: str, _: Random) -> Letters:
    """UTF-8 read as an older encoding: `â‰¥` for `≥`."""
    return [one if one.isascii() else one.encode().decode("cp1252", "replace") for one in text]


def hyphenated(text: str, chance: Random) -> Letters:
    """Lines broken at the width of a column, words cut with a hyphen where they reach it."""
    letters = list(text)
    column = 0
    for at, one in enumerate(text):
        column = 0 if one == "\n" else column + 1
        inside = text[max(0, at - 1) : at + 3].isalpha()
        if column >= _WIDTH and (one == " " or (inside and chance.random() < _CUT)):
            letters[at], column = ("\n" if one == " " else f"{one}-\n"), 0
    return letters


def wrapped(text: str, _: Random) -> Letters:
    """Lines broken at blanks at the width of a column."""
    letters = list(text)
    begin = 0
    for match in _WORD.finditer(text):
        begin = text.rfind("\n", begin, match.start()) + 1 or begin
        if match.end() - begin > _WIDTH and match.start() > begin and text[match.start() - 1] == " ":
            letters[match.start() - 1], begin = "\n", match.start()
    return letters


def cut_at_width(text: str, _: Random) -> Letters:
    """What lies beyond the width of a column is lost."""
    column = 0
    letters = []
    for one in text:
        column = 0 if one == "\n" else column + 1
        letters.append(one if column <= _WIDTH else "")
    return letters


def markers_lost(text: str, _: Random) -> Letters:
    """No list has markers, no line an indent."""
    return _replaced(text, _MARKER, lambda _: "")


def as_markdown(text: str, _: Random) -> Letters:
    """Items and headings are marked as in Markdown."""
    letters = _replaced(text, _MARKER, lambda match: "- " if match.group("marker") else "")
    for match in _LINE.finditer(text):
        if is_heading(match.group()):
            letters[match.start()] = f"## {letters[match.start()]}"
    return letters


def _replaced(text: str, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> Letters:
    letters = list(text)
    for match in filter(re.Match[str].group, pattern.finditer(text)):
        letters[match.start() : match.end()] = [new(match), *[""] * (len(match.group()) - 1)]
    return letters


def printed(gold: Extraction, letters: Letters, which: int) -> Extraction:
    """Gold with its words as they are printed now, in the first (0) or last (-1) place where they stand."""
    ends = [0, *accumulate(map(len, letters))]
    text = "".join(letters)
    record: dict[str, Any] = gold.record.model_dump(mode="json")
    for leaf in leaves(gold.record):
        evidence = gold.evidence.get(leaf.pointer) if leaf.field.check is Check.VERBATIM else None
        spans = [span for span in evidence.spans if span.quote == leaf.value] if evidence else []
        if spans:
            _put(record, split(leaf.pointer), text[ends[spans[which].start] : ends[spans[which].end]].strip())
    return gold.model_copy(update={"record": type(gold.record).model_validate(record)})


def _put(value: Any, tokens: Sequence[str], words: str) -> None:
    for token in tokens[:-1]:
        value = value[int(token)] if isinstance(value, list) else value[token]
    if isinstance(value, list):
        value[int(tokens[-1])] = words
    else:
        value[tokens[-1]] = words


MISPRINTS: dict[str, Misprint] = {
    "scanned": scanned,
    "figures scanned": figures_scanned,
    "decimal commas": decimal_commas,
    "signs lost": signs_lost,
    "signs garbled": signs_garbled,
    "lines wrapped": wrapped,
    "words hyphenated": hyphenated,
    "lines cut": cut_at_width,
    "markers lost": markers_lost,
    "markdown": as_markdown,
}
"""By name."""
