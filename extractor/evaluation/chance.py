"""Agreement of two labellers beyond chance: Krippendorff's alpha and Gwet's AC1, nominal.

Both ask how often the two say the same, against how often they would if values fell at random. They differ
in what "at random" means: alpha draws from all values that were said (K. Krippendorff, Content Analysis, 2nd
edition, 2004, ch. 11), AC1 from the share of values that are hard to tell (K. L. Gwet, Br J Math Stat
Psychol 61, 2008). Where one value is far more common than all others, alpha falls to 0 although the
labellers nearly always agree, and AC1 does not: print both.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

Pair = tuple[Hashable, Hashable]
"""What the first and the second labeller say of one place; None is null, a value like others."""


@dataclass(frozen=True, slots=True)
class Chance:
    """Counts over places: how many, how many on which the two differ, and what chance would give.

    `alpha_expected` is the number of differences that alpha expects, `ac1_expected` the number of agreements
    that AC1 expects. Sums over fields are sums of counts, so that no field's values are chance for another's.
    """

    n: int = 0
    differ: int = 0
    alpha_expected: float = 0.0
    ac1_expected: float = 0.0

    @classmethod
    def of(cls, pairs: Iterable[Pair]) -> "Chance":
        """Count the pairs of one field."""
        pairs = list(pairs)
        if not pairs:
            return cls()
        said = Counter(value for pair in pairs for value in pair)
        n = len(pairs)
        return cls(n, sum(a != b for a, b in pairs), n * _disagreement(said), n * _hard(said))

    def __add__(self, other: "Chance") -> "Chance":
        return Chance(
            self.n + other.n,
            self.differ + other.differ,
            self.alpha_expected + other.alpha_expected,
            self.ac1_expected + other.ac1_expected,
        )

    @property
    def alpha(self) -> float | None:
        """Krippendorff's alpha, at most 1; None where only one value was ever said: nothing to tell apart."""
        return 1 - self.differ / self.alpha_expected if self.alpha_expected else None

    @property
    def ac1(self) -> float | None:
        """Gwet's AC1, at most 1; None without a place."""
        if not self.n:
            return None
        return (self.n - self.differ - self.ac1_expected) / (self.n - self.ac1_expected)


def _disagreement(said: Counter[Hashable]) -> float:
    """The chance that two values, drawn without putting back from all that were said, differ."""
    total = said.total()
    return 1 - sum(count * (count - 1) for count in said.values()) / (total * (total - 1))


def _hard(said: Counter[Hashable]) -> float:
    """Gwet's chance of agreement; 0 where one value alone was said."""
    total = said.total()
    spread = sum(count * (total - count) for count in said.values()) / total**2  # whole numbers: no order
    return spread / max(1, len(said) - 1)
