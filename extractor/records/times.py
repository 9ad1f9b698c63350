"""Points and spans of time: partial dates, ages, durations."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, StringConstraints

from extractor.records.base import Number, RecordModel
from extractor.records.declare import Check, Scoring, declare


class ActualEstimated(StrEnum):
    """Whether a date or count has happened or is planned."""

    ACTUAL = "ACTUAL"
    ESTIMATED = "ESTIMATED"


class TimeUnit(StrEnum):
    """Unit of a time span."""

    MINUTE = "MINUTE"
    HOUR = "HOUR"
    DAY = "DAY"
    WEEK = "WEEK"
    MONTH = "MONTH"
    YEAR = "YEAR"


def _calendar(date: str) -> str:
    """Refuse months and days that no calendar has."""
    parts = [int(part) for part in date.split("-")]
    dt.date(*[*parts, 1, 1][:3])
    return date


class PartialDate(RecordModel):
    """A date as precise as it is printed, never more."""

    words_field: ClassVar[str | None] = "date"

    date: Annotated[
        str,
        StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"),
        AfterValidator(_calendar),
        declare("Year, year-month or year-month-day in ISO form, as precise as printed.", Check.DATE),
    ]
    type: Annotated[
        ActualEstimated | None, declare("Whether the page says the date is actual or estimated.", Check.ENUM)
    ] = None


class Age(RecordModel):
    """An age limit."""

    words_field: ClassVar[str | None] = "value"

    value: Annotated[Number, declare("The age as printed.", Check.NUMBER)]
    unit: Annotated[TimeUnit, declare("Unit of the age as printed.", Check.ENUM)]
    inclusive: Annotated[
        bool | None,
        declare(
            "Whether the limit itself is eligible; null where the page does not say.",
            Check.DERIVED,
            scoring=Scoring.BOOLEAN,
        ),
    ] = None


class Duration(RecordModel):
    """A span of time."""

    words_field: ClassVar[str | None] = "value"

    value: Annotated[Number, declare("Length as printed.", Check.NUMBER)]
    unit: Annotated[TimeUnit, declare("Unit as printed.", Check.ENUM)]


class TimePoint(RecordModel):
    """One moment at which an outcome is measured, counted from the start of the time frame."""

    words_field: ClassVar[str | None] = "value"

    value: Annotated[Number, declare("The moment as printed.", Check.NUMBER)]
    unit: Annotated[TimeUnit, declare("Unit as printed.", Check.ENUM)]
