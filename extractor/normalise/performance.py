"""Performance status: `ECOG 0-1`, `Karnofsky index of at least 70 %`, `WHO performance status < 2`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extractor.normalise.comparators import comparator_after, comparator_before
from extractor.normalise.stated import Stated
from extractor.records.comparator import Comparator
from extractor.records.criteria import PerformanceScale, PerformanceStatusConstraint

_SCALE: Final = re.compile(
    r"(?P<ECOG>ECOG(?![A-Za-z])|Eastern\s+Co-?operative\s+Oncology\s+Group|Zubrod"
    r"|(?:WHO|World\s+Health\s+Organi[sz]ation)(?:\s*\(WHO\))?(?=\s+(?:performance|PS(?![A-Za-z])))"
    r"|(?:WHO|World\s+Health\s+Organi[sz]ation)(?=\s*/\s*ECOG))"
    r"|(?P<KPS>KPS(?![A-Za-z])|Karnofsky|Karnofski)",
    re.IGNORECASE,
)
_FILLER: Final = (
    r"(?:[\s:：,()\[\]=]|performance|physical|functional|status|scores?|scale|index|PS|KPS|ECOG|P\.S\.|state|strength|"
    r"levels?|grades?|points?|of|is|was|are|were|be|must|should|to|has|have|a|an|the|been|rating|class|category|"
    r"with|between|either|assessment|Eastern\s+Cooperative\s+Oncology\s+Group|WHO|Zubrod|Group|at|screening|value)"
)
_VALUE: Final = r"\d{1,3}(?![\d.])\s?%?"
_VALUES: Final = re.compile(
    rf"(?<![\d.])(?P<first>{_VALUE})"
    rf"(?P<more>(?:\s*(?:,\s*(?:or|and)?|/|or|and(?!\s+older)|to|through|-|–|—|−|~|～|∼)\s*{_VALUE})*)",
    re.IGNORECASE,
)
_FILLERS: Final = re.compile(rf"{_FILLER}*", re.IGNORECASE)
_LINK: Final = re.compile(
    r"[\s(]*(?:(?:on|by|according\s+to|as\s+per|per|in|of)\s+)?(?:the\s+)?", re.IGNORECASE
)
_NAMED: Final = re.compile(r"status|PS\b|score", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d{1,3}")
_FARTHEST: Final = 60
_HIGHEST: Final = {PerformanceScale.ECOG: 5, PerformanceScale.KPS: 100}


@dataclass(frozen=True, slots=True)
class _Range:
    low: int | None
    high: int | None
    start: int
    end: int


@lru_cache(maxsize=1024)
def performance(text: str) -> tuple[Stated, ...]:
    """The ranges of performance status that a text states, each with its scale."""
    return tuple(_stated(text))


def _stated(text: str) -> Iterator[Stated]:
    names = list(_SCALE.finditer(text))
    others = [(one.start(), one.lastgroup) for one in names[1:]] + [(len(text), None)]
    done = 0
    for name, (following, other) in zip(names, others, strict=False):
        if name.start() < done:
            continue
        stop = len(text) if other == name.lastgroup else following
        scale = PerformanceScale(name.lastgroup or "")
        found = _behind(text, name.end(), stop) or _before(text, name.start(), done)
        if found and _on_scale(found, scale):
            constraint = PerformanceStatusConstraint(scale=scale, min=found.low, max=found.high)
            yield Stated(constraint, min(name.start(), found.start), max(name.end(), found.end))
            done = max(name.end(), found.end)


def _on_scale(found: _Range, scale: PerformanceScale) -> bool:
    return all(end is None or 0 <= end <= _HIGHEST[scale] for end in (found.low, found.high))


def _behind(text: str, at: int, stop: int) -> _Range | None:
    """The values behind a scale's name, with nothing between them but words that say what it is."""
    match = _VALUES.search(text, at, min(stop, at + _FARTHEST + 20))
    if not match:
        return None
    sign = comparator_before(text, match.start(), at)
    begin = sign[1] if sign else match.start()
    return _range(text, match, sign[0] if sign else None, begin) if _fills(text[at:begin]) else None


def _before(text: str, at: int, floor: int) -> _Range | None:
    """The values before a scale's name: `performance status 0-1 (ECOG)`, `0-2 on the ECOG scale`."""
    begin = max(floor, at - _FARTHEST)
    matches = list(_VALUES.finditer(text, begin, at))
    if not matches or not _LINK.fullmatch(text, matches[-1].end(), at):
        return None
    sign = comparator_before(text, matches[-1].start(), begin)
    found = _range(text, matches[-1], sign[0] if sign else None, sign[1] if sign else matches[-1].start())
    return found if _NAMED.search(text, begin, found.start) else None


def _fills(gap: str) -> bool:
    return len(gap) <= _FARTHEST and _FILLERS.fullmatch(gap) is not None


def _range(text: str, match: re.Match[str], sign: Comparator | None, start: int) -> _Range:
    """Both ends of the values, which are whole numbers: less than 2 is at most 1."""
    values = [int(digits) for digits in _NUMBER.findall(match.group())]
    end = match.end()
    if sign is None and (after := comparator_after(text, end)):
        sign, end = after
    low, high = min(values), max(values)
    if len(values) > 1 and (sign is None or sign is Comparator.EQ):
        return _Range(low, high, start, end)
    ends = {
        Comparator.LE: (None, high),
        Comparator.LT: (None, high - 1),
        Comparator.GE: (low, None),
        Comparator.GT: (low + 1, None),
    }
    return _Range(*ends.get(sign or Comparator.EQ, (low, high)), start, end)
