"""What verification says of claims and of gold itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claims.case import Case
from claims.claim import Claim
from claims.kinds.names import CATEGORY
from extractor import verify
from extractor.records.draft import Draft
from extractor.records.envelope import EvidenceStatus

NO_VERDICT = "no verdict"
RAISED = "raised"
_ORDER = (*(status.value for status in EvidenceStatus), NO_VERDICT, RAISED)
"""Verdicts from the strongest to the weakest."""

WORDLESS = {"category": CATEGORY}
"""Fields without words of their own, and why: true values may be QUOTED and are in no true-verified rate."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim and the verdict on it: of a pair, the weaker one."""

    claim: Claim
    status: str

    @property
    def tellable(self) -> bool:
        """Whether the page alone can settle the claim."""
        return not self.claim.change.untellable


@dataclass(frozen=True, slots=True)
class JudgedLeaf:
    """An untouched gold leaf, its words on the page, and the verdict on it."""

    case: Case
    pointer: str
    places: bool
    wordless: bool
    status: str


def judged(claims: Iterable[Claim]) -> Iterator[Judged]:
    """The verdict on every claim. Neighbours that share one draft share its verification."""
    key: tuple[object, ...] = ()
    statuses: Mapping[str, str] = {}
    last: Claim | None = None  # keeps the objects alive whose identities are compared
    for claim in claims:
        new = (id(claim.case), id(claim.change.values), id(claim.change.quotes), claim.places)
        if new != key or last is None:
            statuses = _statuses(claim.case, claim.draft())
        key, last = new, claim
        found = [statuses.get(pointer, statuses.get("", NO_VERDICT)) for pointer in claim.judged]
        yield Judged(claim, max(found, key=_ORDER.index))


def judged_gold(cases: Iterable[Case]) -> Iterator[JudgedLeaf]:
    """The verdict on every labelled leaf of gold whose words are on the page, with and without places."""
    for case in cases:
        for places in (True, False):
            statuses = _statuses(case, case.draft(places=places))
            for leaf in case.leaves:
                if case.words_of(leaf.pointer):
                    status = statuses.get(leaf.pointer, NO_VERDICT)
                    yield JudgedLeaf(case, leaf.pointer, places, leaf.name in WORDLESS, status)


def _statuses(case: Case, draft: Draft) -> Mapping[str, str]:
    """Status by pointer. Verification must not raise: where it does, every pointer's status says so."""
    try:
        extraction = verify(case.document, draft)
    except Exception as error:  # noqa: BLE001 - a fault of the engine is a row of the report, not its end
        return {"": RAISED, "error": repr(error)}
    return {pointer: evidence.status.value for pointer, evidence in extraction.evidence.items()}
