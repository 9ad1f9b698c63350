"""Limits on what is measured or counted: `AST, ALT ≤ 5 x ULN`, `QTcF > 450 ms`, `at least one lesion`."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from extractor.normalise.limit_pairs import paired
from extractor.normalise.limits import Limit, is_small, limits
from extractor.normalise.parameters import Mention, mentions
from extractor.normalise.phrases import phrase_after, phrase_before
from extractor.normalise.quantity_kinds import ILL, TIMES, measures, of_its_kind
from extractor.normalise.ratios import as_ratio
from extractor.normalise.sexes import names_a_sex
from extractor.normalise.stated import Stated
from extractor.records.comparator import Comparator
from extractor.records.criteria import LimitReference, QuantityConstraint

WEIGHED: Final = frozenset({"HEMOGLOBIN", "ALBUMIN", "FIBRINOGEN"})
_FILLER: Final = re.compile(
    r"(?:[\s:：,\[\]\\–-]|\([^()]{0,80}\)|\((?![^()]{0,80}\))|\)|levels?|values?|concentrations?|counts?|rates?|scores?|results?|is|are|was|were|be|"
    r"been|must|should|shall|has|have|having|to|of|at|a|an|the|each|both|all|by|with|without|not|measured|calculated|"
    r"estimated|determined|defined|as|using|serum|plasma|blood|total|baseline|screening|inclusive|index|on|in|and/or|"
    r"institutional|adequate|normal|function|tests?|elevated|reduced|between|range|from|resting|currently|documented|"
    r"corrected|formula|Cockcroft[\s-]Gault|Cockcroft|Gault|MDRD|CKD-EPI|equation|echocardiogra(?:m|phy)|echo|MUGA|"
    r"(?:fe)?males?|(?:wo)?m[ae]n|within|body|mean|average|fasting|kg/m2|absolute)*",
    re.IGNORECASE,
)
_AND: Final = re.compile(
    r"(?:\s*\([^()]{0,40}\)|\))?(?:\s+(?:levels?|values?|counts?|activity))?\s*"
    r"(?:,\s*(?:and/or|and|or)\b|,|，|、|/|&|\+|and/or\b|and\b|or\b|as\s+well\s+as\b)\s*"
    r"(?:(?:the|serum|plasma|blood|both|either|total|baseline)\s+)*",
    re.IGNORECASE,
)
_ALIAS: Final = re.compile(r"\s*[(\[,=]\s*|\s+or\s+|\s*/\s*")
_SEX: Final = r"(?:males?|females?|men|women|boys|girls)(?:\s+(?:subjects?|patients?|participants?))?"
_SAME: Final = re.compile(
    rf"[\s,;()\[\]/]*(?:(?:(?:for|in)\s+(?:adult\s+)?)?{_SEX})?[\s,;()\[\]/:]*(?:(?:and|or|but|to)\b\s*)?"
    rf"(?:(?:for|in)\s+{_SEX}|{_SEX})?[\s,:()]*(?:(?:of|is|be)\s+)?",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"\s*(?:of\s+(?:the\s+)?)?(?!following)", re.IGNORECASE)
_ASIDE: Final = re.compile(r"(?:^|[\s(])(?:in|of|on|from|for|by|over|than|to)\s+$", re.IGNORECASE)
_SCORE: Final = re.compile(r"scores?$|index$|scale$|^(?:BMI|MMSE|NIHSS|INR)$", re.IGNORECASE)
_OF_IT: Final = re.compile(r"[\s,]*(?:(?:of|in|for)\s+)?(?:the\s+)?", re.IGNORECASE)
_NOT_THINGS: Final = frozenset({"points", "units", "times", "is", "was", "has"})
_NORMAL: Final = frozenset({"ULN", "LLN"})
_SCALED: Final = re.compile(r"scale|point|rating", re.IGNORECASE)
_DURATION: Final = re.compile(
    r"(?P<name>(?:[A-Za-z-]+\s+)?duration(?:\s+of\s+(?:the\s+)?[A-Za-z-]+(?:\s+(?!is|was|of)[A-Za-z-]+)?)?)\s*(?:is|was|of|:)?\s*$",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"(?:\w-[A-Za-z]*|(?<![A-Za-z])[A-Za-z])$")
"""What stands before a number inside a code: `RET-E22-301`."""
_MISREAD_BEHIND: Final = re.compile(r",\d{1,2}(?![\d,])|[.,]?[OSI](?![A-Za-z])|[.,][BlSOI](?![A-Za-z])")
_MISREAD_BEFORE: Final = re.compile(r"(?<![A-Za-z])[OIlSB]$")
"""A comma that may part decimals, and letters that a scan has for figures: `1.S x ULN`."""
_LIMITED: Final = re.compile(r"\s?[<>≤≥≦≧=]")
_GRADED: Final = re.compile(r"\+(?!\s?\d)")
"""`1+` is a grade of a dipstick, no amount."""
_LISTED: Final = re.compile(r"(?:categories|criteria|conditions|items)(?![A-Za-z])", re.IGNORECASE)
"""Words for what a page lists: how many of them are asked for is no limit on anything measured."""
_TIMES_NORMAL: Final = re.compile(
    r"\s?(?:[x×X*]|times|-?\s?fold)\s?(?:the\s+)?(?:normal|N)(?![A-Za-z])", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"(?<![A-Za-z])between\s+$", re.IGNORECASE)
_FARTHEST: Final = 80
_MOST: Final = 12
"""More parameters than this share no limit."""


@lru_cache(maxsize=1024)
def quantities(text: str) -> tuple[Stated, ...]:
    """Every limit whose parameter the words name; spans of time and bare numbers are none."""
    return tuple(_stated(text))


def _stated(text: str) -> Iterator[Stated]:
    named = mentions(text)
    subject: tuple[Mention, ...] = ()
    waiting: list[Mention] = []
    floor = at = 0
    last = None
    for limit in paired(text, limits(text)):
        while at < len(named) and named[at].end <= limit.start:
            waiting.append(named[at])
            at += 1
        if at < len(named) and named[at].start <= limit.number < named[at].end:
            continue  # a number in a name
        if _is_in_a_name(text, limit) or _is_unclear(text, limit):
            continue
        found = as_ratio(text, _subject(text, limit, waiting[-_MOST:], floor), limit)
        if not found and subject and _carries(text, last, limit):
            found = subject
        found = found or _counted(text, limit, named[at : at + 3])
        found = tuple(one for one in found if measures(text, one, limit))
        if found and is_small(limit):
            yield from (_constraint(text, of_its_kind(text, one, limit), limit) for one in found)
        if found or limit.unit or limit.comparator is not Comparator.UNSTATED:
            subject, floor, last = found, limit.end, limit
            waiting.clear()


def _is_in_a_name(text: str, limit: Limit) -> bool:
    """Whether a number names something or is half of one: `a-beta 1-42 < 1000`, `protein ≥ 1+`, `≥ B0 cm`."""
    bounded = limit.comparator is not Comparator.UNSTATED
    if (bounded and _MISREAD_BEHIND.match(text, limit.number_end)) or _MISREAD_BEFORE.search(
        text, max(0, limit.number - 2), limit.number
    ):
        return True
    if limit.unit is not None:
        return False
    if limit.comparator is not Comparator.BETWEEN:
        return _GRADED.match(text, limit.number_end) is not None
    if _LIMITED.match(text, limit.number_end):
        return True
    coded = _CODE.search(text, max(0, limit.number - 4), limit.number)
    return coded is not None and not mentions(text[max(0, limit.number - _FARTHEST) : limit.number])


def _is_unclear(text: str, limit: Limit) -> bool:
    """Whether a number is a multiple of what is normal, no limit named, or an end of a range read as none."""
    if limit.reference == "ABSOLUTE" and _TIMES_NORMAL.match(text, limit.number_end):
        return True
    return (
        limit.comparator is Comparator.UNSTATED
        and _BETWEEN.search(text, max(0, limit.start - 16), limit.start) is not None
    )


def _carries(text: str, last: Limit | None, limit: Limit) -> bool:
    """Whether a limit is on what the last one is on: `> 450 ms in males or > 470 ms in females`."""
    if last is None or limit.word or limit.comparator is Comparator.BETWEEN:
        return False
    if limit.comparator is Comparator.UNSTATED and not names_a_sex(text[last.end : limit.start]):
        return False
    alike = (last.unit is None) == (limit.unit is None)
    return alike and _SAME.fullmatch(text, last.end, limit.start) is not None


def _subject(text: str, limit: Limit, before: Sequence[Mention], floor: int) -> tuple[Mention, ...]:
    """What a limit is on: the parameters named before it, or a phrase that no table has."""
    if before and _reaches(text, before[-1], limit):
        return _together(text, before)
    if limit.comparator is Comparator.UNSTATED:
        return ()
    if limit.unit and not TIMES.isdisjoint(limit.unit.ucum):
        lasting = _DURATION.search(text, max(floor, limit.start - _FARTHEST), limit.start)
        return (Mention(None, *lasting.span("name")),) if lasting else ()
    if limit.comparator is Comparator.EQ or (limit.unit is None and _names_a_count(text, limit)):
        return ()
    start = limit.start
    if limit.reference in _NORMAL and text[floor:start].rstrip().endswith("("):
        start = text.rindex("(", floor, start)
    phrase = phrase_before(text, start, floor)
    if phrase and limit.word and ":" in text[phrase[1] : start]:
        return ()  # a heading, and what is counted below it
    return (Mention(None, *phrase),) if phrase else ()


def _names_a_count(text: str, limit: Limit) -> bool:
    """Whether the things that a bare number counts are named right behind it: `more than 10 cigarettes`."""
    phrase = phrase_after(text, limit.end + 1) if text[limit.end : limit.end + 1] == " " else None
    return phrase is not None and text[phrase[1] - 1] == "s" and text[slice(*phrase)] not in _NOT_THINGS


def _reaches(text: str, one: Mention, limit: Limit) -> bool:
    """Whether nothing stands between a parameter and its limit that could be a parameter of its own."""
    if limit.start - one.end > _FARTHEST or not _FILLER.fullmatch(text, one.end, limit.start):
        return False
    if limit.comparator is not Comparator.UNSTATED:
        return True
    return not limit.word and (limit.unit is not None or _SCORE.search(text[one.start : one.end]) is not None)


def _together(text: str, before: Sequence[Mention]) -> tuple[Mention, ...]:
    """The last parameter with those joined to it; of two names for one the shorter."""
    group, begin = [before[-1]], before[-1].start
    for one in reversed(before[:-1]):
        alike = one.norm == group[0].norm
        if alike and _ALIAS.fullmatch(text, one.end, begin):
            group[0] = min(one, group[0], key=lambda mention: _rank(text, mention))
        elif not alike and _AND.fullmatch(text, one.end, begin):
            group.insert(0, one)
        else:
            break
        begin = one.start
    return tuple(group)


def _rank(text: str, one: Mention) -> tuple[bool, int]:
    """Orders names of one thing: what is measured before an illness, then the shorter."""
    return text[one.start : one.end].casefold().endswith(ILL), one.end - one.start


def _counted(text: str, limit: Limit, behind: Sequence[Mention]) -> tuple[Mention, ...]:
    """What is counted behind a limit: `at least one measurable lesion`, `≥ 2 cm in diameter`."""
    if limit.comparator in {Comparator.UNSTATED, Comparator.EQ} or _ASIDE.search(
        text, max(0, limit.start - 8), limit.start
    ):
        return ()
    if limit.unit is not None and limit.unit.ucum != ("%",):
        return tuple(one for one in behind[:1] if _OF_IT.fullmatch(text, limit.end, one.start))
    gap = _COUNTED.match(text, limit.end)
    phrase = phrase_after(text, gap.end()) if gap else None
    if not phrase or _SCALED.search(text[slice(*phrase)]) or _LISTED.match(text, phrase[0]):
        return ()
    named = next((one for one in behind if one.start >= limit.end and one.end == phrase[1]), None)
    return (named or Mention(None, *phrase),)


def _constraint(text: str, one: Mention, limit: Limit) -> Stated:
    absolute = limit.reference == "ABSOLUTE"
    unit = limit.unit if absolute else None
    constraint = QuantityConstraint(
        parameter=text[one.start : one.end],
        parameter_norm=one.norm,
        comparator=limit.comparator,
        value=limit.value,
        high=limit.high,
        unit_text=text[unit.start : unit.end] if unit else None,
        ucum=_code(one, unit.ucum) if unit else None,
        reference=LimitReference(limit.reference),
    )
    end = max(one.end, limit.end, unit.end if unit else 0)
    return Stated(constraint, min(one.start, limit.start), end, (limit.start, limit.number_end))


def _code(one: Mention, codes: tuple[str, ...]) -> str | None:
    """The code of a unit; `G/L` are grams of what is weighed, thousands of millions of what is counted."""
    if len(codes) == 1:
        return codes[0]
    weighed = one.norm in WEIGHED
    fitting = [code for code in codes if (code == "g/L") == weighed]
    return fitting[0] if len(fitting) == 1 else None
