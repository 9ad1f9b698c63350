"""Performance status and printed classes of criteria."""

import re
from typing import Final

from extractor.normalise.classes import bounds, classes, mentions
from extractor.normalise.limits import Limit, limits
from extractor.records.comparator import Comparator
from extractor.records.criteria import ClassConstraint, PerformanceStatusConstraint
from extractor.verification.bound.readings import or_read
from extractor.verification.case import Case, Say, no, yes
from extractor.verification.kinds.enums import phrases

_EITHER: Final = re.compile(r"(?<![\d.])(\d{1,3})(?:\s*(?:,|or|and|/)\s*(\d{1,3}))+(?![\d.])")
_DIGITS: Final = re.compile(r"\d+")
_VERSION: Final = re.compile(r"(?:v|ver|version)\.?\s*$", re.IGNORECASE)


def performance(case: Case, text: str) -> Say:
    """Whether words state this scale, and this lowest or highest value, both ends included."""
    return or_read(case, text, _performance(case, text))


def _performance(case: Case, text: str) -> Say:
    owner = case.owner
    assert isinstance(owner, PerformanceStatusConstraint)  # noqa: S101 - the registry asks for no other
    named = phrases("PerformanceScale", text)
    if named != {owner.scale.name}:
        return no(f"the words name {' and '.join(sorted(named)) or 'no scale'}")
    if case.leaf.name == "scale":
        return yes(f"the words name {owner.scale.name}")
    lows, highs = _range(text)
    stated = lows if case.leaf.name == "min" else highs
    return Say(
        stated == {case.value}, f"the words state {', '.join(map(str, sorted(stated))) or 'no such end'}"
    )


def _range(text: str) -> tuple[set[int], set[int]]:
    """Every lowest and every highest value a text states."""
    if match := _EITHER.search(text):
        values = [int(digits) for digits in _DIGITS.findall(match.group())]
        return {min(values)}, {max(values)}
    ends = [
        _ends(limit)
        for limit in limits(text)
        if limit.unit is None or limit.unit.ucum[:1] in {("{points}",), ("{score}",)}
    ]
    return {low for low, _ in ends if low is not None}, {high for _, high in ends if high is not None}


def _ends(limit: Limit) -> tuple[int | None, int | None]:
    value = int(limit.value)
    if limit.comparator is Comparator.BETWEEN and limit.high is not None:
        return value, int(limit.high)
    # Scores are whole numbers: less than 2 is at most 1.
    return {
        Comparator.LE: (None, value),
        Comparator.LT: (None, value - 1),
        Comparator.GE: (value, None),
        Comparator.GT: (value + 1, None),
    }.get(limit.comparator, (value, value))


def classed(case: Case, text: str) -> Say:
    """Whether words name this scale with this class, bound or version."""
    return or_read(case, text, _classed(case, text))


def _classed(case: Case, text: str) -> Say:
    owner, name = case.owner, case.leaf.name
    assert isinstance(owner, ClassConstraint)  # noqa: S101 - the registry asks for no other
    if not mentions(owner.scale, text):
        return no(f"the words do not name the scale {owner.scale}")
    if name == "scale":
        return yes(f"the words name the scale {owner.scale}")
    if name == "version":
        return _version(case, text)
    if name in {"comparator", "threshold"}:
        stated = bounds(owner.scale, text)
        wanted = (owner.comparator, owner.threshold)
        return Say(
            stated == {wanted},
            f"the bounds printed are {', '.join(f'{sign} {at}' for sign, at in sorted(stated))}",
        )
    named = classes(owner.scale, text)
    return Say(case.value in named, f"the classes printed are {', '.join(sorted(named)) or 'none'}")


def _version(case: Case, text: str) -> Say:
    at = text.find(case.value)
    if at < 0:
        return no("the version is not in the words")
    numeric = case.value[0].isdigit()
    return Say(not numeric or bool(_VERSION.search(text[:at])), "the version as printed")
