"""How a value is bounded."""

from enum import StrEnum


class Comparator(StrEnum):
    """How a value is bounded. UNSTATED: the page lost or never printed the sign."""

    LT = "LT"
    LE = "LE"
    GT = "GT"
    GE = "GE"
    EQ = "EQ"
    BETWEEN = "BETWEEN"
    UNSTATED = "UNSTATED"
