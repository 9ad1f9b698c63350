"""Why a value is null."""

from enum import StrEnum


class MissingReason(StrEnum):
    """Reason of a null. A null without an entry is ABSENT."""

    ABSENT = "ABSENT"
    EMPTY_SECTION = "EMPTY_SECTION"
    STATED_NOT_AVAILABLE = "STATED_NOT_AVAILABLE"
    DASH_PLACEHOLDER = "DASH_PLACEHOLDER"
    EMPTY_CELL = "EMPTY_CELL"
    AMBIGUOUS = "AMBIGUOUS"
    NOT_APPLICABLE = "NOT_APPLICABLE"
