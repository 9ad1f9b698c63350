"""Numbers in running text: digits, thousands, decimals, signs and number words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

# fmt: off
_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
_SMALL: Final = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_ONE: Final = "|".join(sorted(_ONES, key=len, reverse=True))
_TEN: Final = "|".join(_TENS)
_BELOW_100: Final = rf"(?:(?:{_TEN})(?:[- ](?:{'|'.join(_ONES[1:10])}))?|{_ONE})"
WORDS: Final = rf"(?:{_BELOW_100}[- ]hundred(?:(?:[- ]and)?[- ]{_BELOW_100})?|{_BELOW_100})"
DIGITS: Final = r"(?:\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?)"
# A blank parts thousands only before what counts per volume, a comma decimals only behind a sign or
# before what it multiplies: elsewhere both part two numbers.
_SPACED: Final = r"\d{1,3}(?:[ \u00a0\u2009]\d{3})+(?=\s?(?:/|cells|copies|per\s|IU))(?!\d)"
# So does a point, where three digits of a whole cell would follow it: `100.000/mm3`.
_POINTED: Final = (
    r"\d{1,3}(?:\.\d{3})+(?=\s?(?:/\s?(?:mm|[µμu]l|mcl|cu)|cells|per\s(?:mm|cu|micro|[µμ])))(?!\d)"
)
_COMMA: Final = (
    r"(?:(?:(?<=[≥≤≧≦<>=])|(?<=[≥≤≧≦<>=]\s))\d{1,4},\d{1,2}(?=\s?(?:[A-Za-z%×µμ/]))|"
    r"(?:(?<=[≥≤≧≦<>])|(?<=[≥≤≧≦<>]\s)|(?<=[<>]=)|(?<=[<>]=\s))\d{1,4},\d{1,2}(?=[\s,;.)\]]|$)(?!,\d)|"
    r"\d{1,2},\d{1,2}(?=\s?(?:times|-?\s?fold|[x×]\s?(?:the\s)?(?:upper|lower|ULN|LLN)))|"
    r"\d{1,3},\d{1,2}(?=\s?(?:[mµμ]?g/|[mµμn]?mol|[mµμ]?[gl](?![A-Za-z])|cm(?![A-Za-z])|%))|"
    r"\d{1,2},\d(?=\s?[-–]\s?\d{1,2},\d)|(?<=\d,\d[-–])\d{1,2},\d)(?!\d)"
)
_POWER: Final = r"(?<![\d.,×*])(?<![xX×*·]\s)(?<![xX])10\s?\\?\^\s?(?P<power>1[0-2]|\d)(?!\d)"
# A dash is a sign only where nothing stands before it that it could join to the number.
_NUMBER: Final = re.compile(
    rf"(?:(?=[-−+\d])|(?<![A-Za-z-])(?=[zotfsen]))(?:{_POWER}|(?P<spaced>(?<![\d.,]){_SPACED})|(?P<pointed>(?<![\d.,]){_POINTED})|(?P<comma>(?<![\d.,]){_COMMA})|"
    rf"(?P<digits>(?:(?<![\w)\].%])(?<!\d\s)[-−+])?(?<![\d.])(?<!\d,){DIGITS})|"
    rf"(?<![A-Za-z-])(?P<words>{WORDS})(?P<half>[- ]and[- ](?:a|one)[- ]half)?(?![A-Za-z])|"
    r"(?P<twice>(?<![A-Za-z])twice(?=\s+(?:the\s+)?(?:upper|ULN|institut|normal))))",
    re.IGNORECASE,
)
_NOT_DIGITS: Final = re.compile(r"[,\s]")


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number and where it stands: `text[start:end]`. `word` is true for number words."""

    value: Decimal
    start: int
    end: int
    word: bool


def _found(text: str) -> Iterator[PrintedNumber]:
    for match in _NUMBER.finditer(text):
        # A number of thousands of digits is no number of a trial page, and slow to convert.
        if len(match.group()) <= 60:  # noqa: PLR2004 - any limit well above what pages print will do
            value, word = _value(match)
            yield PrintedNumber(value, *match.span(), word=word)


def _value(match: re.Match[str]) -> tuple[Decimal, bool]:
    """The value of a printed number, and whether it is printed in words."""
    if words := match.group("words"):
        return _of_words(words) + (Decimal("0.5") if match.group("half") else 0), True
    if match.group("twice"):
        return Decimal(2), True
    if power := match.group("power"):
        return Decimal(10) ** int(power), False
    if comma := match.group("comma"):
        return Decimal(comma.replace(",", ".")), False
    if pointed := match.group("pointed"):
        return Decimal(pointed.replace(".", "")), False
    digits = match.group("spaced") or match.group("digits")
    return Decimal(_NOT_DIGITS.sub("", digits).replace("−", "-")), False


@lru_cache(maxsize=4096)
def numbers(text: str) -> tuple[PrintedNumber, ...]:
    """Every number of a text, in order. `1,234` is one number; `18-75` is two, neither of them negative."""
    return tuple(_found(text))


def _of_words(words: str) -> Decimal:
    total = 0
    for word in re.split(r"[- ]+", words.lower()):
        if word == "hundred":
            total *= 100
        elif word != "and":
            total += _SMALL[word]
    return Decimal(total)
