"""A share that never travels without what it is a share of."""

from typing import NamedTuple


class Rate(NamedTuple):
    """`part` among `n` values; the value is None where n is 0."""

    part: float
    n: int

    @property
    def value(self) -> float | None:
        """The share in [0, 1], or None."""
        return self.part / self.n if self.n else None
