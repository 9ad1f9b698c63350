"""Figures of a result sentence: counts with shares, shares, ratios, and values with a unit of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from extractor.normalise.numbers import WORDS, numbers
from extractor.normalise.places import Places
from extractor.normalise.units import codes_of
from extractor.records.results import Statistic

_N: Final = r"(?<![\w.,/−–-])(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?![\d,]*\d|\.\d|[-–]\w)"
_NUMBER: Final = rf"(?:{_N}|(?<![\w-])(?i:{WORDS})(?![\w-]))"
_DECIMAL: Final = r"(?<![\w.,/])(?<!\d[-–])[-−–+]?\d{1,6}(?:,\d{3})*(?:\.\d+)?(?![\d.]*\d)"
PEOPLE: Final = (
    r"(?:patients?|pts?|participants?|subjects?|cases?|child(?:ren)?|wom[ae]n|m[ae]n|infants?|individuals?|persons?|people|"
    r"volunteers?|adults?|survivors?|responders?|recipients?|vaccinees?|residents?|boys?|girls?|neonates?|newborns?|mothers?)"
    r"(?![A-Za-z])"
)
_SOME_PEOPLE: Final = rf"(?:[a-z-]+\s+){{0,3}}?{PEOPLE}"
_SHARE: Final = r"(?P<percent{0}>\d{{1,3}}(?:\.\d+)?)\s?%"
_RATIOS: Final = {
    Statistic.HR: r"(?i:hazard\s+ratios?)|a?HR",
    Statistic.OR: r"(?i:odds\s+ratios?)|a?OR",
    Statistic.RR: r"(?i:relative\s+risks?|risk\s+ratios?|rate\s+ratios?)|RR",
}
_PER_TIME: Final = (
    r"(?:(?:events?|episodes?|cases?|deaths?|exacerbations?|attacks?|relapses?)\s+)?per\s+(?:\d[\d,]*\s+)?"
    r"(?:person|patient|woman|child|participant)(?:[-\s]?(?:years?|months?|weeks?|days?)|\s+per\s+(?:year|month|week|day))"
    r"(?:\s+of\s+exposure)?"
)
_RATIO: Final = "|".join(f"(?P<{kind}>{form})" for kind, form in _RATIOS.items())
_FORMS: Final = re.compile(
    rf"(?<![A-Za-z])(?:(?:adjusted|unadjusted|crude|stratified)\s+)?(?:{_RATIO})(?![A-Za-z]|-[A-Za-z])(?:\s*[(\[](?:HR|OR|RR)[)\]])?"
    r"(?P<between>[^\d;.]{0,60}?)(?P<ratio>\d{1,3}\.\d+)(?!\s?%|\s?[-–]\s?\d)"
    rf"|(?P<count1>{_NUMBER})\s*(?:/|of|out\s+of)\s*(?:the\s+)?(?P<of1>\d{{1,6}})(?:\s+{_SOME_PEOPLE}|\s+[a-z]+)?\s*"
    rf"[(\[]\s*{_SHARE.format(1)}[)\]]?"
    rf"|{_SHARE.format(8)}\s*[(\[]\s*n\s?=\s?(?P<count8>\d{{1,6}})\s*(?:[)\]]|(?=[;,]))"
    rf"|{_SHARE.format(2)}\s*[(\[]\s*(?:n\s?=\s?)?(?P<count2>\d{{1,6}})\s*(?:/|of)\s*(?P<of2>\d{{1,6}})(?:[)\]]|(?=\s*[;,]))"
    rf"|(?P<count3>{_NUMBER})(?:\s+{_SOME_PEOPLE})?\s*[(\[]\s*{_SHARE.format(3)}\s*(?:[)\]](?:\s+of\s+(?:the\s+)?(?P<of3>\d{{1,6}})"
    rf"(?![\d%.])(?:\s+{_SOME_PEOPLE})?)?|(?=[;,]))"
    rf"|(?P<count4>{_NUMBER})\s*(?:/|of|out\s+of)\s*(?:the\s+)?(?P<of4>\d{{1,6}})(?=\s+{PEOPLE}|\s+(?:in|with|on|receiving)\s|\s*[)\].;])"
    rf"|(?P<percent5>{_DECIMAL}|(?<![\w-])(?i:{WORDS})(?![\w-]))\s?(?:%(?!\s?(?:CI|c\.i|confidence|power))|percent(?![a-z])|per\s+cent)"
    rf"|(?<=\bin\s)(?P<count7>\d{{1,4}})(?=\s*(?:[.,;)]|$|and\b))"
    rf"|(?:\b[Aa]ll\s+)?(?P<count6>{_NUMBER})\s+(?:[a-z]+\s)?{PEOPLE}"
    rf"|(?P<value>{_DECIMAL})\s?(?P<unit>(?:percentage\s+points?|{_PER_TIME}|[x×]\s?10[\^\d()]{{1,5}}/?[a-zA-Zµμ]*|"
    r"/[a-zA-Zµμ0-9]+|[a-zA-Zµμ°][a-zA-Zµμ·²]*(?:/[a-zA-Zµμ0-9]+(?:\.\d+[a-zA-Zµμ0-9]*)?){0,2}))?(?![\w%])"
)
# fmt: off
_NO_UNIT: Final = frozenset({
    "after", "and", "are", "arm", "arms", "at", "but", "by", "cases", "compared", "for", "from", "grade",
    "group", "groups", "had", "in", "is", "months-old", "of", "on", "or", "participants", "patient",
    "patients", "respectively", "subjects", "than", "the", "to", "v", "versus", "vs", "was", "were",
    "which", "who", "with", "year", "years-old",
})
_UNITS: Final = frozenset({
    "points", "point", "months", "weeks", "days", "years", "hours", "h", "events", "episodes", "letters",
    "fold", "m", "km", "steps", "units", "u",
})
# fmt: on
_NAME_BEFORE: Final = re.compile(
    r"(?:[A-Za-z]-?|grade\s|stage\s|day\s|week\s|month\s|year\s|hour\s|level\s|type\s|score\sof\s|RECIST\s|phase\s|version\s)$",
    re.IGNORECASE,
)
_AT_A_TIME: Final = re.compile(
    r"\b(?:at|after|for|within|over|every|in|baseline\s+to|than|aged|between|first|last|following|week|month|through|during)"
    r"\s+(?:the\s+|a\s+)?$|[<>≤≥]\s?$",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(
    r"(?:\b(?:was|were|is|are|averaged|reached|remained|change|by|to)|[:=]|difference(?:\s+\(\w+\))?,?|\bMD|\bRR|\bHR)\s*$",
    re.IGNORECASE,
)
_PAIRED: Final = re.compile(r"[^.;\d]{0,12}?\s*(?:versus|vs?\.?)\s*[-−–\d]", re.IGNORECASE)
_BEHIND_PAIR: Final = re.compile(
    r"(?<!group\s\d\s)(?<!groups\s\d\s)(?<!arm\s\d\s)(?<!arms\s\d\s)(?<!grade\s\d\s)(?<!\bor\s\d\s)\b(?:versus|vs?\.?|and)\s*$",
    re.IGNORECASE,
)
_PER: Final = re.compile(r"(?:\bper|/)\s?$", re.IGNORECASE)
_OF_A_SHARE: Final = re.compile(r"\s+in\s+\d+(?:\.\d+)?\s?%")
_BEHIND_SPREAD: Final = re.compile(r"\s?(?P<unit>[A-Za-z][A-Za-z/]*)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `text[start:end]`."""

    statistic: Statistic | None
    start: int
    end: int
    value: Decimal | None = None
    unit: tuple[int, int] | None = None
    count: int | None = None
    denominator: int | None = None
    percent: Decimal | None = None
    between: tuple[int, int] | None = None
    """What stands between a ratio's name and its number: `for relapse`."""


