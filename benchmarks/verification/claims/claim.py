"""A claim: a whole draft that differs from gold in one place, the place judged, and whether it is true."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.case import Case, without_places
from claims.change import Change
from claims.edit import edited
from extractor.records.draft import Draft
from extractor.records.pointer import split


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of the suite. `places` says whether its quotes carry a `start`."""

    case: Case
    kind: str
    change: Change
    places: bool

    @property
    def true(self) -> bool:
        """Whether the judged value is right."""
        return self.change.true

    @property
    def judged(self) -> tuple[str, ...]:
        """The addresses the verdict is asked of."""
        return self.change.judged

    def draft(self) -> Draft:
        """Gold with the change made."""
        base = self.case.draft(places=self.places)
        quotes = dict(base.quotes)
        for pointer, offered in self.change.quotes.items():
            new = offered if self.places else without_places(offered)
            quotes.pop(pointer, None)
            if new:
                quotes[pointer] = list(new)
        return Draft(
            record=edited(base.record, self.change.values),
            quotes=quotes,
            missing=_still_missing(base.missing, self.change.values),
        )

    def __str__(self) -> str:
        where = " + ".join(self.judged)
        form = "places" if self.places else "no places"
        return f"{self.case.document.id[:3]} {self.kind} [{form}] {where}: {self.change.shown}"


def _still_missing(missing: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The reasons for what is still null: a filled field and its parents are missing no more."""
    filled = {tuple(split(pointer)) for pointer in values}
    return {
        pointer: reason
        for pointer, reason in missing.items()
        if not any(path[: len(parts)] == parts for parts in [tuple(split(pointer))] for path in filled)
    }
