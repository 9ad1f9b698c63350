"""Limits of criteria: parameter, comparator, number, unit and reference must belong to one statement."""

import re
from functools import lru_cache
from typing import Final

from extractor.normalise.limits import Limit, limits
from extractor.normalise.sexes import of_one_sex, only_sex_between, without_sex
from extractor.records.comparator import Comparator
from extractor.records.criteria import QuantityConstraint
from extractor.verification.bound.readings import or_read
from extractor.verification.case import Case, Say, no, yes
from extractor.verification.fold import fold
from extractor.verification.kinds import norms

_BREAK: Final = re.compile(r";|[.!?]\s|\n")
_OF: Final = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?", re.IGNORECASE)
_FARTHEST: Final = 80
"""A limit farther from its parameter than this belongs to something else."""


def says(case: Case, text: str) -> Say:
    """Whether one limit of the text agrees with the leaf and fits the rest of its constraint."""
    return or_read(case, text, _says(case, text))


def _says(case: Case, text: str) -> Say:
    owner, name = case.owner, case.leaf.name
    assert isinstance(owner, QuantityConstraint)  # noqa: S101 - the registry asks for no other
    bound = limits_of(text, owner.parameter)
    if not bound:
        return no(f"no limit stands with {owner.parameter!r}")
    if name == "parameter_norm":
        return _norm(case)
    fitting = [limit for limit in bound if _fits(limit, owner, but=name)]
    if not fitting:
        return no(f"no limit of {owner.parameter!r} has the other facts of this constraint")
    if name == "parameter":
        return yes(f"{owner.parameter!r} stands with {_shown(text, fitting[0])!r}")
    return _compared(owner, text, name, fitting)


def _compared(owner: QuantityConstraint, text: str, name: str, fitting: list[Limit]) -> Say:
    shown = f"{owner.parameter!r} stands with {_shown(text, fitting[0])!r}"
    if len(fitting) == 1:
        return yes(f"{name}: {shown}") if _agrees(fitting[0], owner, text, name) else no(shown)
    answers = {_agrees(limit, owner, text, name) for limit in fitting}
    if len(answers) > 1 and not all(of_one_sex(text, limit.start) for limit in fitting):
        return no(f"{owner.parameter!r} has several limits that mean different things")
    return yes(f"{name}: {shown}") if True in answers else no(shown)


def _shown(text: str, limit: Limit) -> str:
    return text[limit.start : limit.end][:40]


def _norm(case: Case) -> Say:
    key = norms.key_of("parameters", case.sibling("parameter"))
    if key is None:
        return no(f"the table of parameters has no entry for {case.sibling('parameter')!r}")
    return Say(key == case.value, f"{case.sibling('parameter')!r} is {key} in the table of parameters")


def _fits(limit: Limit, owner: QuantityConstraint, *, but: str) -> bool:
    """Whether a limit has the number and the comparator of a constraint, the leaf in question aside."""
    if but != "comparator" and limit.comparator is not owner.comparator:
        return False
    if but != "value":
        return limit.value == owner.value
    return owner.high is None or limit.high == owner.high


def _agrees(limit: Limit, owner: QuantityConstraint, text: str, name: str) -> bool:
    if name == "comparator":
        return limit.comparator is owner.comparator
    if name == "value":
        return limit.value == owner.value
    if name == "high":
        return limit.high == owner.high
    if name == "reference":
        return limit.reference == owner.reference.name
    if name == "unit_text":
        return owner.unit_text is not None and _unit_follows(limit, owner.unit_text, text)
    return name == "ucum" and _code_fits(limit, owner)


def _code_fits(limit: Limit, owner: QuantityConstraint) -> bool:
    codes = limit.unit.ucum if limit.unit else ()
    if owner.ucum not in codes:
        return False
    # `G/L` are grams for what is weighed and thousands of millions for what is counted.
    weighed = owner.parameter_norm in {"HEMOGLOBIN", "ALBUMIN"}
    return len(codes) == 1 or weighed == (owner.ucum == "g/L")


def _unit_follows(limit: Limit, printed: str, text: str) -> bool:
    """Whether a unit is printed right behind the number, as a whole."""
    behind = text[limit.number_end :].lstrip()
    if not fold(behind).startswith(fold(printed)):
        return False
    rest = behind[len(printed) : len(printed) + 1]
    if limit.reference != "ABSOLUTE":
        return not rest.isalnum()
    whole = text[limit.unit.start : limit.unit.end] if limit.unit else printed
    same = fold(printed) == fold(whole) or fold(whole).lstrip("x× ") == fold(printed)
    return same and not rest.isalnum() and rest not in {"/", "^"}


@lru_cache(maxsize=4096)
def limits_of(text: str, parameter: str) -> tuple[Limit, ...]:
    """The limits of a text that stand with a parameter: the next one behind it, or a bare count before it."""
    found: dict[int, Limit] = {}
    stated = [limit for limit in limits(text) if not (limit.word and limit.comparator is Comparator.UNSTATED)]
    haystack, needle = text.casefold(), " ".join(parameter.split()).casefold()
    at = haystack.find(needle) if len(haystack) == len(text) else -1
    while at >= 0:
        if limit := _nearest(text, at, at + len(needle), stated):
            for one in (limit, *_by_sex(text, limit, stated)):
                found[one.start] = one
        at = haystack.find(needle, at + 1)
    return tuple(found.values())


def _nearest(text: str, start: int, end: int, stated: list[Limit]) -> Limit | None:
    if (start and text[start - 1].isalnum()) or text[end : end + 1].isalpha():
        return None
    right = next((limit for limit in stated if limit.start >= end), None)
    left = next((limit for limit in reversed(stated) if limit.end <= start), None)
    if right and not _reaches(end, without_sex(text[: right.start])):
        right = None
    if left and (not _bare(text, left, start) or not _reaches(left.end, text[:start])):
        left = None
    if left and right:
        return left if start - left.end < right.start - end else right
    return right or left


def _bare(text: str, limit: Limit, parameter: int) -> bool:
    """Whether a limit may stand before its parameter: a bare count, or an amount `of` it."""
    return limit.unit is None or _OF.fullmatch(text, limit.end, parameter) is not None


def _reaches(start: int, until: str) -> bool:
    return len(until) - start <= _FARTHEST and not _BREAK.search(until, start)


def _by_sex(text: str, limit: Limit, stated: list[Limit]) -> list[Limit]:
    """The limits that share this one's parameter, each for one sex: `male ≥ 90 cm, female ≥ 85 cm`."""
    if not of_one_sex(text, limit.start):
        return []
    at = stated.index(limit)
    found: list[Limit] = []
    for step in (-1, 1):
        one, beside = limit, at + step
        while 0 <= beside < len(stated):
            first, second = sorted((one, stated[beside]), key=lambda item: item.start)
            if first.unit is None or second.unit is None or first.unit.ucum != second.unit.ucum:
                break
            if not only_sex_between(text, first.end, second.start):
                break
            one = stated[beside]
            if not of_one_sex(text, one.start):
                break
            found.append(one)
            beside += step
    return found
