"""Printed dose statements as records: verbatim words and what the grammar reads from them."""

from extractor.normalise.printed_regimens import Place, PrintedDose, PrintedRegimen
from extractor.normalise.spans_of_time import TimeSpan
from extractor.records.regimen import Dose, Regimen, WeightBand
from extractor.records.times import Duration


def regimen_record(text: str, printed: PrintedRegimen) -> Regimen:
    """The record of a dose statement that was read from a text."""

    def words(place: Place | None) -> str | None:
        return text[slice(*place)] if place else None

    band = printed.band
    return Regimen(
        text=text[printed.start : printed.end],
        agent=words(printed.agent),
        agent_norm=printed.agent_norm,
        dose=_dose(text, printed.dose) if printed.dose else None,
        route=words(printed.route),
        route_norm=printed.route_norm,
        frequency=words(printed.frequency),
        doses_per_day=printed.doses_per_day,
        weight_band=WeightBand(comparator=band.comparator, value=band.value, unit=text[slice(*band.unit)])
        if band
        else None,
        start=words(printed.begins),
        stop=words(printed.stops),
        duration=_duration(printed.duration),
        condition=words(printed.condition),
        cycle_length=_duration(printed.cycle_length),
        days_of_cycle=list(printed.days_of_cycle),
    )


def _dose(text: str, printed: PrintedDose) -> Dose:
    def words(place: Place | None) -> str | None:
        return text[slice(*place)] if place else None

    return Dose(
        value=printed.value,
        high=printed.high,
        unit=words(printed.unit),
        ucum=printed.ucum,
        basis=words(printed.basis),
        unit_strength=words(printed.unit_strength),
        units_per_dose=printed.units_per_dose,
        total_daily=words(printed.total_daily),
    )


def _duration(span: TimeSpan | None) -> Duration | None:
    return Duration(value=span.value, unit=span.unit) if span else None
