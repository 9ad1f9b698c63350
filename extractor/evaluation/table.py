"""A table of text: what the terminal and Markdown both show."""

from dataclasses import dataclass

NONE = "–"
"""What is shown where a share has nothing below its line."""


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the names of the columns (the first ones hold words, the others numbers), and rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1
    """How many leading columns hold words."""


def share(value: float | None) -> str:
    """A share with four places, or a dash."""
    return NONE if value is None else f"{value:.4f}"


def bounds(low: float | None, high: float | None) -> tuple[str, str]:
    """Both ends of an interval, four places; the lower one is rounded down, so that [1, 1] is never shown."""
    if low is None or high is None:
        return NONE, NONE
    return f"{int(low * 10_000) / 10_000:.4f}", f"{high:.4f}"
