"""An Estimate: a figure with its interval, what it rests on and how the interval was made."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure in [0, 1] (a difference: in [-1, 1]), None where nothing stands below its line.

    `low` and `high` bound the nominal 95 % interval. `note` says where that is not to be taken at its word.
    """

    value: float | None
    low: float | None
    high: float | None
    n_documents: int
    n_cells: int
    method: str
    note: str = ""

    @classmethod
    def nothing(cls, method: str) -> "Estimate":
        """The estimate from no documents."""
        return cls(None, None, None, 0, 0, method, "no document has such values")
