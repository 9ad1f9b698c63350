"""Doses and schedules: one regimen for each dose statement."""

from typing import Annotated, ClassVar

from extractor.records.base import Number, RecordModel
from extractor.records.comparator import Comparator
from extractor.records.declare import Check, Scoring, declare
from extractor.records.times import Duration


class Dose(RecordModel):
    """A dose as printed; nothing is multiplied."""

    value: Annotated[Number | None, declare("Dose per administration.", Check.NUMBER)] = None
    high: Annotated[Number | None, declare("Upper end of a dose range.", Check.NUMBER)] = None
    unit: Annotated[str | None, declare("Unit, as printed.", Check.VERBATIM)] = None
    ucum: Annotated[str | None, declare("UCUM code of the unit, from the shipped table.", Check.NORM)] = None
    basis: Annotated[
        str | None,
        declare(
            "What the dose refers to, as printed, for instance a component of a combination.", Check.VERBATIM
        ),
    ] = None
    unit_strength: Annotated[
        str | None, declare("Strength of one tablet, vial …, as printed: `200mg tablet`.", Check.VERBATIM)
    ] = None
    units_per_dose: Annotated[
        Number | None, declare("How many tablets, vials … per administration.", Check.NUMBER)
    ] = None
    total_daily: Annotated[str | None, declare("Total daily dose, only where printed.", Check.VERBATIM)] = (
        None
    )


class WeightBand(RecordModel):
    """Body weights a dose is for."""

    comparator: Annotated[Comparator, declare("Sign of the limit.", Check.ENUM)]
    value: Annotated[Number, declare("Limit.", Check.NUMBER)]
    unit: Annotated[str, declare("Unit, as printed.", Check.VERBATIM)]


class Regimen(RecordModel):
    """One dose statement."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("text",)
    words_field: ClassVar[str | None] = "text"

    text: Annotated[str, declare("The statement, verbatim.", Check.VERBATIM)]
    agent: Annotated[str | None, declare("What is given, as printed.", Check.VERBATIM)] = None
    agent_norm: Annotated[str | None, declare("Name of the agent from the shipped table.", Check.NORM)] = None
    dose: Annotated[Dose | None, declare("The dose.")] = None
    route: Annotated[str | None, declare("Route, as printed.", Check.VERBATIM)] = None
    route_norm: Annotated[str | None, declare("Route from the shipped table.", Check.NORM)] = None
    frequency: Annotated[str | None, declare("Frequency, as printed.", Check.VERBATIM)] = None
    doses_per_day: Annotated[
        Number | None, declare("Administrations a day that the frequency says.", Check.NUMBER)
    ] = None
    weight_band: Annotated[WeightBand | None, declare("Body weights the dose is for.")] = None
    start: Annotated[str | None, declare("When it starts, verbatim.", Check.VERBATIM)] = None
    stop: Annotated[str | None, declare("When it stops, verbatim.", Check.VERBATIM)] = None
    duration: Annotated[Duration | None, declare("How long it is given.", scoring=Scoring.DURATION)] = None
    condition: Annotated[str | None, declare("Other limits on who or when, verbatim.", Check.VERBATIM)] = None
    cycle_length: Annotated[Duration | None, declare("Length of a cycle.", scoring=Scoring.DURATION)] = None
    days_of_cycle: Annotated[list[int], declare("Days of the cycle on which it is given.", Check.NUMBER)] = []
