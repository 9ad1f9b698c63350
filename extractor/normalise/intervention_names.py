"""Normal names of interventions, by the shipped table of agents."""

import re
from typing import Final

from extractor.normalise.terms import lookup

_BRACKET: Final = re.compile(r"(?P<head>[^()\[\]]{2,120}?)\s*[(\[](?P<inside>[^()\[\]]{1,80})[)\]]\s*")
_DOSED: Final = re.compile(
    r"(?P<head>[^\d()\[\]]{2,120}?)[®™]?,?\s+(?:\d[\d.,]*\s?(?:mg|g|µg|mcg|IU|mL)\b.*|(?:oral\s+)?(?:tablets?|capsules?|pills?|injections?|"
    r"treatment|therapy))",
    re.IGNORECASE,
)
_ROUTE: Final = re.compile(r"(?:oral|intravenous|adjuvant|low-dose)\s+(?P<head>\S.*)", re.IGNORECASE)


def intervention_norm(name: str) -> str | None:
    """The table's name for an intervention as printed: alone, with another name or a dose."""
    if key := lookup("agents", name):
        return key
    if match := _BRACKET.fullmatch(name):
        head, inside = lookup("agents", match.group("head")), lookup("agents", match.group("inside"))
        return (head or inside) if head is None or inside in {None, head} else None
    for form in (_DOSED, _ROUTE):
        if match := form.fullmatch(name):
            return lookup("agents", match.group("head"))
    return None
