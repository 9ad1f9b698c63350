"""Criteria cut short: the words that are left are on the page, and mean more than the page says."""

import re
from collections.abc import Iterator

from claims.case import Case
from claims.change import Change
from claims.wrong_value import difference
from extractor.records.criteria import Criterion
from extractor.records.draft import Quote

_DENIAL = re.compile(r",?\s+(?:not|without|other than|except|unless|no)\b", re.IGNORECASE)
_QUALIFIER = re.compile(r",?\s+(?:within|after|before|with|due to|according to)\b", re.IGNORECASE)


def denial_cut(case: Case) -> Iterator[Change]:
    """A criterion without its denial or exception: "Infection" for "Infection other than HBV"."""
    return _cut(case, _DENIAL)


def qualifier_cut(case: Case) -> Iterator[Change]:
    """A criterion without its last condition: "bleeding" for "bleeding within 6 months"."""
    return _cut(case, _QUALIFIER)


def _cut(case: Case, where: re.Pattern[str]) -> Iterator[Change]:
    for pointer in case.objects(Criterion):
        place = f"{pointer}/text"
        words: str = case.value(place)
        match = where.search(words)
        if match and (left := words[: match.start()]):
            yield Change(
                judged=(place,),
                values={place: left},
                quotes={place: tuple(Quote(text=left, start=q.start) for q in case.quotes.get(place, ()))},
                shown=difference(words, left),
                handed=left,
            )
