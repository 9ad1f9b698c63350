"""How many take part, as a sentence says it: `A total of 151 adults were enrolled`."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extractor.normalise.numbers import WORDS, numbers

_N: Final = rf"(?<![\w.,/=-])(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{2,6}}|(?i:{WORDS}))(?![\w.%/·-]|,\d)"
_PEOPLE: Final = (
    r"(?P<people>patients|pts|participants|subjects|adults|children|women|men|infants|volunteers|individuals|persons|"
    r"people|boys|girls|newborns|neonates|smokers|adolescents)\b"
)
_BETWEEN: Final = r"(?:(?!(?:of|and|or|to|were|was|who)\b)[A-Za-z][\w/'’+-]*,?\s+|\d[\w-]*-[\w-]+\s+){0,7}?"
_TAKEN: Final = (
    r"(?P<how>(?:was|were|are)\s+(?:then\s+|finally\s+|successfully\s+|prospectively\s+|consecutively\s+)?"
    r"(?:enrolled|included|randomi[sz]ed|recruited|randomly\s+(?:assigned|allocated))|underwent\s+randomi[sz]ation|"
    r"participated\s+in\s+(?:an?|the|this)\b|(?<=,\s)randomly\s+(?:assigned|allocated))"
)
_FORMS: Final = (
    re.compile(
        rf"{_N}\s+{_BETWEEN}{_PEOPLE}(?P<more>[^.;:(]{{0,150}}?(?:\([^)]*\))?[^.;:(]{{0,60}}?)\b{_TAKEN}"
    ),
    re.compile(rf"{_N}\s+(?P<how>were\s+(?:enrolled|randomi[sz]ed|randomly\s+assigned))"),
    re.compile(
        r"(?:[Ww]e|study|trial)\s+(?:prospectively\s+|randomly\s+)?(?P<how>enrolled|included|recruited|randomi[sz]ed|"
        rf"assigned|investigated)\s+{_N}\s+{_BETWEEN}{_PEOPLE}"
    ),
    re.compile(rf"(?:study|trial)\s+(?:in|of|involving|among)\s+{_N}\s+{_BETWEEN}{_PEOPLE}"),
    re.compile(
        r"^(?:ABSTRACT\.)?(?:[A-Z ]*(?:PARTICIPANTS|PATIENTS|SUBJECTS)[A-Z ]*)::?\s+"
        rf"{_N}\s+{_BETWEEN}{_PEOPLE}"
    ),
)
_COUNTED: Final = re.compile(rf"{_N}\s+(?:[\w-]+\s+){{0,3}}?{_PEOPLE}")
_PART_ONLY: Final = re.compile(
    r"\s+(?:in|into|for)\s+(?:the\s+|this\s+|our\s+)?(?:\w+[\s-]+){0,4}?(?:analys[ei]s|evaluation|group|arm|cohort|set|"
    r"population|phase|part|stage)\b|[^.;()]{0,150}?\bto\b[^.;()]{0,150}?\band\s+(?:\d[\d,]*)\s+(?:[a-z]+\s+)?(?:to|received|were)\b",
    re.IGNORECASE,
)
_LEFT_OUT: Final = re.compile(
    r"\b(?:(?<!total\s)[Oo]f|[Aa]nother|[Oo]ther|[Ff]irst|[Rr]emaining|[Ss]eparate)\s+(?:the\s+)?$"
)

_REACH: Final = 40


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A number of participants at `sentence[start:end]`, and the place of the words for how they came in."""

    count: int
    start: int
    end: int
    how: tuple[int, int] | None


@lru_cache(maxsize=512)
def enrolled_in(sentence: str) -> tuple[Enrolled, ...]:
    """The numbers that a sentence says took part, each once."""
    found: dict[int, Enrolled] = {}
    for form in _FORMS:
        for match in form.finditer(sentence):
            one = _enrolled(sentence, match)
            if one and one.start not in found:
                found[one.start] = one
    return tuple(sorted(found.values(), key=lambda one: one.start))


def _enrolled(sentence: str, match: re.Match[str]) -> Enrolled | None:
    parts = match.groupdict()
    how = match.span("how") if parts.get("how") else None
    start, end = match.span("n")
    if _LEFT_OUT.search(sentence[max(0, start - _REACH) : start]) or (
        how and _PART_ONLY.match(sentence, max(how[1], match.end()))
    ):
        return None
    if "more" in parts and _COUNTED.search(match.group("more")):
        return None
    count = numbers(match.group("n"))
    return Enrolled(int(count[0].value), start, end, how) if len(count) == 1 else None
