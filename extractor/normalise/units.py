"""Units behind numbers: what is printed, its UCUM code, and what a limit is a multiple of."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from extractor._data import table

_POWER: Final = re.compile(
    r"\s?[x×X*·]?\s?10\s?(?:\\?\^|\*\*|\*|[eE]|\()?\s?(?P<power>1?\d|[⁰¹²³⁴-⁹]{1,2})\s?\)?\s?"
    r"(?P<what>cells|copies|IU)?\s?(?:/|per\s)\s?"
    r"(?P<per>[lL](?:iter|itre)?|m[lL]|[uµμ][lL]|mc[lL]|microlit(?:er|re)|mm\\?\^?[3³])(?![A-Za-z0-9])"
)
_TIMES: Final = r"(?:[x×X*]|times|fold|-\s?fold)"
_OWN: Final = (
    r"(?:\s*(?:of|the|their|its|age-adjusted|institution(?:al|'s)?|local|laboratory|lab|site|reference|testing)"
    r"(?![A-Za-z])){0,6}"
)
_LIMIT: Final = (
    r"(?:\s*(?:normal|limits?|values?|range|of|the|institutional|laboratory|local|reference)"
    r"(?![A-Za-z])){1,8}"
)
_REFERENCE: Final = (
    rf"(?:(?P<ULN>(?:normal\s+limit\s+)?\(?(?:ULN|UNL|UNV)\)?|(?:normal\s+)?upper(?![A-Za-z]){_LIMIT})"
    rf"|(?P<LLN>LLN|lower(?![A-Za-z]){_LIMIT})"
)
_TAIL: Final = r"(?:\s+(?:values?|range|level))?(?:\s*[\[(](?:ULN|UNL|LLN)[\])])?(?![A-Za-z])"
_MULTIPLE: Final = re.compile(
    rf"\s?(?:{_TIMES}\s?)?{_OWN}\s?{_REFERENCE}|(?P<BASELINE>(?:the\s+)?baseline)){_TAIL}", re.IGNORECASE
)
_BARE: Final = re.compile(
    rf"(?<![A-Za-z])(?:(?:the|institutional|local|laboratory)\s+){{0,3}}{_REFERENCE}){_TAIL}", re.IGNORECASE
)
_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PER: Final = {"l": "L", "liter": "L", "litre": "L", "ml": "mL"}
_COUNTED: Final = {"copies": ".{copies}", "iu": ".[IU]"}
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PrintedUnit:
    """A unit at `text[start:end]`.

    `ucum` has every code the printed form may stand for. `reference` is ULN, LLN or BASELINE for a multiple
    of a limit, else ABSOLUTE.
    """

    start: int
    end: int
    ucum: tuple[str, ...]
    reference: str = "ABSOLUTE"


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for code, printed in table("units").items():
        for form in printed:
            codes[form] = (*codes.get(form, ()), code)
    return codes


@cache
def _patterns(first: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """The units whose forms begin with a character, in the case of the table and in any case, or None."""
    forms = sorted(
        (form for form in _codes() if form[0].casefold() == first), key=lambda form: (-len(form), form)
    )
    if not forms:
        return None
    body = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    pattern = rf"(?P<unit>{body})(?![A-Za-z/^²³]|(?<=[A-Za-z])\d)"
    return re.compile(pattern), re.compile(pattern, re.IGNORECASE)


@cache
def _folded_codes() -> dict[str, tuple[str, ...]]:
    folded: dict[str, tuple[str, ...]] = {}
    for form, codes in _codes().items():
        folded[form.casefold()] = tuple(dict.fromkeys((*folded.get(form.casefold(), ()), *codes)))
    return folded


def unit_at(text: str, at: int) -> PrintedUnit | None:
    """The unit printed at an offset, right behind a number."""
    if match := _MULTIPLE.match(text, at):
        start = at + len(match.group()) - len(match.group().lstrip())
        reference = next(name for name in ("ULN", "LLN", "BASELINE") if match.group(name))
        return PrintedUnit(start, match.end(), (), reference)
    if match := _POWER.match(text, at):
        start = at + len(match.group()) - len(match.group().lstrip())
        return PrintedUnit(start, match.end(), (_power(match),))
    at += text[at : at + 1].isspace()
    at += text[at : at + 1] == "-"
    patterns = _patterns(text[at : at + 1].casefold())
    if patterns is None:
        return None
    exact, folded = (pattern.match(text, at) for pattern in patterns)
    found = folded if folded and (not exact or folded.end() > exact.end()) else exact
    if found is None:
        return None
    return PrintedUnit(*found.span("unit"), codes_of(found.group("unit")))


def _power(match: re.Match[str]) -> str:
    per = match.group("per").lower()
    below = _PER.get(per) or ("mm3" if per.startswith("mm") else "uL")
    what = _COUNTED.get((match.group("what") or "").lower(), "")
    return f"10*{match.group('power').translate(_SUPERSCRIPT)}{what}/{below}"


def references(text: str) -> tuple[PrintedUnit, ...]:
    """Where limits of normal are named, in order: `ULN`, `lower limit of normal`."""
    return tuple(
        PrintedUnit(*match.span(), (), "ULN" if match.group("ULN") else "LLN")
        for match in _BARE.finditer(text)
    )


@lru_cache(maxsize=1024)
def codes_of(printed: str) -> tuple[str, ...]:
    """Every UCUM code a printed unit may stand for; empty where the table has none."""
    form = _SPACES.sub(" ", printed).strip()
    if (match := _POWER.fullmatch(form)) is not None:
        return (_power(match),)
    return _codes().get(form) or _folded_codes().get(form.casefold(), ())
