"""A fault of a gold file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GoldProblem:
    """What is wrong, in which file, at which pointer into that file's record (empty: the whole file)."""

    file: str
    pointer: str
    reason: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.pointer, self.reason) if part)
