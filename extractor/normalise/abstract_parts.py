"""Parts of a structured abstract, by the labels before their first sentences."""

import re
from typing import Final

_LABEL: Final = re.compile(
    r"(?:ABSTRACT\.)?(?P<label>[A-Z][A-Za-z/ &]{2,40}|[A-Z][A-Z/ &,]{2,60}(?<!,)(?= ?::?\s)) ?::?\s+"
)
_RESULTS: Final = re.compile(r"\bresults?\b|findings", re.IGNORECASE)
_OTHER: Final = re.compile(
    r"background|importance|method|material|aims?\b|objective|purpose|conclusion|interpretation|design|setting|subjects|patients|"
    r"intervention|introduction|trial|funding|discussion|context|title",
    re.IGNORECASE,
)
_METHODS: Final = re.compile(
    r"method|material|design|setting|subjects|patients|participants|intervention|treatment", re.IGNORECASE
)
RESULTS, OTHER = "RESULTS", "OTHER"


def part_of(sentence: str) -> tuple[str | None, int]:
    """The part that begins with a sentence, and where its words begin; None where it has no label."""
    match = _LABEL.match(sentence)
    if match is None:
        return None, 0
    if _RESULTS.search(match.group("label")):
        return RESULTS, match.end()
    return (OTHER, match.end()) if _OTHER.search(match.group("label")) else (None, 0)


def tells_methods(sentence: str) -> bool | None:
    """Whether the part that begins with a sentence says what was done; None where it has no label."""
    match = _LABEL.match(sentence)
    if match is None or part_of(sentence)[0] is None:
        return None
    return part_of(sentence)[0] == OTHER and _METHODS.search(match.group("label")) is not None
