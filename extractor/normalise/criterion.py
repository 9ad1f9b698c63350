"""What the words of one criterion mean: constraints, category, polarity, how its constraints combine."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from extractor.normalise.blanks import MARK, short_blanks
from extractor.normalise.categories import category
from extractor.normalise.denials import denies
from extractor.normalise.exceptions import exceptions
from extractor.normalise.gradings import gradings
from extractor.normalise.performance import performance
from extractor.normalise.quantities import quantities
from extractor.normalise.stated import Stated
from extractor.normalise.stated_ages import UnreadAge, stated_ages, unread_ages
from extractor.normalise.subgroups import subgroups
from extractor.normalise.windows import windows
from extractor.records.criteria import CriterionCategory, Operator, TimeConstraint
from extractor.records.times import TimeUnit

_OR: Final = re.compile(r"(?<![A-Za-z])(?:and/or|or)(?![A-Za-z])", re.IGNORECASE)
_AND: Final = re.compile(r"(?<![A-Za-z])and(?![A-Za-z/])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a criterion without parts says. What no rule is sure of is left out."""

    constraints: tuple[Stated, ...] = ()
    category: CriterionCategory | None = None
    negated: bool = False
    op: Operator = Operator.LEAF
    exceptions: tuple[tuple[int, int], ...] = ()
    unread_ages: tuple[UnreadAge, ...] = ()


@lru_cache(maxsize=2048)
def meaning(text: str, *, exclusion: bool | None = None, age_unit: TimeUnit | None = None) -> Meaning:
    """What the words of one criterion mean.

    `exclusion` says in which list it stands, where that is known; `age_unit` what unit a field of the page
    prints with ages that the criterion prints without one.
    """
    text = short_blanks(text)
    exempted = tuple((one.start, one.end) for one in exceptions(text))
    rest = blanked(text, exempted)
    rest = blanked(rest, subgroups(rest))
    found: list[Stated] = list(stated_ages(rest, age_unit))
    unread = unread_ages(rest, age_unit)
    rest = blanked(rest, [(one.start, one.end) for one in found] + [(one.start, one.end) for one in unread])
    for grammar in (performance, gradings, quantities, windows):
        new = grammar(rest)
        found.extend(new)
        rest = blanked(rest, ((one.start, one.end) for one in new))
    found.sort(key=lambda one: (one.start, one.end))
    stated = tuple(found)
    return Meaning(
        constraints=stated,
        category=category(text, stated, exclusion=exclusion),
        negated=denies(text),
        op=Operator.ANY if _is_any(blanked(text, exempted), stated) else Operator.LEAF,
        exceptions=exempted,
        unread_ages=unread,
    )


def blanked(text: str, places: Iterable[tuple[int, int]]) -> str:
    """The text with places blanked; offsets stay."""
    pieces, done = [], 0
    for start, end in sorted(places):
        if end > done:
            pieces += [text[done : max(start, done)], MARK * (end - max(start, done))]
            done = end
    return "".join((*pieces, text[done:]))


def _is_any(text: str, stated: Sequence[Stated]) -> bool:
    """Whether one of several limits is enough: neighbours are joined by `or`, none by `and`."""
    timed = [one for one in stated if isinstance(one.constraint, TimeConstraint)]
    others = [one for one in stated if not isinstance(one.constraint, TimeConstraint)]
    joints = [_joint(text, *pair) for group in (timed, others) for pair in pairwise(group)]
    return any(_OR.search(joint) for joint in joints) and not any(_AND.search(joint) for joint in joints)


def _joint(text: str, first: Stated, second: Stated) -> str:
    """What stands between two limits, which may share their bound or their parameter."""
    if first.end <= second.start:
        return text[first.end : second.start]
    shared = first.bound == second.bound
    return text[first.start : second.start] if shared else text[first.bound[1] : second.bound[0]]
