"""What a line of a list is by its form: a field behind its label, an address, cells of a table, a time frame.

A kind that comes again tells that another row or block began.
"""

import re
from functools import lru_cache
from typing import Final

from extractor.normalise.spans_of_time import SPAN
from extractor.normalise.terms import lookup

_LABEL: Final = re.compile(r"(?P<label>[A-Z][\w /&()-]{0,38}?)\s*:(?=\s|$)")
# Labels without a colon: "Group Type EXPERIMENTAL", "Role of sponsor lead", "Site Status".
_BARE_LABEL: Final = re.compile(
    r"(?P<label>(?=(?:[\w/]+\s){0,4}(?i:type|role|status|class|kind|source|function)\b)[A-Z][\w/ ]{2,38}?)"
    r"(?:\s+(?:[A-Z][A-Z_]{2,}|lead|collaborator))?$"
)
OTHERS: Final = "label of another list"
"""The kind of a label that belongs to another list than the one asked for."""
_TYPES: Final = ("InterventionType", "ArmType")
_ZIP: Final = re.compile(r"[\s,]*\d[\d -]{2,9}$")
_LONGEST_LINE, _HALF = 800, 400
_LONGEST_ADDRESS: Final = 120
_PHONE: Final = re.compile(r"\+?\d[\d ()./-]{6,}$")
_EMAIL: Final = re.compile(r"\S+@\S+\.\w+$")
_CELLS: Final = re.compile(r"\S\s*[|\t]\s*\S")
_OPENING: Final = (
    r"(?:From|Until|Up\s?to|At|Within|Through|Throughout|During|Baseline|Before|After|Every|"
    r"(?:Days?|Weeks?|Months?|Years?|Cycles?|Visits?)\s+\d+|Time|Date|Approximately|An\s+average|Average|End\s+of|"
    r"Pre|Post|Intraoperative|Immediately|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)\b"
)
_FRAME: Final = re.compile(
    rf"(?:up\s?to\s+)?(?:\d[\d.]*\s*(?:,|and|or|to|&)\s*){{0,12}}{SPAN}(?:\s*(?:,|;|/|and|or|to|-)\s*{SPAN})*(?![A-Za-z])|{_OPENING}|N/?A$|Not\s+(?:specified|provided)",
    re.IGNORECASE,
)
_FUSED_FRAME: Final = re.compile(
    rf"(?<=\S)(?:(?<=[^\s\d])\d(?<!\s)[\d.]*(?:\s*(?:,|and|or|to|&)\s*\d[\d.]*){{0,12}}[\s-]?(?:{SPAN}|(?:minute|min|hour|hr|day|week|wk|month|mo|year|yr)s?)"
    rf"(?:\s*(?:,|;|/|and|or|to|-)\s*{SPAN})*[\s\w,.()/-]{{0,60}}$|(?<=[a-z\d.)\]%]){_OPENING}.{{0,300}}$)"
)
_GLUED_HEADER: Final = re.compile(r"(?:[A-Z][a-z]+(?:[ /][A-Z][a-z]+)*){2,5}")
_JOIN: Final = re.compile(r"[a-z][A-Z]")


@lru_cache(maxsize=8192)
def kind_of(line: str, *, outcomes: bool = False) -> str | None:
    """The kind of a line without its marker, or None for plain words; `mark` where it prints no word."""
    if len(line) > _LONGEST_LINE:
        line = line[:_HALF] + line[-_HALF:]  # what tells a kind stands at an edge
    if not any(map(str.isalnum, line)):
        return "mark"
    if _CELLS.search(line):
        return "cells"
    if outcomes and _FUSED_FRAME.search(line):
        return "time frame"
    return label_of(line) or _contact(line) or ("address" if _is_address(line) else None)


def label_of(line: str) -> str | None:
    """The label that begins a line, folded, or None: `label role` for `Role: STUDY_CHAIR`."""
    match = _LABEL.match(line) or _BARE_LABEL.match(line)
    if match is None:
        return None
    label = match.group("label").strip()
    if any(lookup("enums", label, kind) for kind in _TYPES):
        return "label type"
    return f"label {label.casefold()}"


def _contact(line: str) -> str | None:
    if _EMAIL.fullmatch(line):
        return "e-mail"
    return "telephone" if _PHONE.fullmatch(line) else None


def behind_label(line: str) -> int:
    """Where the words behind a label with a colon begin, or 0."""
    match = _LABEL.match(line)
    return match.end() + len(line[match.end() :]) - len(line[match.end() :].lstrip()) if match else 0


def is_frame(words: str) -> bool:
    """Whether words read like a time frame: `24 months`, `up to 5 years`, `Baseline and week 12`."""
    return _FRAME.match(words) is not None


def is_glued_header(line: str) -> bool:
    """Whether a line is the header of a table that lost its separators: `NameTimeMethod`."""
    short = len(line) < _LONGEST_ADDRESS
    return short and _GLUED_HEADER.fullmatch(line) is not None and _JOIN.search(line) is not None


def is_prose(line: str) -> bool:
    """Whether a line is a sentence rather than a name."""
    return line.endswith((".", "!", "?")) and " " in line


def _is_address(line: str) -> bool:
    if "," not in line or len(line) > _LONGEST_ADDRESS:
        return False
    parts = [part.strip() for part in _ZIP.sub("", line).split(",")]
    tails = {parts[-1].rstrip("."), ", ".join(parts[-2:]).rstrip(".")}
    return any(lookup("countries", tail) for tail in tails)
