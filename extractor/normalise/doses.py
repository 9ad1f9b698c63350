"""Doses in running text: amounts, strengths of a tablet, counts of tablets, and whose they are."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from extractor._data import table
from extractor.normalise.limits import Limit, limits
from extractor.normalise.terms import fold

_AMOUNTS: Final = frozenset(
    {"mg", "g", "ug", "ng", "mL", "L", "[IU]", "Gy", "mg/kg", "mg/m2", "g/m2", "mg/kg/d", "mg/d", "g/d"}
)
_WEIGHTS: Final = frozenset({"kg"})
_PIECE: Final = r"(?:tablets?|capsules?|pills?|vials?|puffs?|drops?|sachets?|ampoules?|injections?)"
_STRENGTH: Final = re.compile(rf"\s*(?:per\s+|/\s*)?{_PIECE}\b", re.IGNORECASE)
_PIECES: Final = re.compile(rf"\s*{_PIECE}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedDose:
    """An amount with the nearest agent named before it and the nearest weight limit before it."""

    amount: Limit
    agent: str | None
    weight: Limit | None


def _codes(limit: Limit) -> frozenset[str]:
    return frozenset(limit.unit.ucum) if limit.unit else frozenset()


@lru_cache(maxsize=1024)
def weights(text: str) -> tuple[Limit, ...]:
    """Limits on body weight."""
    return tuple(limit for limit in limits(text) if _codes(limit) & _WEIGHTS)


@lru_cache(maxsize=1024)
def doses(text: str, agents: tuple[str, ...]) -> tuple[PrintedDose, ...]:
    """Amounts per administration, in order; the strength of a tablet is none.

    `agents` are names to look for beside those of the shipped table, folded.
    """
    found = []
    for limit in limits(text):
        if not _codes(limit) & _AMOUNTS or _STRENGTH.match(text, limit.end):
            continue
        weight = next((one for one in reversed(weights(text)) if one.end <= limit.start), None)
        found.append(PrintedDose(limit, _agent_before(text[: limit.start], agents), weight))
    return tuple(found)


@lru_cache(maxsize=1024)
def pieces(text: str) -> tuple[Limit, ...]:
    """Counts of tablets, capsules and the like."""
    return tuple(
        limit for limit in limits(text) if limit.unit is None and _PIECES.match(text, limit.number_end)
    )


@lru_cache(maxsize=256)
def _agents(agents: tuple[str, ...]) -> re.Pattern[str]:
    names = {fold(name) for synonyms in table("agents").values() for name in synonyms} | set(agents)
    longest = sorted((name for name in names if name), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest))})(?![^\W_])")


def _agent_before(text: str, agents: tuple[str, ...]) -> str | None:
    matches = list(_agents(agents).finditer(fold(text)))
    return matches[-1].group() if matches else None


@cache
def _frequencies() -> tuple[re.Pattern[str], dict[str, str]]:
    entries: dict[str, list[str]] = table("frequencies")
    names = {fold(words): number for number, synonyms in entries.items() for words in synonyms}
    longest = sorted(names, key=lambda words: (-len(words), words))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest))})(?![^\W_])"), names


@lru_cache(maxsize=1024)
def frequencies(text: str) -> tuple[tuple[str, str], ...]:
    """Every frequency printed in a text: its words, folded, and how often a day (`"2"`)."""
    pattern, names = _frequencies()
    return tuple((match.group(), names[match.group()]) for match in pattern.finditer(fold(text)))
