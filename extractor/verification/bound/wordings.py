"""How the words of a start, a stop and a frequency read: a name is none."""

import re
from typing import Final

from extractor.normalise.doses import frequencies
from extractor.verification.kinds import norms

_FORMS: Final = {
    "start": re.compile(
        r"\b(?:after|before|within|at|on|day|start|following|from|when|prior|immediately|upon|once|beginning)",
        re.IGNORECASE,
    ),
    "stop": re.compile(
        r"\b(?:until|up\s?to|through|till|or|progression|toxicity|end|completion|death|cycles|courses|sessions)\b",
        re.IGNORECASE,
    ),
    "frequency": re.compile(
        r"\d|dail|day|week|month|hour|every|each|per|once|twice|times|morning|evening|(?:at|each|every|per)\s+night|nightly|bed|meal|single|\b[qbt]\.?i?\.?d\b|\bqod\b|continuous",
        re.IGNORECASE,
    ),
}
_FROM: Final = re.compile(r"\b(?:from|since|after|starting\s+(?:at|from))\s+(?:the\s+)?$", re.IGNORECASE)
_FROM_TO: Final = re.compile(
    r"\bfrom\s+[^.;]{2,60}\s(?:to\s+|until\s+|till\s+|through\s+)?(?:the\s+)?$", re.IGNORECASE
)


def is_statement(text: str) -> bool:
    """Whether words say how something is given: an amount, how often, when, or by which way."""
    return any(form.search(text) for form in _FORMS.values()) or bool(norms.keys_in("routes", text))


def reads_like(name: str, value: str, text: str) -> bool:
    """Whether a value reads like a start, a stop or a frequency, by itself or where it stands."""
    form = _FORMS.get(name)
    return form is None or form.search(value) is not None or _stands_as(name, value, text)


def _stands_as(name: str, value: str, text: str) -> bool:
    """Whether words read like a start, a stop or a frequency where they stand: `from entry to birth`."""
    if name == "frequency":
        return bool(frequencies(value))
    at = text.find(value)
    before = _FROM if name == "start" else _FROM_TO
    return name in {"start", "stop"} and at >= 0 and before.search(text[:at]) is not None
