"""Units behind numbers: what is printed, its UCUM code, and what a limit is a multiple of."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor._data import table

_POWER = re.compile(
    r"\s?[x×X*·]?\s?10\s?(?:\\?\^|\*\*|\*|[eE]|\()?\s?(?P<power>1?\d|[⁰¹²³⁴-⁹]{1,2})\s?\)?\s?"
    r"(?:/\s?(?P<per>[lL]|m[lL]|[uµμ][lL]|mm\^?[3³])(?![A-Za-z0-9]))"
)
_TIMES = r"(?:[x×X*]|times|fold|-\s?fold)"
_NORMAL = r"(?:\s+of)?(?:\s+the)?(?:\s+(?:institutional|local|laboratory))?"
_MULTIPLE = re.compile(
    rf"\s?(?:{_TIMES}\s?)?{_NORMAL}\s?"
    r"(?:(?P<ULN>ULN|UNL|upper\s+(?:normal\s+limit|limits?(?:\s+of(?:\s+the)?)?(?:\s+institutional)?\s+normal))"
    r"|(?P<LLN>LLN|lower\s+limits?\s+of(?:\s+the)?\s+normal)|(?P<BASELINE>(?:the\s+)?baseline))"
    r"(?:\s+(?:values?|range|level))?(?![A-Za-z])",
    re.IGNORECASE,
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PER = {"l": "L", "ml": "mL"}
_SPACES = re.compile(r"\s+")


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
def _pattern() -> re.Pattern[str]:
    forms = sorted(_codes(), key=lambda form: (-len(form), form))
    body = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    return re.compile(rf"\s?-?(?P<unit>{body})(?![A-Za-z/^²³]|(?<=[A-Za-z])\d)")


@cache
def _folded_codes() -> dict[str, tuple[str, ...]]:
    folded: dict[str, tuple[str, ...]] = {}
    for form, codes in _codes().items():
        folded[form.casefold()] = tuple(dict.fromkeys((*folded.get(form.casefold(), ()), *codes)))
    return folded


@cache
def _any_case() -> re.Pattern[str]:
    return re.compile(_pattern().pattern, re.IGNORECASE)


def unit_at(text: str, at: int) -> PrintedUnit | None:
    """The unit printed at an offset, right behind a number."""
    if match := _MULTIPLE.match(text, at):
        start = at + len(match.group()) - len(match.group().lstrip())
        return PrintedUnit(start, match.end(), (), match.lastgroup or "")
    if match := _POWER.match(text, at):
        start = at + len(match.group()) - len(match.group().lstrip())
        return PrintedUnit(start, match.end(), (_power(match),))
    found = _pattern().match(text, at) or _any_case().match(text, at)
    if found is None:
        return None
    return PrintedUnit(*found.span("unit"), codes_of(found.group("unit")))


def _power(match: re.Match[str]) -> str:
    per = match.group("per").lower()
    below = _PER.get(per) or ("uL" if per.endswith("l") else "mm3")
    return f"10*{match.group('power').translate(_SUPERSCRIPT)}/{below}"


@lru_cache(maxsize=1024)
def codes_of(printed: str) -> tuple[str, ...]:
    """Every UCUM code a printed unit may stand for; empty where the table has none."""
    form = _SPACES.sub(" ", printed).strip()
    if (match := _POWER.fullmatch(form)) is not None:
        return (_power(match),)
    return _codes().get(form) or _folded_codes().get(form.casefold(), ())
