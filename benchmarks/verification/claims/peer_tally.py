"""What the peers said of the same claims, counted by kind."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.case import Case
from claims.claim import Claim
from claims.judge import Judged, JudgedLeaf
from claims.wrong_value import handed_for


@dataclass(frozen=True, slots=True)
class PeerRow:
    """Counts of one kind. `aligned` and `exact` are langextract's, the others CitationMixin's."""

    total: int = 0
    aligned: int = 0
    exact: int = 0
    kept: int = 0
    rewritten: int = 0
    dropped: int = 0

    def __add__(self, other: "PeerRow") -> "PeerRow":
        return PeerRow(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class PeerVerdicts:
    """What both peers said, by page and words handed; and their versions."""

    verdicts: dict[tuple[str, str], PeerRow]
    versions: dict[str, str]


def questions(cases: Iterable[Case], claims: Iterable[Claim]) -> list[tuple[str, str]]:
    """Every pair of page id and words that some claim, or some leaf of gold, hands to a peer; each once."""
    asked: dict[tuple[str, str], None] = {}
    for claim in claims:
        if claim.change.handed:
            asked[claim.case.document.id, claim.change.handed] = None
    for case in cases:
        for leaf in case.leaves:
            if words := handed_for(case, leaf, leaf.value):
                asked[case.document.id, words] = None
    return list(asked)


def read(folder: Path) -> PeerVerdicts | None:
    """The answers that `peers.py` left in a folder, or None where there are none."""
    path = folder / "verdicts.json"
    if not path.exists():
        return None
    found = json.loads(path.read_text(encoding="utf-8"))
    verdicts = {(row["page"], row["words"]): _row(row) for row in found["rows"]}
    return PeerVerdicts(verdicts, found["versions"])


def by_kind(peers: PeerVerdicts, claims: Iterable[Judged], gold: Iterable[JudgedLeaf]) -> dict[str, PeerRow]:
    """Counts by row of the report. Claims that hand nothing over, or were not asked, are not counted."""
    rows: dict[str, PeerRow] = {}
    for item in claims:
        if item.tellable and item.claim.change.handed:
            asked = (item.claim.case.document.id, item.claim.change.handed)
            _count(rows, item.claim.kind, peers.verdicts.get(asked))
    for judged in gold:
        leaf = next(leaf for leaf in judged.case.leaves if leaf.pointer == judged.pointer)
        words = handed_for(judged.case, leaf, leaf.value)
        if words and not judged.wordless:
            form = "quotes with places" if judged.places else "quotes without places"
            _count(rows, form, peers.verdicts.get((judged.case.document.id, words)))
    return rows


def _count(rows: dict[str, PeerRow], name: str, verdict: PeerRow | None) -> None:
    if verdict:
        rows[name] = rows.get(name, PeerRow()) + verdict


def _row(row: dict[str, Any]) -> PeerRow:
    kept = row["returned"] == [row["words"]]
    return PeerRow(
        total=1,
        aligned=int(row["status"] is not None),
        exact=int(row["status"] == "match_exact"),
        kept=int(kept),
        rewritten=int(bool(row["returned"]) and not kept),
        dropped=int(not row["returned"]),
    )
