"""Where a value that is not gold's came from: said elsewhere on the page, derivable from it, or made up."""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property
from typing import Any

from extractor._data import table
from extractor.evaluation.aspects import Origin
from extractor.evaluation.fold import fold, fold_page, fold_words, squeeze
from extractor.evaluation.slots import Slot
from extractor.evaluation.spelling import unspelt, without_spelling
from extractor.normalise.numbers import numbers
from extractor.normalise.printed_dates import printed_dates
from extractor.normalise.spans_of_time import SPAN, time_span
from extractor.normalise.terms import fold as fold_term
from extractor.normalise.units import unit_at
from extractor.records.declare import Check, Scoring
from extractor.records.times import TimeUnit

TABLES = {
    "name_norm": "agents",
    "agent_norm": "agents",
    "route_norm": "routes",
    "concept_norm": "concepts",
    "outcome_norm": "concepts",
    "parameter_norm": "parameters",
    "country_iso2": "countries",
    "scale": "classes",
}
"""The synonym table of each normal form."""
_SPAN = re.compile(SPAN, re.IGNORECASE)
_NUMBER_AT = re.compile(r"(?!.*\d[.,]?\Z)(?!.*[-−]\Z)", re.DOTALL)
_NUMBER_GOES_ON = re.compile(r"\d|[.,]\d")
_SHORT = 5
"""Text below this length is sought as whole words: `no` stands inside `now`."""
_LONG = 20
"""Text above this length stands nowhere by chance, so that it may touch a number: cells may be fused."""
_DIGITS = re.compile(r"\d+")