def figures_beside(text: str, taken: Places) -> tuple[Figure, ...]:
    """The figures of a sentence in order, none of which reaches into a place that is taken.

    A number without a known unit is one behind a verb, a colon, or beside its pair; a time is none.
    """
    found: list[Figure] = []
    for match in _FORMS.finditer(text):
        if match.start() not in taken and match.end() - 1 not in taken:
            found.extend(_figure(text, match, taken))
    return tuple(found)


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "").replace("−", "-").replace("–", "-"))


def _percent(words: str) -> Decimal | None:
    return numbers(words)[0].value if words[0].isalpha() else _decimal(words)


def _whole(words: str) -> int:
    return int(numbers(words)[0].value)


def _figure(text: str, match: re.Match[str], taken: Places) -> Iterator[Figure]:
    place = match.span()
    if match.group("ratio"):
        kind = next(kind for kind in _RATIOS if match.group(kind))
        yield Figure(kind, *place, value=Decimal(match.group("ratio")), between=match.span("between"))
        return
    groups = match.groupdict()
    for part in "12345678":
        share, count = groups.get(f"percent{part}"), groups.get(f"count{part}")
        if share is None and count is None:
            continue
        out_of = groups.get(f"of{part}")
        if count is not None and _PER.search(text, max(0, match.start() - 5), match.start(f"count{part}")):
            continue  # `3.2 per 1000 person-years` counts nobody
        percent = _percent(share) if share else None
        start = match.start(f"count{part}") if part == "6" else place[0]  # without `All` before it
        yield Figure(
            None, start, place[1], count=_whole(count) if count else None,
            denominator=int(out_of) if out_of else None, percent=percent,
        )  # fmt: skip
        return
    yield from _value(text, match, taken)


def _value(text: str, match: re.Match[str], taken: Places) -> Iterator[Figure]:
    """A value with a unit that is known, or one right behind a verb, a colon or its pair."""
    start, end = match.span("value")
    before = text[max(0, start - 24) : start]
    if _NAME_BEFORE.search(before) or _AT_A_TIME.search(before) or text[end : end + 1] in {"-", "–"}:
        return
    unit = match.span("unit") if match.group("unit") and _is_unit(match.group("unit")) else None
    stop = unit[1] if unit else end
    if unit is None and (spread := taken.end_of(end + 1)):
        behind = _BEHIND_SPREAD.match(text, spread)
        unit = behind.span("unit") if behind and _is_unit(behind.group("unit")) else None
    leads = _LEADS.search(before) or _PAIRED.match(text, end) or _BEHIND_PAIR.search(before)
    if unit is None and not leads and taken.end_of(end + 1) is None:
        return
    if unit is None and _OF_A_SHARE.match(text, end):
        return
    yield Figure(None, start, stop, value=_decimal(match.group("value")), unit=unit)


def _is_unit(words: str) -> bool:
    folded = words.casefold()
    if folded in _NO_UNIT:
        return False
    return (
        folded in _UNITS
        or "/" in words
        or words.startswith(("percentage", "x ", "×"))
        or " per " in f" {words}"
        or bool(codes_of(words))
    )
