"""Names of arms in prose: `the sorafenib group` and `sorafenib arm` are one, a subgroup is none."""

import re
from typing import Final

from extractor.normalise.terms import fold

_GROUP: Final = re.compile(
    r"(?:the\s+)?(?P<core>.+?)\s+(?:treatment\s+)?(?:groups?|arms?|cohorts?)", re.IGNORECASE
)
_LETTERED: Final = re.compile(r"(?:the\s+)?(?:groups?|arms?|cohorts?)\s+(?P<core>[A-Z]{1,3}|\d|I{1,3})")
_NO_ARM: Final = re.compile(
    r"\b(?:both|each|either|all|other|same|overall|this|that|whole|entire|total|study|two|three|positive|negative|mutant|mutated|"
    r"wild|high|low|higher|lower|older|younger|elderly|age|aged|male|female|responders?|survivors?|itt|intention|intent|"
    r"protocol|safety|validation|training|derivation|severe|mild|moderate|subgroup|patients|mutation|expression|risk|"
    r"baseline|pa?ediatric|adult|first|second)\b"
)


def arm_core(words: str) -> str | None:
    """What tells an arm from the others, folded: `the TACE group` is `tace`; None for other words."""
    if match := _LETTERED.fullmatch(words):
        return f"group {fold(match.group('core'))}"
    match = _GROUP.fullmatch(words)
    core = fold(match.group("core")) if match else None
    return core if core and not _NO_ARM.search(core) else None
