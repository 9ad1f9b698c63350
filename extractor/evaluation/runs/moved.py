"""What differs between two runs besides their values: told from the lineage that each of them carries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractor.evaluation.runs.run import Run
from extractor.records.envelope import Extraction, Lineage

_NAMES: Mapping[str, str] = {
    "reader": "reader",
    "model": "model",
    "prompt": "prompt",
    "plan": "plan",
    "wire_schema": "schema",
    "vocabulary": "vocabulary",
    "converter": "converter",
    "version": "version",
    "answers": "answers",
}


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that is not the same: what, and what it is on either side."""

    what: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.what}: {_short(self.before)} → {_short(self.after)}"


def moved(before: Run, after: Run) -> tuple[Move, ...]:
    """Everything that the lineages and pages of two runs tell apart, over the documents both have."""
    both = [name for name in before.extractions if name in after.extractions]
    sides = [[one for name in both for one in run.extractions[name]] for run in (before, after)]
    found = [Move(name, *(_values(side, attribute) for side in sides)) for attribute, name in _NAMES.items()]
    found += [Move("page", *(_pages(side) for side in sides))]
    return tuple(move for move in found if move.before != move.after)


def moved_hashes(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Move, ...]:
    """Of two sets of hashes, by name, those that differ."""
    return tuple(
        Move(name, before[name], after[name])
        for name in before
        if name in after and before[name] != after[name]
    )


def _values(extractions: Iterable[Extraction], attribute: str) -> str:
    lineages: Iterable[Lineage] = (extraction.lineage for extraction in extractions)
    found = {str(getattr(lineage, attribute) or "none") for lineage in lineages}
    return ", ".join(sorted(found))


def _pages(extractions: Iterable[Extraction]) -> str:
    found = {f"{one.document.id} {one.document.text_sha256[:12]}" for one in extractions}
    return ", ".join(sorted(found))


def _short(text: str) -> str:
    """Hashes as people read them; of many, how many there are."""
    parts = text.split(", ")
    shown = [part[:12] if len(part) == 64 else part for part in parts[:2]]  # noqa: PLR2004 - hexadecimal SHA-256
    return ", ".join(shown) + (f" and {len(parts) - 2} more" if len(parts) > 2 else "")  # noqa: PLR2004 - as above
