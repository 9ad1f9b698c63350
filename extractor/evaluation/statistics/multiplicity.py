"""Many tests at once: p values that keep their meaning."""

from collections.abc import Mapping


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Adjusted p values: the chance of any false alarm among them stays below the level (Holm 1979)."""
    adjusted: dict[str, float] = {}
    highest = 0.0
    for rank, name in enumerate(sorted(p_values, key=p_values.__getitem__)):
        highest = max(highest, min(1.0, (len(p_values) - rank) * p_values[name]))
        adjusted[name] = highest
    return {name: adjusted[name] for name in p_values}


def benjamini_hochberg(p_values: Mapping[str, float]) -> dict[str, float]:
    """Adjusted p values: the share of false alarms among the alarms stays below the level (1995)."""
    adjusted: dict[str, float] = {}
    lowest = 1.0
    ordered = sorted(p_values, key=p_values.__getitem__)
    for rank in range(len(ordered), 0, -1):
        name = ordered[rank - 1]
        lowest = min(lowest, len(ordered) / rank * p_values[name])
        adjusted[name] = lowest
    return {name: adjusted[name] for name in p_values}
