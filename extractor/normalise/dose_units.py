"""Units of doses and pieces of medicine: `mg/m2`, `IU`, `tablets`."""

import re
from typing import Final

from extractor.normalise.units import codes_of

_MASS: Final = r"(?:mg|milligrams?|g|gm|grams?|[µμu]g|mcg|micrograms?|ng)"
_VOLUME: Final = r"(?:m[lL]|cc|milliliters?|millilitres?|L|lit(?:er|re)s?)"
_POWER: Final = r"[x×]\s?10\s?\^?\(?\d{1,2}\)?\s?(?:cells|vp|PFU|CFU|viral\s+particles|IU)"
_ACTIVITY: Final = (
    rf"(?:{_POWER}|M?IU|international\s+units?|units?|U|mmol|nmol|mEq|GBq|MBq|mCi|cGy|Gy|kcal|vp|PFU|CFU)"
)
_PER_SIZE: Final = r"(?:\s?(?:/|per)\s?(?:kg|kilogram|m\^?2|m²|square\s+met(?:er|re)|dose|ml|mL))"
PER_DAY: Final = r"(?:\s?/\s?(?:day|d(?![A-Za-z])|24\s?h(?:ours?|rs?)?)|\s?(?:per|a|each)\s+day)"
_PER_TIME: Final = r"(?:\s?/\s?(?:hour|hr|h|minute|min|week|wk)(?![A-Za-z])|\s?per\s+(?:hour|minute))"
_IN_BLOOD: Final = (
    r"(?!\s?(?:/|per)\s?(?:[dD]?[lL](?![a-z])|lit|deci|100|g(?![a-z])|mmol|mol|min)|\s?%|\s?[·*]\s?h)"
)
_ENDS: Final = rf"(?:(?=(?:qd|bid|tid|qid|po|iv|sc)(?![A-Za-z]))|(?![A-Za-z0-9²])){_IN_BLOOD}"
UNIT: Final = rf"(?:{_MASS}|{_VOLUME}|{_ACTIVITY}){_PER_SIZE}{{0,2}}{_PER_TIME}?{_ENDS}"
MINUTES: Final = r"(?:minutes?|mins?)(?![A-Za-z])"
FORM: Final = (
    r"(?:ointment|cream|gel|solution|lotion|foam|spray|drops|eye\s+drops|suspension|emulsion)(?![A-Za-z])"
)
PIECE: Final = (
    r"(?:tablets?|tabs?|capsules?|caps?|caplets?|pills?|vials?|puffs?|inhalations?|drops?|sachets?|packets?|ampou?les?|"
    r"suppositor(?:y|ies)|patch(?:es)?|lozenges?|sprays?|softgels?|gummies|syringes?)(?![A-Za-z])"
)
_NO_DOSE: Final = re.compile(r"/\s?m[lL]$|^m[lL]\s?/\s?min")


def ucum_of(unit: str) -> str | None:
    """The UCUM code of a printed unit; None where the table has none, or several."""
    codes = codes_of(" ".join(unit.split()))
    return codes[0] if len(codes) == 1 else None


def is_no_dose(unit: str) -> bool:
    """Whether a unit says how strong a solution or how fast a flow is, not how much is given: `mg/mL`."""
    return _NO_DOSE.search(unit) is not None
