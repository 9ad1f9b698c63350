"""Dose statements: amount, unit, agent, weight band and frequency must belong together."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from extractor.normalise.doses import PrintedDose, doses, frequencies, pieces, weights
from extractor.normalise.limits import Limit, limits
from extractor.normalise.terms import fold
from extractor.records.regimen import Dose, Regimen, WeightBand
from extractor.verification.bound.ages import unit_of
from extractor.verification.bound.regimen_readings import reads
from extractor.verification.bound.wordings import reads_like
from extractor.verification.case import SILENT, Case, Say, no, yes
from extractor.verification.fold import fold as fold_text
from extractor.verification.kinds import norms

_LASTING: Final = re.compile(
    r"(?:for|lasting|during|over|continuously|duration\s+of|course\s+of|total\s+of)(?:\s+(?:up\s+to|a|the|about))*\s*$",
    re.IGNORECASE,
)
_CYCLE: Final = re.compile(r"(?:every|each|of|q)\s*$", re.IGNORECASE)
_CYCLE_BEHIND: Final = re.compile(r"\s*[- ]?cycles?\b", re.IGNORECASE)
_DAYS: Final = re.compile(r"days?\s+(?P<days>\d{1,3}(?:\s*(?:,|and|&|-|to)\s*\d{1,3})*)", re.IGNORECASE)
_TWO: Final = 2


def says(case: Case, text: str) -> Say:
    """Whether the dose statement says this of the agent, the amount and the band of this regimen."""
    regimen = case.around(Regimen)
    say = _words(case, regimen, text)
    if say.agrees is False and reads(case, regimen, text, frozenset(_names(case))):
        return yes("the statement reads so as a whole")
    return say


def _words(case: Case, regimen: Regimen, text: str) -> Say:
    name = case.leaf.name
    if isinstance(case.owner, Dose):
        return _dose(case, regimen, text, name)
    if isinstance(case.owner, WeightBand):
        return _band(case, regimen, text, name)
    if isinstance(case.owner, Regimen):
        return _regimen(case, text, name)
    return _length(case, text)


def _bound(regimen: Regimen, text: str, record_agents: tuple[str, ...]) -> tuple[PrintedDose, ...]:
    """The doses of a text that are this agent's, for this weight band."""
    agent = fold(regimen.agent) if regimen.agent else None
    band = regimen.weight_band
    return tuple(
        dose
        for dose in doses(text, record_agents)
        if (dose.agent is None or agent is None or _same_agent(dose.agent, agent))
        and (
            (dose.weight is None and band is None)
            or (
                band is not None
                and dose.weight is not None
                and (dose.weight.comparator, dose.weight.value) == (band.comparator, band.value)
            )
        )
    )


@lru_cache(maxsize=1024)
def _same_agent(one: str, other: str) -> bool:
    if one in other or other in one:
        return True
    key = norms.key_of("agents", one)
    return key is not None and key == norms.key_of("agents", other)


def _names(case: Case) -> tuple[str, ...]:
    record = case.contexts.record
    return tuple(sorted({fold(item.name) for item in record.interventions if len(item.name) > _TWO}))


def _agents_of(case: Case) -> tuple[str, ...]:
    return tuple(fold(name) for name in (case.sibling("agent"),) if name)


def _dose(case: Case, regimen: Regimen, text: str, name: str) -> Say:
    if name == "units_per_dose":
        found = {limit.value for limit in pieces(text)}
        return Say(found == {case.value}, f"pieces printed: {', '.join(map(str, sorted(found))) or 'none'}")
    if name in {"basis", "unit_strength", "total_daily"}:
        number = name == "basis" or re.search(r"\d", case.value)
        return SILENT if number else no(f"{case.value[:40]!r} holds no amount")
    dose = regimen.dose
    bound = _bound(regimen, text, _names(case))
    if name not in {"value", "high"} and dose is not None and dose.value is not None:
        bound = tuple(one for one in bound if one.amount.value == dose.value)
    if not bound:
        return no("no dose in the words is this agent's and this band's")
    answers = [_answers(one.amount, case.value, text, name) for one in bound]
    shown = text[bound[0].amount.start : bound[0].amount.end]
    if all(answers):
        return yes(f"{name} of {shown!r}")
    return no("the words hold several doses" if any(answers) else f"the dose printed is {shown!r}")


