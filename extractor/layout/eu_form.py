"""The form of the EU Clinical Trials Register: fields with a code, `E.3 Principal inclusion criteria`.

One cutting for all ways the form is printed: code, label and value on lines of their own; in cells of one
row; `code label: value`; and the last without any line break, where only the labels tell the fields.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from extractor._data import table
from extractor.layout.page import Page
from extractor.structure.lines import Line, line_of, lines_of
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

TRANSLATED = "translated "
"""Begins the name of a field that says the same in another language: `A.3 Full title of the trial (es)`."""
SUMMARY = frozenset(
    {
        "EudraCT Number",
        "Sponsor's Protocol Code Number",
        "National Competent Authority",
        "Clinical Trial Type",
        "Trial Status",
        "Date on which this record was first entered in the EudraCT database",
        "Link",
    }
)
_CODE = re.compile(r"(?P<code>[A-Z]\.(?:\d[\d.]*\d|\d)?(?:\s(?:and|to)\s[A-Z]\.\d(?:[\d.]*\d)?)?)\s+(?=\S)")
_GROUP = re.compile(
    r"(?P<name>B\.Sponsor|D\.IMP|D\.8 Placebo):\s*\d{1,3}|(?P<sponsor>Sponsor) \d{1,2}(?=\s|B\.)|"
    r"(?P<end>MedDRA Classification|The IMP is a:|Expand All|EU Clinical Trials Register Service Desk)"
)
_HEAD = re.compile(rf"(?P<label>{'|'.join(map(re.escape, sorted(SUMMARY, key=len, reverse=True)))}):")
_RESULTS = re.compile(r"Trial results(?=\s)|Index(?=\s)|Summary(?=\s*EudraCT Number)")
_LANGUAGE = r"(?:[ \t]*\((?P<language>[a-z]{2})\))?[ \t]*:?"
_BLANKS = re.compile(r"\s*")
_SHARED_CODES = frozenset({"N.", "P.", "E.1.2", "D.8"})
"""Codes of several fields, which their labels tell apart."""
_FEW_LINES = 0.2
_MANY = 20


@cache
def _labels() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """For each code its labels, the longest first, with any white space between their words."""
    entries: dict[str, list[str]] = table("eu_register")
    return {
        code: tuple(
            (label, re.compile(r"\s+".join(map(re.escape, label.split())) + _LANGUAGE, re.IGNORECASE))
            for label in sorted(labels, key=len, reverse=True)
        )
        for code, labels in entries.items()
    }


class Field:
    """A label of the form: its name, where it begins, its words, where its value begins."""

    __slots__ = ("label", "name", "start", "value")

    def __init__(self, name: str, start: int, label: tuple[int, int], value: int) -> None:
        self.name, self.start, self.label, self.value = name, start, label, value


def fields_of(page: Page) -> list[Field]:
    """The labels of the form in printed order; anywhere in the text where its line breaks are lost."""
    coded = list(_coded(page.text))
    ends = [0, *(field.label[1] for field in coded)]
    starts = [field.start for field in coded]
    # `End of Trial Status` holds the words of another label.
    uncoded = (one for one in _uncoded(page.text) if one.start >= ends[bisect_right(starts, one.start)])
    found = [*coded, *uncoded]
    at_line_start = [field for field in found if _begins_line(page.text, field.start)]
    lost = len(found) > _MANY and len(at_line_start) < _FEW_LINES * len(found)
    return sorted(found if lost else at_line_start, key=lambda field: field.start)


def lines_are_lost(page: Page, fields: list[Field]) -> bool:
    """Whether the page prints its fields one behind the other, without line breaks."""
    starts = sum(_begins_line(page.text, field.start) for field in fields)
    return len(fields) > _MANY and starts < _FEW_LINES * len(fields)


def sections_of_form(page: Page, fields: list[Field]) -> tuple[Section, ...]:
    """The fields with their values; the first section is what stands above the form."""
    text = page.text
    ends = [field.start for field in fields[1:]] + [len(text)]
    above = Section("", None, lines_of(text, 0, fields[0].start if fields else len(text)))
    return above, *(
        Section(field.name, Slice(text, *field.label), _value(text, field.value, max(field.value, end)))
        for field, end in zip(fields, ends, strict=True)
    )


def _value(text: str, start: int, end: int) -> tuple[Line, ...]:
    """The lines of a value; cells that converted HTML leaves empty before it are no indent."""
    lines = lines_of(text, start, end)
    return tuple(line_of(line.number, _behind_tabs(line.whole)) for line in lines)


def _behind_tabs(whole: Slice) -> Slice:
    text = whole.text
    blank = len(text) - len(text.lstrip(" \t"))
    return whole.cut(text.rfind("\t", 0, blank) + 1)


def _begins_line(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start].rstrip(" \t")
    return not before or before[-1] in "\r\n"


def _coded(text: str) -> Iterator[Field]:
    for match in _CODE.finditer(text):
        code = " ".join(match.group("code").split())
        for label, pattern in _labels().get(code, ()):
            if found := pattern.match(text, match.end()):
                yield _field(code, label, match.start(), match.end(), found)
                break


def _field(code: str, label: str, start: int, words: int, found: re.Match[str]) -> Field:
    name = f"{code} {label}" if code in _SHARED_CODES else code
    if found.group("language"):
        name = TRANSLATED + name
    end = found.end("language") + 1 if found.group("language") else found.end()
    return Field(name, start, (words, words + len(found.string[words:end].rstrip(" \t:"))), _next(found))


def _next(found: re.Match[str]) -> int:
    """Where the value begins: behind blanks, but on a line of its own with its indent."""
    blanks = _BLANKS.match(found.string, found.end())
    assert blanks  # noqa: S101 - no blanks match too
    return blanks.end()


def _uncoded(text: str) -> Iterator[Field]:
    for pattern in (_GROUP, _HEAD, _RESULTS):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            name = groups.get("label") or groups.get("name") or groups.get("sponsor") or match.group()
            yield Field("B.Sponsor" if name == "Sponsor" else name, match.start(), match.span(), _next(match))
