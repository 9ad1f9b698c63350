"""Digits of a text changed, added, dropped. Pure functions."""

import re
from decimal import Decimal

_DIGIT = re.compile(r"[0-9]")


def positions(text: str) -> list[int]:
    """Where ASCII digits stand."""
    return [match.start() for match in _DIGIT.finditer(text)]


def changed_at(text: str, at: int) -> str:
    """One digit up; nine goes down."""
    return text[:at] + ("8" if text[at] == "9" else str(int(text[at]) + 1)) + text[at + 1 :]


def changed(text: str) -> list[str]:
    """The last digit changed, and the first where there are several."""
    places = positions(text)
    ends = dict.fromkeys([*places[-1:], *places[:1]])
    return [changed_at(text, at) for at in ends]


def added(text: str) -> list[str]:
    """A digit behind the last one, a one before the first. No nought behind decimals: that says the same."""
    places = positions(text)
    if not places:
        return []
    last, first = places[-1] + 1, places[0]
    digit = "1" if re.search(r"\.\d+$", text[:last]) else "0"
    return [text[:last] + digit + text[last:], text[:first] + "1" + text[first:]]


def dropped(text: str) -> list[str]:
    """One digit of a longer number left out, and one decimal point."""
    found = [text[: m.end() - 1] + text[m.end() :] for m in list(re.finditer(r"\d{2,}", text))[:1]]
    found += [text[: m.start()] + text[m.end() :] for m in list(re.finditer(r"(?<=\d)\.(?=\d)", text))[:1]]
    return found


def number_text(value: int | Decimal) -> str:
    """A number as a person writes it: 18, 1.5."""
    number = Decimal(value)
    return str(int(number)) if number == number.to_integral_value() else str(number.normalize())


def as_number(text: str, like: int | Decimal) -> int | Decimal | None:
    """The number a text writes, of the type of `like`; None where it cannot be of that type."""
    number = Decimal(text)
    if isinstance(like, Decimal):
        return number
    return int(number) if number == number.to_integral_value() else None