class Source:
    """The text of one page, asked whether it gives a value. Indexes are made when first needed."""

    def __init__(self, text: str) -> None:
        self._text = text

    def origin(self, value: Any, slot: Slot) -> Origin | None:
        """Where a value comes from; None for yes and no, links and judgements, which no words print."""
        declared = slot.declared
        if declared.check is Check.NORM:
            return self._norm(value, slot.name)
        if declared.check is Check.DATE:
            return self._date(value)
        ask = self._questions.get(declared.scoring)
        return ask(value) if ask else None

    @cached_property
    def _questions(self) -> dict[Scoring, Callable[[Any], Origin | None]]:
        return {
            Scoring.TEXT: self._said,
            Scoring.LONG_TEXT: self._said,
            Scoring.IDENTIFIER: self._identifier,
            Scoring.NUMBER: self._number,
            Scoring.DATE: self._date,
            Scoring.AGE: self._age,
            Scoring.DURATION: self._span,
            Scoring.ENUM: self._enum,
        }

    def _said(self, value: str) -> Origin:
        short, long = len(value) < _SHORT, len(value) > _LONG
        words, text = (fold_words(value), self._words) if short else (fold(value), self._folded)
        if _inside(words, text, whole=short) or (long and words in text):
            return Origin.IN_SOURCE
        spelt = _inside(unspelt(value), self._unspelt, whole=True)
        return Origin.DERIVABLE if spelt else Origin.NOT_IN_SOURCE

    def _identifier(self, value: str) -> Origin:
        wanted = re.escape(value.strip())  # what touches an identifier may belong to it
        there = re.search(rf"(?<![^\W_]){wanted}(?![^\W_])", self._text, re.IGNORECASE)
        return Origin.IN_SOURCE if there else Origin.NOT_IN_SOURCE

    def _number(self, value: Any) -> Origin:
        number = Decimal(value)
        if any(_printed(form, self._text) for form in {f"{number:f}", f"{number:,f}"}):
            return Origin.IN_SOURCE
        return self._numbers.get(number, Origin.NOT_IN_SOURCE)

    def _date(self, value: Any) -> Origin:
        iso: str = value if isinstance(value, str) else value.date
        if _inside(iso, self._text):
            return Origin.IN_SOURCE
        given = any(date == iso or date.startswith(iso + "-") for date in self._dates)
        return Origin.DERIVABLE if given else Origin.NOT_IN_SOURCE

    def _span(self, value: Any) -> Origin:
        given = (value.value, value.unit) in self._spans
        return Origin.DERIVABLE if given else Origin.NOT_IN_SOURCE

    def _age(self, value: Any) -> Origin:
        """Limits share a unit: `18-75 years`."""
        unit = value.unit.value.lower() in self._words
        number = self._number(value.value) is not Origin.NOT_IN_SOURCE
        return Origin.DERIVABLE if unit and number else Origin.NOT_IN_SOURCE

    def _enum(self, value: Any) -> Origin | None:
        return self._named("enums", type(value).__name__, value.name) if isinstance(value, Enum) else None

    def _norm(self, value: str, name: str) -> Origin | None:
        if name == "ucum":
            return Origin.DERIVABLE if value in self._codes else Origin.NOT_IN_SOURCE
        return self._named(TABLES[name], "", value) if name in TABLES else self._said(value)

    def _named(self, vocabulary: str, kind: str, name: str) -> Origin | None:
        words = _synonyms(vocabulary, kind)
        if words is None or (kind and name not in words):
            return None
        if _inside(fold_term(name), self._terms, whole=True):
            return Origin.IN_SOURCE
        given = any(_inside(one, self._terms, whole=True) for one in words.get(name, ()))
        return Origin.DERIVABLE if given else Origin.NOT_IN_SOURCE

    @cached_property
    def _folded(self) -> str:
        return squeeze(self._words)

    @cached_property
    def _words(self) -> str:
        return fold_page(self._text)

    @cached_property
    def _unspelt(self) -> str:
        return without_spelling(self._words)

    @cached_property
    def _terms(self) -> str:
        return fold_term(self._text)

    @cached_property
    def _numbers(self) -> dict[Decimal, Origin]:
        """Numbers whose printed form is not their own: words, and digits such as 1.50 for 1.5."""
        return {
            one.value: Origin.DERIVABLE if one.word else Origin.IN_SOURCE
            for one in sorted(numbers(self._text), key=lambda one: not one.word)
        }

    @cached_property
    def _dates(self) -> frozenset[str]:
        return frozenset(one.date for one in printed_dates(self._text))

    @cached_property
    def _spans(self) -> frozenset[tuple[Decimal, TimeUnit]]:
        spans = (time_span(match.group()) for match in _SPAN.finditer(self._text))
        return frozenset((span.value, span.unit) for span in spans if span)

    @cached_property
    def _codes(self) -> frozenset[str]:
        units = (unit_at(self._text, match.end()) for match in _DIGITS.finditer(self._text))
        return frozenset(code for unit in units if unit for code in unit.ucum)


@cache
def _synonyms(vocabulary: str, kind: str) -> dict[str, tuple[str, ...]] | None:
    """The folded words for each name of a table; None where no table has the kind."""
    if kind and kind not in table(vocabulary):
        return None
    entries: dict[str, list[str]] = table(vocabulary)[kind] if kind else table(vocabulary)
    phrases: dict[str, list[str]] = table("phrases").get(kind, {}) if kind else {}
    return {
        name: tuple(fold_term(one) for one in (*words, *phrases.get(name, ())))
        for name, words in entries.items()
    }


def _inside(words: str, text: str, *, whole: bool = False) -> bool:
    """Whether words stand in a text and cut no number in two; with `whole`, no word either."""
    at = text.find(words) if words else -1
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        cuts = (_joined(before, words[0], whole=whole), _joined(words[-1], behind, whole=whole))
        if not any(cuts):
            return True
        at = text.find(words, at + 1)
    return False


def _printed(digits: str, text: str) -> bool:
    """Whether a number is printed in this form, and not as a part of another number."""
    at = text.find(digits)
    while at >= 0:
        if _NUMBER_AT.match(text[max(0, at - 2) : at]) and not _NUMBER_GOES_ON.match(text, at + len(digits)):
            return True
        at = text.find(digits, at + 1)
    return False


def _joined(left: str, right: str, *, whole: bool) -> bool:
    if left.isdigit() and right.isdigit():
        return True
    return whole and left.isalpha() and right.isalpha()  # cells may be fused: `survival36 months`
