"""Amounts that say one dose together: a strength and a count, a dose and its daily total."""

import re
from collections.abc import Sequence
from typing import Final

from extractor.normalise.agents import agent_behind, routes_in
from extractor.normalise.dose_amounts import amounts
from extractor.normalise.dose_units import FORM, PIECE
from extractor.normalise.places import Places
from extractor.normalise.printed_amounts import AmountKind, PrintedAmount
from extractor.normalise.schedules import printed_frequencies

Group = tuple[PrintedAmount, ...]

WEIGHT: Final = re.compile(
    r"(?:(?:for|in)\s+)?(?:(?:patients|participants|subjects|those|adults|children)\s+)?(?:(?:who\s+)?weigh(?:ing|s)?\s+|"
    r"with\s+(?:a\s+)?(?:body\s*)?weights?\s+(?:of\s+)?|(?:body\s*)?(?:weights?|\bBW\b)\s*(?:of\s+|is\s+)?)?"
    r"(?:\\?[<>≤≥≦≧]\s?=?|(?:less|more|greater)\s+than(?:\s+or\s+equal\s+to)?|at\s+least|under|over|below|above|up\s+to)\s?"
    r"\d{1,3}(?:\.\d)?\s?kg(?:\s+or\s+(?:more|less|above|greater))?(?!\s?/)(?![A-Za-z0-9])|"
    r"(?:(?:for|in)\s+(?:[a-z]+\s+){0,2})?(?:weighing\s+|(?:body\s*)?(?:weights?|\bBW\b)\s*(?:of\s+|is\s+)?)?(?:between\s+)?(?:\d{1,3}(?:\.\d)?(?:\s?kg)?\s?"
    r"(?:-|–|~|to|and|to\s+<|-\s?<)\s?\d{1,3}(?:\.\d)?\s?kg|\d{1,3}(?:\.\d)?\s?kg\s+(?:or|and)\s+(?:more|less|above|over|below|greater|under|heavier))(?![A-Za-z0-9/])",
    re.IGNORECASE,
)
"""A limit on body weight or a range of it, with the words that lead to it."""
_PROVISO: Final = re.compile(
    r"(?<![A-Za-z])(?:if|when|unless|in\s+case\s+of)\s[^.;,()\[\]]{0,120}", re.IGNORECASE
)
_SAME: Final = re.compile(
    r"\s*(?:[,;]\s*)?(?:[(\[]\s*|=|i\.e\.,?\s*|(?:[(\[]\s*)?(?:total|equivalent|maximum|max|up\s+to|for\s+a\s+total)\b[^.;]{0,40}|"
    r"\bas\b\s*|of\s*|each\s*|x\s*|×\s*)*\s*$",
    re.IGNORECASE,
)
_OF_A_NAME: Final = re.compile(r"\s+of\s+(?:(?!and\b)[^\s.;,()\[\]]{1,40}\s){1,4}", re.IGNORECASE)
_CLOSED: Final = re.compile(r"\s?(?P<part>(?:of\s+)?elemental\s+[a-z]+)?\s?[)\]]", re.IGNORECASE)
_CONTENT: Final = re.compile(r"\(\s?(?:containing\s|[A-Z][A-Za-z\d-]{1,30}\s\d)")
_NEXT: Final = re.compile(r"(?<![A-Za-z])(?:boost|followed|then|and)(?![A-Za-z])", re.IGNORECASE)
"""Words behind which an amount of rays is given besides."""
_PUT_UP: Final = re.compile(rf"{FORM}|{PIECE}", re.IGNORECASE)
_COUNTS: Final = frozenset({AmountKind.PIECES, AmountKind.STRENGTH})
_GIVEN: Final = frozenset({AmountKind.DOSE, AmountKind.DAILY, AmountKind.PIECES})
_NEAR: Final = 30
_BEHIND: Final = 80


