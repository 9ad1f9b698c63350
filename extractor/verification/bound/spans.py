"""Limits in time: `within 4 weeks after hepatectomy`."""

import re
from functools import lru_cache
from typing import Final

from extractor.normalise.limits import Limit, limits
from extractor.records.comparator import Comparator
from extractor.records.criteria import TimeConstraint, TimeRelation
from extractor.verification.bound.ages import unit_of
from extractor.verification.bound.readings import or_read
from extractor.verification.case import Case, Say, no

_WITHIN: Final = re.compile(
    r"(?:within(?:\s+the)?(?:\s+(?:last|past|previous|prior|first))?|(?:in|during|over)(?:\s+the)?\s+"
    r"(?:last|past|previous|prior|preceding)|(?:last|past|previous)|with)\s*$",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"\s*(?:before|prior\s+to|previous\s+to|preceding|ago)\b", re.IGNORECASE)
_AFTER: Final = re.compile(r"\s*(?:after|following|since|post|from)\b", re.IGNORECASE)
_LEADING: Final = {
    TimeRelation.AFTER: r"(?:after|following|since|post)",
    TimeRelation.BEFORE: r"(?:before|prior\s+to|preceding)",
    TimeRelation.AT: r"(?:at|on|upon|during)",
    TimeRelation.WITHIN: r"within",
}
_PREPOSITION: Final = re.compile(
    r"(?:after|before|prior\s+to|following|since|post|at|on|upon|of|from|to|preceding|during)(?:\s+(?:the|a|an))?\s*$",
    re.IGNORECASE,
)


def says(case: Case, text: str) -> Say:
    """Whether words state this relation, length, unit or event, and state the rest of the limit with it."""
    return or_read(case, text, _says(case, text))


def _says(case: Case, text: str) -> Say:
    owner, name = case.owner, case.leaf.name
    assert isinstance(owner, TimeConstraint)  # noqa: S101 - the registry asks for no other
    if owner.value is None and name in {"relation", "anchor"}:
        return _bare(owner, text, name)
    spans = [limit for limit in limits(text) if unit_of(limit) is not None]
    fitting = [limit for limit in spans if _fits(limit, owner, text, but=name)]
    if not fitting:
        return no("no length of time in the words has the other facts of this limit")
    agrees = {_agrees(limit, owner, text, name) for limit in fitting}
    shown = text[fitting[0].start : fitting[0].end][:40]
    return Say(agrees == {True}, f"{name} beside {shown!r}")


def _fits(limit: Limit, owner: TimeConstraint, text: str, *, but: str) -> bool:
    return all(
        _agrees(limit, owner, text, name) for name in ("value", "unit", "anchor", "relation") if name != but
    )


def _agrees(limit: Limit, owner: TimeConstraint, text: str, name: str) -> bool:
    if name == "value":
        return limit.value == owner.value
    if name == "unit":
        return unit_of(limit) is owner.unit
    if name == "relation":
        return _relation(text, limit) is owner.relation
    return owner.anchor is None or _anchored(text, owner.anchor, limit.end)


def _relation(text: str, limit: Limit) -> TimeRelation | None:
    if _WITHIN.search(text[max(0, limit.start - 40) : limit.start]):
        return TimeRelation.WITHIN
    if _BEFORE.match(text, limit.end):
        longer = limit.comparator in {Comparator.GT, Comparator.GE}
        return TimeRelation.MORE_THAN_BEFORE if longer else TimeRelation.BEFORE
    return TimeRelation.AFTER if _AFTER.match(text, limit.end) else None


def _anchored(text: str, anchor: str, floor: int) -> bool:
    """Whether an event stands behind a preposition, at or after an offset."""
    at = text.find(anchor, floor)
    while at >= 0:
        if _PREPOSITION.search(text[max(0, at - 24) : at]):
            return True
        at = text.find(anchor, at + 1)
    return False


@lru_cache(maxsize=512)
def _leads(relation: TimeRelation, anchor: str) -> re.Pattern[str] | None:
    words = _LEADING.get(relation)
    return re.compile(rf"\b{words}\s+(?:the\s+|a\s+)?{re.escape(anchor)}", re.IGNORECASE) if words else None


def _bare(owner: TimeConstraint, text: str, name: str) -> Say:
    """A relation to an event without a length of time."""
    if not owner.anchor:
        return no("neither a length of time nor an event is given")
    pattern = _leads(owner.relation, owner.anchor)
    return Say(bool(pattern and pattern.search(text)), f"{name}: {owner.relation.lower()} {owner.anchor!r}")