def _answers(amount: Limit, value: object, text: str, name: str) -> bool:
    if name == "value":
        return amount.value == value
    if name == "high":
        return amount.high == value
    unit = amount.unit
    if unit is None:
        return False
    return (
        value in unit.ucum
        if name == "ucum"
        else fold_text(text[unit.start : unit.end]) == fold_text(str(value))
    )


def _band(case: Case, regimen: Regimen, text: str, name: str) -> Say:
    """The weight limit before this regimen's dose."""
    amount = regimen.dose.value if regimen.dose else None
    found = [one.weight for one in doses(text, _names(case)) if one.weight and one.amount.value == amount]
    stated = {(one.comparator, one.value, one.unit and one.unit.ucum) for one in found or weights(text)}
    if len(stated) != 1:
        return no(f"the words hold {len(stated)} weight limits for this dose")
    comparator, number, _ = next(iter(stated))
    if name == "unit":
        return Say(case.value.casefold() in {"kg", "kilogram", "kilograms"}, "the unit of the weight limit")
    return Say(
        case.value == (comparator if name == "comparator" else number), f"weight {comparator} {number}"
    )


def _regimen(case: Case, text: str, name: str) -> Say:
    if name == "doses_per_day":
        found = sorted({Decimal(number) for _, number in frequencies(case.sibling("frequency") or text)})
        return Say(
            found == [case.value],
            f"given {' or '.join(map(str, found)) or 'no stated number of'} times a day",
        )
    if name == "days_of_cycle":
        return Say(case.value in _days(text), "a day of the cycle")
    if not reads_like(name, case.value, text):
        return no(f"{case.value[:40]!r} does not read like a {name}")
    if name == "route" and fold(case.value) in {*_names(case), *_agents_of(case)}:
        return no(f"{case.value[:40]!r} is what is given, not how")
    if name == "frequency":
        return _frequency(fold(case.value), text)
    return SILENT


def _frequency(value: str, text: str) -> Say:
    """A frequency that is printed only as a part of a longer one is another: `daily` in `twice daily`."""
    printed = {words for words, _ in frequencies(text)}
    longer = sorted(words for words in printed if words != value and value in words)
    return no(f"the frequency printed is {longer[0]!r}") if longer and value not in printed else SILENT


def _days(text: str) -> frozenset[int]:
    found: set[int] = set()
    for match in _DAYS.finditer(text):
        days = [int(day) for day in re.findall(r"\d+", match.group("days"))]
        ranged = len(days) == _TWO and re.search(r"-|to", match.group("days"))
        found |= set(range(days[0], days[1] + 1)) if ranged else set(days)
    return frozenset(found)


def _length(case: Case, text: str) -> Say:
    """How long it is given, or how long a cycle lasts."""
    cycle = "cycle" in case.context.below
    spans = [
        limit for limit in limits(text) if unit_of(limit) is not None and _leads(text, limit, cycle=cycle)
    ]
    wanted = (case.sibling("value"), case.sibling("unit"))
    found = {(limit.value, unit_of(limit)) for limit in spans}
    shown = ", ".join(sorted(f"{value} {unit}" for value, unit in found)) or "none"
    return Say(found == {wanted}, f"lengths printed: {shown}")


def _leads(text: str, limit: Limit, *, cycle: bool) -> bool:
    before = text[max(0, limit.start - 32) : limit.start]
    if cycle:
        return bool(_CYCLE.search(before) or _CYCLE_BEHIND.match(text, limit.end))
    return bool(_LASTING.search(before) or _LASTING.search(text[max(0, limit.number - 32) : limit.number]))
