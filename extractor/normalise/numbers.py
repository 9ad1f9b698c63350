"""Numbers in running text: digits, thousands, decimals, signs and number words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

# fmt: off
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
_SMALL = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
_TEN = "|".join(_TENS)
_BELOW_100 = rf"(?:(?:{_TEN})(?:[- ](?:{'|'.join(_ONES[1:10])}))?|{_ONE})"
WORDS = rf"(?:{_BELOW_100}[- ]hundred(?:(?:[- ]and)?[- ]{_BELOW_100})?|{_BELOW_100})"
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?)"
# A dash is a sign only where nothing stands before it that it could join to the number.
_NUMBER = re.compile(
    rf"(?P<digits>(?:(?<![\w)\].%])[-−+])?(?<![\d.])(?<!\d,){DIGITS})|(?<![A-Za-z-])(?P<words>{WORDS})(?![A-Za-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number and where it stands: `text[start:end]`. `word` is true for number words."""

    value: Decimal
    start: int
    end: int
    word: bool


def _found(text: str) -> Iterator[PrintedNumber]:
    for match in _NUMBER.finditer(text):
        if digits := match.group("digits"):
            # A number of thousands of digits is no number of a trial page, and slow to convert.
            if len(digits) <= 40:  # noqa: PLR2004 - any limit well above what pages print will do
                value = Decimal(digits.replace(",", "").replace("−", "-"))
                yield PrintedNumber(value, *match.span(), word=False)
        else:
            yield PrintedNumber(Decimal(_of_words(match.group("words"))), *match.span(), word=True)


@lru_cache(maxsize=4096)
def numbers(text: str) -> tuple[PrintedNumber, ...]:
    """Every number of a text, in order. `1,234` is one number; `18-75` is two, neither of them negative."""
    return tuple(_found(text))


def _of_words(words: str) -> int:
    total = 0
    for word in re.split(r"[- ]+", words.lower()):
        if word == "hundred":
            total *= 100
        elif word != "and":
            total += _SMALL[word]
    return total
