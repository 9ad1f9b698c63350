"""Dose statements as the grammar reads them: a second witness where single words do not settle a value."""

from decimal import Decimal
from functools import lru_cache
from typing import Any

from extractor.normalise.regimen_records import regimen_record
from extractor.normalise.regimens import regimens
from extractor.normalise.terms import fold
from extractor.records.regimen import Dose, Regimen, WeightBand
from extractor.records.times import Duration
from extractor.verification.case import Case


@lru_cache(maxsize=512)
def _readings(text: str, names: frozenset[str]) -> tuple[Regimen, ...]:
    return tuple(regimen_record(text, found) for found in regimens(text, names))


def reads(case: Case, regimen: Regimen, text: str, names: frozenset[str]) -> bool:
    """Whether the one statement of a text that is about this agent and this band has the leaf's value."""
    found = [
        one
        for one in _readings(text, names)
        if _agrees(one.agent, regimen.agent)
        and (isinstance(case.owner, WeightBand) or one.weight_band == regimen.weight_band)
        and (isinstance(case.owner, Dose) or _amount(regimen) in {None, _amount(one)})
    ]
    return len(found) == 1 and _has(found[0], case)


def _amount(regimen: Regimen) -> Decimal | None:
    return regimen.dose.value if regimen.dose else None


def _agrees(one: str | None, other: str | None) -> bool:
    return one is None or other is None or fold(one) == fold(other)


def _has(reading: Regimen, case: Case) -> bool:
    owner: Any = reading
    if isinstance(case.owner, Dose):
        owner = reading.dose
    elif isinstance(case.owner, WeightBand):
        owner = reading.weight_band
    elif isinstance(case.owner, Duration):
        length = reading.cycle_length if "cycle" in case.context.below else reading.duration
        return length == case.owner
    value = getattr(owner, case.leaf.name, None)
    return case.value in value if isinstance(value, list) else value is not None and value == case.value
