"""A change: what is done to a gold draft so that one leaf, or one pair, is no longer what gold says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.case import Quotes
from extractor.records.draft import Quote


@dataclass(frozen=True, slots=True)
class Change:
    """Values and quotes put in the place of gold's.

    `values` and `quotes` are by pointer; an empty tuple of quotes takes the quotes away, and the position
    just behind a list's end appends to it. `judged` are the addresses the verdict is asked of: one, or
    two where only their being together is false. `handed` is what a peer gets, None where it cannot take
    the claim. `places` says in which forms the claim makes sense.
    """

    judged: tuple[str, ...]
    values: Mapping[str, Any] = field(default_factory=dict)
    quotes: Mapping[str, Quotes] = field(default_factory=dict)
    shown: str = ""
    handed: str | None = None
    untellable: str = ""
    true: bool = False
    places: tuple[bool, ...] = (True, False)


def first_text(quotes: tuple[Quote, ...]) -> str | None:
    """The words of the first quote, if there is one."""
    return quotes[0].text if quotes else None
