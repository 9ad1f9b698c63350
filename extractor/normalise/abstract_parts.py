"""Parts of a structured abstract, by the labels before their first sentences."""

import re

_LABEL = re.compile(r"(?:ABSTRACT\.)?(?P<label>[A-Z][A-Za-z/ &]{2,40}):\s+")
_RESULTS = re.compile(r"\bresults?\b|findings", re.IGNORECASE)
_OTHER = re.compile(
    r"background|method|material|aims?\b|objective|purpose|conclusion|interpretation|design|setting|subjects|patients|"
    r"intervention|introduction|trial|funding|discussion|context|title",
    re.IGNORECASE,
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
