"""Counts of verdicts: false claims by kind, true claims by form."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from claims.judge import Judged, JudgedLeaf
from claims.suite import BEYOND, FALSE, TRUE

VERIFIED, QUOTED, AMBIGUOUS = "VERIFIED", "QUOTED", "AMBIGUOUS"
_FALSE = [kind.__name__ for kind in FALSE]
_TRUE = {kind.__name__ for kind in TRUE}
_BEYOND = {kind.__name__ for kind in BEYOND}


@dataclass(slots=True)
class Row:
    """Verdicts on the claims of one kind."""

    name: str
    verdicts: dict[str, int] = field(default_factory=dict)

    def add(self, status: str) -> None:
        """Count one verdict."""
        self.verdicts[status] = self.verdicts.get(status, 0) + 1

    def __getitem__(self, status: str) -> int:
        return self.verdicts.get(status, 0)

    @property
    def total(self) -> int:
        """All claims of the row."""
        return sum(self.verdicts.values())

    @property
    def refused(self) -> int:
        """Claims that ended neither VERIFIED nor QUOTED nor AMBIGUOUS."""
        return self.total - self[VERIFIED] - self[QUOTED] - self[AMBIGUOUS]


@dataclass(slots=True)
class Tally:
    """The rows of a run, in the order of the suite."""

    held: dict[str, Row] = field(default_factory=dict)
    """False claims the page settles: none may be VERIFIED."""
    untellable: dict[str, Row] = field(default_factory=dict)
    """False claims the page alone cannot settle, by reason: QUOTED or AMBIGUOUS, never VERIFIED."""
    beyond: dict[str, Row] = field(default_factory=dict)
    """False claims of kinds no rule promises to find: shown, not held."""
    tolerance: dict[str, Row] = field(default_factory=dict)
    """True claims written otherwise than gold."""
    gold: dict[str, Row] = field(default_factory=dict)
    """Untouched leaves of gold, by form of the draft."""
    forms: dict[str, Row] = field(default_factory=dict)
    """Leaves of gold on pages of another form, by form of the page."""

    @property
    def false_total(self) -> int:
        """How many false claims the zero is held for."""
        return sum(row.total for row in self.held.values())

    @property
    def false_verified(self) -> int:
        """How many of them were VERIFIED."""
        return sum(row[VERIFIED] for row in self.held.values())

    @property
    def false_quoted(self) -> int:
        """How many of them were QUOTED."""
        return sum(row[QUOTED] for row in self.held.values())


def group_of(item: Judged) -> str:
    """The group of rows a claim is counted in, a field of Tally."""
    if item.claim.kind in _TRUE:
        return "tolerance"
    if item.claim.kind in _BEYOND:
        return "beyond"
    return "held" if item.tellable else "untellable"


def tally(claims: Iterable[Judged], gold: Iterable[JudgedLeaf]) -> Tally:
    """Count verdicts."""
    result = Tally()
    for item in claims:
        group = group_of(item)
        name = item.claim.kind if item.tellable else f"{item.claim.kind}: {item.claim.change.untellable}"
        rows: dict[str, Row] = getattr(result, group)
        rows.setdefault(name, Row(name)).add(item.status)
    result.held = {name: result.held[name] for name in _FALSE if name in result.held}
    for leaf in gold:
        form = "quotes with places" if leaf.places else "quotes without places"
        name = f"{form}, fields without words of their own" if leaf.wordless else form
        result.gold.setdefault(name, Row(name)).add(leaf.status)
    return result


def verified_rate(gold: Iterable[JudgedLeaf], *, places: bool) -> float:
    """The share of gold leaves with words on the page that are VERIFIED."""
    statuses = [leaf.status for leaf in gold if leaf.places is places and not leaf.wordless]
    return statuses.count(VERIFIED) / len(statuses)
