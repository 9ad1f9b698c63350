"""The scorer's own test: relations that must hold, on any number of invented pairs of records."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from extractor.evaluation.invented import Inventor
from extractor.evaluation.relations import RELATIONS, Pair

SIZES = 3
"""Records of so many sizes are invented in turn."""

EACH = 3
"""So many relations are asked of each pair, in turn: three pairs in a row are asked all nine."""


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
    violations = tuple(violation for seed in range(first, first + pairs) for violation in _of_pair(seed))
    return SelfTest(pairs, EACH * pairs, violations)


def _of_pair(seed: int) -> Iterator[Violation]:
    inventor = Inventor(Random(seed), 1 + seed // SIZES % SIZES)  # noqa: S311 - nothing secret
    gold = inventor.record()
    pair = Pair(gold, inventor.reading(gold), inventor.random)
    for name in list(RELATIONS)[seed % SIZES :: len(RELATIONS) // EACH]:
        if not RELATIONS[name](pair):
            yield Violation(seed, name)
