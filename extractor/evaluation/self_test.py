"""The scorer's own test: relations that must hold, on any number of invented pairs of records."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from extractor.evaluation.invented import Inventor
from extractor.evaluation.relations import RELATIONS, Pair

SIZES = 3
"""Records of so many sizes are invented in turn."""

TURNS = 5
"""Each pair is asked a fifth of the relations, so that five pairs in a row are asked them all."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A relation that does not hold, and the seed of the pair: `self_test(1, first=seed)` asks it again."""

    seed: int
    relation: str


@dataclass(frozen=True, slots=True)
class SelfTest:
    """How many pairs were made, how many relations were asked, and which did not hold."""

    pairs: int
    checks: int
    violations: tuple[Violation, ...]


def self_test(pairs: int, *, first: int = 0) -> SelfTest:
    """Invent pairs from the seeds `first`, `first + 1` … and ask relations of each."""
    seeds = range(first, first + pairs)
    violations = tuple(violation for seed in seeds for violation in _of_pair(seed))
    return SelfTest(pairs, sum(len(_turn(seed)) for seed in seeds), violations)


def _turn(seed: int) -> list[str]:
    return list(RELATIONS)[seed % TURNS :: TURNS]


def _of_pair(seed: int) -> Iterator[Violation]:
    inventor = Inventor(Random(seed), 1 + seed // TURNS % SIZES)  # noqa: S311 - nothing secret
    gold = inventor.record()
    pair = Pair(gold, inventor.reading(gold), inventor.random)
    for name in _turn(seed):
        if not RELATIONS[name](pair):
            yield Violation(seed, name)
