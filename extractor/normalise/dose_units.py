"""Units of doses and pieces of medicine: `mg/m2`, `IU`, `tablets`."""

import re

from extractor.normalise.units import codes_of

_MASS = r"(?:mg|milligrams?|g|gm|grams?|[µμu]g|mcg|micrograms?|ng)"
_VOLUME = r"(?:m[lL]|cc|milliliters?|millilitres?|L|lit(?:er|re)s?)"
_ACTIVITY = r"(?:M?IU|international\s+units?|units?|U|mmol|nmol|mEq|GBq|MBq|mCi|cGy|Gy|kcal|vp|PFU|CFU)"
_PER_SIZE = r"(?:\s?(?:/|per)\s?(?:kg|kilogram|m\^?2|m²|square\s+met(?:er|re)|dose|ml|mL))"
PER_DAY = r"(?:\s?/\s?(?:day|d(?![A-Za-z])|24\s?h(?:ours?|rs?)?)|\s?(?:per|a|each)\s+day)"
_PER_TIME = r"(?:\s?/\s?(?:h|hr|hour|min|minute|week|wk)|\s?per\s+(?:hour|minute))"
UNIT = rf"(?:{_MASS}|{_VOLUME}|{_ACTIVITY}){_PER_SIZE}{{0,2}}{_PER_TIME}?(?![A-Za-z0-9²])"
PIECE = (
    r"(?:tablets?|tabs?|capsules?|caps?|caplets?|pills?|vials?|puffs?|inhalations?|drops?|sachets?|packets?|ampou?les?|"
    r"suppositor(?:y|ies)|patch(?:es)?|lozenges?|sprays?|softgels?|gummies|syringes?)(?![A-Za-z])"
)
_CONCENTRATION = re.compile(r"/\s?m[lL]$|/\s?dose$")


def ucum_of(unit: str) -> str | None:
    """The UCUM code of a printed unit; None where the table has none, or several."""
    codes = codes_of(" ".join(unit.split()))
    return codes[0] if len(codes) == 1 else None


def is_concentration(unit: str) -> bool:
    """Whether a unit says how strong a solution is, not how much of it is given: `mg/mL`."""
    return _CONCENTRATION.search(unit) is not None