def dose_groups(text: str) -> list[Group]:
    """The amounts of a sentence that are given, in groups; those of weights and provisos are none."""
    left_out = Places(_apart([*_spans(WEIGHT, text), *_spans(_PROVISO, text)]))
    printed = amounts(text)
    kept = [one for one in printed if one.start not in left_out and not _is_content(text, printed, one)]
    if any(one.kind in _GIVEN for one in kept):
        kept = [one for one in kept if one.kind is not AmountKind.MINUTES]
    groups: list[list[PrintedAmount]] = []
    for one in kept:
        if groups and _together(text, groups[-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [tuple(group) for group in groups if _is_dose(text, group)]


def _spans(form: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in form.finditer(text)]


def _apart(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in order, joined where they overlap."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _is_dose(text: str, group: list[PrintedAmount]) -> bool:
    """Whether something is given: a strength alone is only told of, unless the words say how often."""
    kinds = {one.kind for one in group}
    if kinds & _GIVEN:
        return True
    behind = text[group[-1].end : group[-1].end + _BEHIND]
    often = bool(printed_frequencies(behind)) or (
        AmountKind.MINUTES in kinds and bool(printed_frequencies(text))
    )
    told = AmountKind.MINUTES in kinds or "/" in text[group[0].start : group[0].end]
    return often and (told or _PUT_UP.search(text, group[0].start, group[0].end) is not None)


def _together(text: str, group: list[PrintedAmount], one: PrintedAmount) -> bool:
    between = text[group[-1].end : one.start]
    kinds = {member.kind for member in group}
    if AmountKind.WHOLE in kinds | {one.kind}:
        alike = _unit(text, group[-1])[-2:] == _unit(text, one)[-2:]
        return alike and len(between) <= _BEHIND and not _NEXT.search(between)
    if one.kind in kinds:
        return _is_converted(text, group[-1], one)
    if one.kind is AmountKind.DOSE and group[-1].kind is AmountKind.PIECES and _OF_A_NAME.fullmatch(between):
        return True
    if one.kind in _COUNTS and kinds & _COUNTS:
        return len(between) <= _NEAR and "and" not in between.split()
    if one.kind is AmountKind.STRENGTH:
        return between.strip() in {"", "of"}
    return _SAME.fullmatch(between) is not None or _SAME.fullmatch(_without_schedule(between)) is not None


def _without_schedule(between: str) -> str:
    """Words without how often and which way something is given."""
    for frequency in reversed(printed_frequencies(between)):
        between = between[: frequency.start] + between[frequency.end :]
    for _, start, end in reversed(routes_in(between)):
        between = between[:start] + between[end:]
    return between


def _is_content(text: str, printed: Sequence[PrintedAmount], one: PrintedAmount) -> bool:
    """Whether brackets behind an amount tell what is in it: `fish oil 1 g (EPA 0.6 g, DHA 0.4 g)`."""
    opened = text.rfind("(", max(0, one.start - _BEHIND), one.start)
    if opened < 0 or ")" in text[opened : one.start]:
        return False
    told = len(text[:opened].rstrip())
    if one.kind not in _GIVEN or not any(other.end == told for other in printed):
        return False
    if _CONTENT.match(text, opened):
        return True
    named = agent_behind(text, one.end)
    return named is not None and text[named[1] : named[1] + 1] == ")" and not _CLOSED.match(text, one.end)


def _is_converted(text: str, one: PrintedAmount, other: PrintedAmount) -> bool:
    """Whether an amount is told once more in brackets, in another unit: `0.5 mg (0.05 mL)`."""
    if one.kind is not other.kind or one.unit is None or other.unit is None:
        return False
    closed = _CLOSED.match(text, other.end) if text[one.end : other.start].strip() in {"(", "["} else None
    return closed is not None and (bool(closed.group("part")) or _unit(text, one) != _unit(text, other))


def _unit(text: str, one: PrintedAmount) -> str:
    return text[slice(*one.unit)] if one.unit else ""
