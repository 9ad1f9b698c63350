"""Floors: the scores below which an evaluation fails."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extractor.evaluation.tally import Tally
from extractor.records.declare import Tier


@dataclass(frozen=True, slots=True)
class Floor:
    """The lowest F1 and the largest share of spurious values, both in [0, 1]; None asks for nothing."""

    f1: float | None = None
    spurious_share: float | None = None

    def failures(self, name: str, tally: Tally) -> Iterator[str]:
        """What falls short, in words. A score that cannot be had does not reach a floor on F1."""
        if self.f1 is not None and (tally.f1 is None or tally.f1 < self.f1):
            scored = "has no value" if tally.f1 is None else f"is {tally.f1:.4f}"
            yield f"{name}: F1 {scored}, the floor is {self.f1:.4f}"
        share = tally.spurious_share
        if self.spurious_share is not None and share is not None and share > self.spurious_share:
            yield f"{name}: the spurious share is {share:.4f}, the limit is {self.spurious_share:.4f}"


@dataclass(frozen=True, slots=True)
class Floors:
    """The floor of all cells together and of each tier."""

    overall: Floor = field(default_factory=Floor)
    tiers: Mapping[Tier, Floor] = field(default_factory=dict)

    def failures(self, overall: Tally, tiers: Mapping[str, Tally]) -> list[str]:
        """What falls short, in words; empty where every floor is reached."""
        found = list(self.overall.failures("overall", overall))
        for tier, floor in self.tiers.items():
            found += floor.failures(f"tier {tier}", tiers.get(tier, Tally()))
        return found
