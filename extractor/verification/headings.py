"""Lines that are headings: what each stands for, by the shipped table and by its form."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from extractor._data import table
from extractor.normalise.terms import fold, lookup
from extractor.verification.section_forms import LISTS, UNKNOWN

LONGEST_HEADING: Final = 60
_COUNT: Final = re.compile(r"\s*\(\d{1,9}\)$")
_NUMBER: Final = re.compile(r"\s+\d{1,2}$")
# A field of a lettered form: "E.3 Principal inclusion criteria: …". Its words may follow on the line.
_LETTERED: Final = re.compile(
    r"\s*(?P<code>[A-Z]\.\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(?P<label>[^:\r\n]{2,80}?)\s*(?::\s*|$)"
)
_CODE: Final = re.compile(r"\s*[A-Z]\.(?:\d{1,2}(?:\.\d{1,2})*)?(?: and [A-Z]\.\d[\d.]*)?\s*")
"""The code of a field alone on its line, its label below it."""
_NUMBERED: Final = frozenset({"primary_outcomes", "secondary_outcomes", "other_outcomes"})
"""Sections that some pages print once for each of their entries: `Secondary Outcome 2`."""
_VAGUE: Final = frozenset({"description", "details", "criteria"})
"""Headings that say nothing by themselves: below a list of criteria they head the list."""
_OF_PEOPLE: Final = frozenset(
    {"eligibility", "inclusion", "exclusion", "sex", "minimum_age", "maximum_age", "healthy_volunteers"}
)
Head = tuple[str, int, int]
"""What a heading stands for, where it begins, where its words end."""


def heads(text: str, lines: Iterable[tuple[int, int]]) -> Iterator[Head]:
    """The headings of a page, in order."""
    above: str | None = None
    code = ""
    alone: tuple[int, int] | None = None
    for start, end in lines:
        coded = text.startswith(".", start + 1) or text[start].isspace()  # most lines are not
        if coded and _CODE.fullmatch(text, start, end):
            alone = start, end
            continue
        found = _below_code(text, alone, end) if alone else None
        if found is None and coded:
            found = _lettered(text, start, end)
        found = found or _plain(text, start, end)
        alone = None
        if found is None:
            continue
        name, begin, _ = found
        match = _LETTERED.match(text, begin, end)
        if match and name == UNKNOWN and code and match.group("code").startswith(code + "."):
            continue  # a part of the field before it: `E.5.1.1` of `E.5.1`
        code = match.group("code") if match and name != UNKNOWN else ""
        if name not in _OF_PEOPLE and above and fold(text[start:end]) in _VAGUE:
            yield above, begin, end
            continue
        if name in LISTS:
            above = name
        elif name not in _OF_PEOPLE:
            above = None
        yield found


def _lettered(text: str, start: int, end: int) -> Head | None:
    match = _LETTERED.match(text, start, end)
    if match is None:
        return None
    return _name(match.group("code"), match.group("label")), start, match.end()


def _below_code(text: str, code: tuple[int, int], end: int) -> Head:
    """A label on the line below its code."""
    words = text[slice(*code)].split(maxsplit=1)[0]
    return _name(words, text[code[1] : end].strip()), code[0], end


def _name(code: str, label: str) -> str:
    """What a field of a lettered form stands for; a country in section B is the sponsor's."""
    name = lookup("headings", label.rstrip(" :")) or UNKNOWN
    return UNKNOWN if name == "countries" and code.startswith("B.") else name


def _plain(text: str, start: int, end: int) -> Head | None:
    name = heading_of(text[start:end])
    return (name, start, end) if name else None


@cache
def _first_words() -> frozenset[str]:
    names: dict[str, list[str]] = table("headings")
    words = (fold(synonym).split()[0] for synonyms in names.values() for synonym in synonyms)
    return frozenset(words) | _VAGUE


def heading_of(line: str) -> str | None:
    """What a line is the heading of; most lines are refused by their first word."""
    text = line.strip()
    if not text or len(text) > LONGEST_HEADING or text[-1] in ".;,":
        return None
    first = text.split(None, 1)[0]
    first = first.lower() if first.isascii() and first.isalpha() else fold(first)
    if first.split(" ")[0] not in _first_words():
        return None
    if text[-1] == ":":
        name = lookup("headings", text)
        return name if name in LISTS else None
    name = lookup("headings", _COUNT.sub("", text))
    if name is None and first in _VAGUE and fold(text) in _VAGUE:
        return UNKNOWN
    if name is None and _NUMBER.search(text):
        name = lookup("headings", _NUMBER.sub("", text))
        name = name if name in _NUMBERED else None
    return name
