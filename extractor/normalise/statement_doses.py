"""The dose of one dose statement, out of the amounts that say it together."""

import re
from typing import Final

from extractor.normalise.dose_statements import Statement
from extractor.normalise.dose_units import BREATH, ucum_of
from extractor.normalise.printed_amounts import AmountKind, PrintedAmount
from extractor.normalise.printed_regimens import Place, PrintedDose

_BASIS: Final = re.compile(
    r"(?:based\s+on|calculated\s+as|expressed\s+as|(?<![A-Za-z])as)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:free\s+base|base(?![a-z])|tegafur|component|equivalents?|"
    r"[a-z]+ic\s+acid|elemental\s+\w+)|based\s+on\s+(?!(?:the\s+)?(?:body|weight|age|actual|ideal|renal|kidney|creatinine|serum|blood|bsa|response|clinical|"
    r"toxicity|tolera|patient|investigator|individual|a\s|an\s|previous|prior))[\w-]+(?:\s+component)?|elemental\s+[a-z]+|(?:in|x|×)\s+\d{1,2}\s+(?:daily\s+)?fractions|"
    r"/\s?\d{1,2}\s?(?:fractions|fx)|(?:/|per\s)\s?fraction|(?:divided|split)\s+over\s+[\d-]{1,5}\s+days",
    re.IGNORECASE,
)
_BREATH: Final = re.compile(BREATH, re.IGNORECASE)


def moved(place: Place | None, by: int) -> Place | None:
    """A place further on."""
    return (place[0] + by, place[1] + by) if place else None


def dose_of(text: str, part: Statement, offset: int) -> tuple[PrintedDose | None, list[Place]]:
    """The dose of a statement, and the places that are spent on it."""
    by_kind: dict[AmountKind, PrintedAmount] = {}
    for one in part.amounts:
        by_kind.setdefault(one.kind, one)
    dose = by_kind.get(AmountKind.DOSE)
    daily = by_kind.get(AmountKind.DAILY)
    strength = by_kind.get(AmountKind.STRENGTH)
    pieces = by_kind.get(AmountKind.PIECES)
    last = (part.amounts[-1].end if part.amounts else part.end) + offset
    if dose and pieces and not strength and _is_of_each(text, dose, pieces, offset):
        told = pieces.start < dose.start or _BREATH.match(text, offset + (pieces.unit or (0, 0))[0])
        strength, dose = (dose if told else None), None
    if len(part.amounts) > len(by_kind):
        last = part.end + offset  # what is told again in brackets may be of another substance
    basis = _BASIS.search(text, last, min(last + 60, part.end + offset))
    place = moved((daily.start, daily.end), offset) if daily else None
    minutes = by_kind.get(AmountKind.MINUTES)
    counted = pieces if pieces and not strength and not _named_before(text, pieces, offset) else None
    given = dose or minutes or counted
    unit = moved(given.unit, offset) if given else None
    found = PrintedDose(
        value=given.value if given else None,
        high=given.high if given else None,
        unit=unit,
        ucum=ucum_of(text[slice(*unit)]) if unit else None,
        basis=basis.span() if basis else None,
        unit_strength=moved((strength.start, strength.end), offset) if strength else None,
        units_per_dose=pieces.value if pieces and given is not pieces and pieces.high is None else None,
        total_daily=place,
    )
    return (None if found == PrintedDose() else found), [place] if place else []


def _is_of_each(text: str, dose: PrintedAmount, pieces: PrintedAmount, offset: int) -> bool:
    """Whether an amount may be that of each of several pieces: `100 mcg, 2 puffs`; of one it is both."""
    between = text[dose.end + offset : pieces.start + offset]
    if pieces.start < dose.start:
        return text[pieces.end + offset : dose.start + offset].lstrip().startswith("of ")
    several = pieces.value != 1 or _BREATH.match(text, offset + (pieces.unit or (0, 0))[0]) is not None
    return several and not between.strip(" ,x×*")


def _named_before(text: str, pieces: PrintedAmount, offset: int) -> bool:
    """Whether the form that is counted is printed before as well: `heat tablets, 1 tablet`."""
    if pieces.unit is None:
        return True
    form = text[pieces.unit[0] + offset : pieces.unit[1] + offset].casefold().rstrip("s")
    return form in text[max(0, pieces.start + offset - 80) : pieces.start + offset].casefold()
