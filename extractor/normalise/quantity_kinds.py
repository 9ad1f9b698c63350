"""Which of several things of one name a limit is on, and whether it may be on it at all, by its unit."""

import re
from dataclasses import replace
from typing import Final

from extractor.normalise.limits import Limit
from extractor.normalise.parameters import Mention

TIMED: Final = frozenset(
    {"LIFE_EXPECTANCY", "GESTATIONAL_AGE", "PT", "PTT", "QTC", "QT", "PR_INTERVAL", "QRS_DURATION"}
)
"""What is measured in units of time; any other limit in days or years is a span of time."""
TIMES: Final = frozenset({"a", "mo", "wk", "d", "h", "min", "s"})
"""Units of time."""
ILL: Final = "hypertension"
"""An illness that pages print a pressure with."""
_UPPER: Final = re.compile(r"\s?/\s?\d")
_LOWER: Final = re.compile(r"\d\s?/\s?$")
_WEIGHED: Final = frozenset({"WEIGHT", "HEIGHT", "BMI", "WAIST_CIRCUMFERENCE"})
_TAKEN: Final = frozenset({"mg/d", "g/d", "ug/d", "[IU]/d"})
_IN_BLOOD: Final = frozenset(
    {
        "VITAMIN_D",
        "VITAMIN_B12",
        "CALCIUM",
        "POTASSIUM",
        "SODIUM",
        "MAGNESIUM",
        "PHOSPHATE",
        "TESTOSTERONE",
        "ESTRADIOL",
        "CORTISOL",
    }
)
"""What a day's amount of is taken, not measured: `vitamin D > 1000 IU/day`."""


def of_its_kind(text: str, one: Mention, limit: Limit) -> Mention:
    """The parameter as its limit tells: which of two pressures; things with a size are no count."""
    if one.norm == "BLOOD_PRESSURE" and _UPPER.match(text, limit.number_end):
        return replace(one, norm="BLOOD_PRESSURE_SYSTOLIC")
    if one.norm == "BLOOD_PRESSURE" and _LOWER.search(text, max(0, limit.number - 6), limit.number):
        return replace(one, norm="BLOOD_PRESSURE_DIASTOLIC")
    if one.norm in _IN_BLOOD and limit.unit is not None and not _TAKEN.isdisjoint(limit.unit.ucum):
        return replace(one, norm=None)
    counted = one.norm == "TUMOR_COUNT" and limit.unit is not None and limit.unit.ucum[:1] != ("%",)
    return replace(one, norm=None) if counted else one


def measures(text: str, one: Mention, limit: Limit) -> bool:
    """Whether a limit may be one of this parameter: only some are measured in units of time."""
    timed = limit.unit is not None and not TIMES.isdisjoint(limit.unit.ucum)
    if timed:
        return one.norm in TIMED or (one.norm is None and "duration" in text[one.start : one.end].casefold())
    if text[one.start : one.end].casefold().endswith(ILL):
        return bool(
            _UPPER.match(text, limit.number_end)
            or _LOWER.search(text, max(0, limit.number - 6), limit.number)
        )
    if one.norm in _WEIGHED and limit.unit is not None and limit.unit.ucum == ("%",):
        return False  # a share is of a change: `weight stable (< 5 %)`
    return one.norm not in {"LIFE_EXPECTANCY", "GESTATIONAL_AGE"}
