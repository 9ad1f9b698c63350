"""Rows of converted HTML that are a label and its value: read as a label with its value on the line below."""

import re
from typing import Final

from extractor.verification.headings import heading_of

_CODE: Final = re.compile(r"\s*[A-Z]\.(?:\d{1,2}(?:\.\d{1,2})*)?(?: and [A-Z]\.[\d.]+)?\s*")
_CODED, _LABELLED = 2, 1
_GLUED: Final = re.compile(
    r"(?<=\S) (?=Arm Label: |"
    r"(?:Experimental|(?:Active|Placebo|Sham) Comparator|No Intervention|Other)$)"
)
"""Where a value that names an arm lost the line breaks before the name and before the arm's type."""
_ARM: Final = "Arm Label: "


def label_and_value(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The pieces of a line: its cells where the first is a heading or the code of a field, else the line.

    A row of another table stays one line: its cells say which column they are in.
    """
    tab = text.find("\t", start, end)
    if tab < 0 or not text[start:tab].strip():
        return ((start, end),)
    coded = _CODE.fullmatch(text, start, tab) is not None
    tabs = text.count("\t", start, end)
    if not (coded and tabs <= _CODED) and not (tabs == _LABELLED and heading_of(text[start:tab])):
        return ((start, end),)
    cells, at = [], start
    while tab >= 0:
        cells.append((at, tab))
        at, tab = tab + 1, text.find("\t", tab + 1, end)
    if _ARM in text[at:end]:
        for match in _GLUED.finditer(text, at, end):
            cells.append((at, match.start()))
            at = match.end()
    cells.append((at, end))
    return tuple(cell for cell in cells if text[slice(*cell)].strip())
