"""Units of doses and pieces of medicine: `mg/m2`, `IU`, `tablets`."""

import re
from typing import Final

from extractor.normalise.units import codes_of

_MASS: Final = r"(?:[Mm]gs?|MG|milligrams?|g|gm|grams?|[µμu]g|[Mm]cg|MCG|micrograms?|ng|nanograms?)"
_VOLUME: Final = r"(?:m[lL]s?|ML|cc|milliliters?|millilitres?|L|lit(?:er|re)s?)"
_CELLS: Final = (
    r"(?:(?:CAR[-\s]?T|viable|total|T|NK|CD\d{1,3}\+?|nucleated|mononuclear|stem)[-\s]){0,3}(?:cells|MSCs)"
)
_POWER: Final = (
    rf"[x×X*·]\s?10\s?(?:\\?\^\s?)?(?:\(?\d{{1,2}}\)?|[⁰¹²³⁴-⁹]{{1,2}})"
    rf"(?:\s?(?:{_CELLS}|vp|vg|PFU|CFU|viral\s+particles|IU)|(?=\s?/\s?kg))"
)
_MILLION: Final = rf"(?:million|billion|mega)[-\s]?(?:international\s+units?|units?|IU|U|CFU|{_CELLS})"
_ACTIVITY: Final = (
    rf"(?:{_POWER}|{_MILLION}|M?IU|MU|international\s+units?|units?|U|mmol|nmol|mEq|GBq|MBq|mCi|cGy|Gy|kcal|"
    r"vp|PFU|CFU)"
)
_PER_SIZE: Final = (
    r"(?:\s?(?:/|per)\s?(?:[Kk]g|KG|kilogram|[mM]\s?\\?\^?\s?2|[mM]²|square\s+met(?:er|re)|dose|ml|mL))"
)
PER_DAY: Final = r"(?:\s?/\s?(?:day|d(?![A-Za-z])|24\s?h(?:ours?|rs?)?)|\s?(?:per|a|each)\s+day)"
_PER_TIME: Final = r"(?:\s?/\s?(?:hour|hr|h|minute|min|week|wk)(?![A-Za-z])|\s?per\s+(?:hour|minute))"
_IN_BLOOD: Final = (
    r"(?!\s?(?:/|per)\s?(?:[dD]?[lL](?![a-z])|lit|deci|100|g(?![a-z])|mmol|mol|min)|\s?%|\s?[·*]\s?h)"
)
_ENDS: Final = rf"(?:(?=(?:qd|bid|tid|qid|po|iv|sc)(?![A-Za-z]))|(?![A-Za-z0-9²])){_IN_BLOOD}"
UNIT: Final = rf"(?:{_MASS}|{_VOLUME}|{_ACTIVITY}){_PER_SIZE}{{0,2}}{_PER_TIME}?{_ENDS}"
MINUTES: Final = r"(?:minutes?|mins?)(?![A-Za-z])"
FORM: Final = (
    r"(?:ointment|cream|gel|solution|lotion|foam|spray|drops|eye\s+drops|suspension|emulsion|mouth\s?wash|"
    r"mouth\s?rinse|syrup|shampoo|powder)(?![A-Za-z])"
)
PIECE: Final = (
    r"(?:tablets?|tabs?|capsules?|caps?|caplets?|pills?|vials?|puffs?|inhalations?|drops?|sachets?|packets?|ampou?les?|"
    r"suppositor(?:y|ies)|patch(?:es)?|lozenges?|sprays?|softgels?|gummies|syringes?)(?![A-Za-z])"
)
BREATH: Final = r"(?:puffs?|inhalations?|sprays?|drops?|actuations?)(?![A-Za-z])"
"""Pieces that are never all of an amount printed before them: `100 mcg, 2 puffs`."""
_NO_DOSE: Final = re.compile(r"/\s?m[lL]$|^m[lL]\s?/\s?min")


def ucum_of(unit: str) -> str | None:
    """The UCUM code of a printed unit; None where the table has none, or several."""
    codes = codes_of(" ".join(unit.split()))
    return codes[0] if len(codes) == 1 else None


def is_no_dose(unit: str) -> bool:
    """Whether a unit says how strong a solution or how fast a flow is, not how much is given: `mg/mL`."""
    return _NO_DOSE.search(unit) is not None
