"""What links name: the printed labels of a list's items."""

from collections.abc import Iterable

from extractor.normalise.terms import fold


def positions(labels: Iterable[str]) -> dict[str, int]:
    """The position of every label, folded. The second item of one label is `label #2`, the third `label #3`.

    `label #1` names the first as well as the label alone.
    """
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    for position, label in enumerate(labels):
        name = fold(label)
        counts[name] = counts.get(name, 0) + 1
        found.setdefault(name, position)
        found.setdefault(fold(f"{label} #{counts[name]}"), position)
    return found


def position_of(known: dict[str, int], label: str) -> int | None:
    """The position that a link names, or None."""
    return known.get(fold(label))
