"""The statement of each figure of a sentence: figures side by side share one, others have a clause each."""

import re
from itertools import pairwise
from typing import Final

from extractor.normalise.result_figures import Figure

_PAIRED: Final = re.compile(r"(?:\s*(?:versus|vs?\.?)\s*(?:only\s+)?|\s*(?:,|and|,\s*and)\s*)", re.IGNORECASE)
_JOIN: Final = re.compile(
    r"\s*(?:,\s*and\s+|,\s*|;\s*|\s+and\s+|\s+(?:as\s+)?compared\s+(?:with|to)\s+|\s+versus\s+|\s+vs\.?\s+)(?:by\s+)?",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"[\s,;(]*(?:\b(?:and|(?:as\s+)?compared\s+(?:with|to)|versus|vs\.?)(?!\w)(?:\s+by(?!\w))?)?[\s,;(]*$",
    re.IGNORECASE,
)
_REACH: Final = 40


def are_paired(text: str, left: Figure, right: Figure) -> bool:
    """Whether two figures stand side by side: `5.1 vs 7.4`, `89%, 63%`."""
    return _PAIRED.fullmatch(text, left.end, right.start) is not None


def clauses_of(text: str, figures: tuple[Figure, ...], begins: tuple[int, ...]) -> list[tuple[int, int]]:
    """First and last offset of each figure's statement; `begins` is where its clause begins."""
    # Facts in brackets begin there, whatever the sentence before them says.
    head = text[: begins[0]] if begins else ""
    starts: list[int | None] = [len(head) if head.count("(") > head.count(")") else 0]
    for (left, right), (before, begin) in zip(pairwise(figures), pairwise(begins), strict=True):
        starts.append(begin if begin != before and right.statistic is None else _border(text, left, right))
    own = [at for at, start in enumerate(starts) if start is not None]
    found = []
    for at in range(len(figures)):
        first = max(one for one in own if one <= at)
        later = next((one for one in own if one > at), None)
        stop = len(text) if later is None else _end_before(text, starts[later] or 0)
        found.append(_trimmed(text, starts[first] or 0, stop))
    return found


def _border(text: str, left: Figure, right: Figure) -> int | None:
    """Where the clause of the right figure begins, None where the two stand side by side."""
    if right.statistic is not None:
        return right.start
    if are_paired(text, left, right) or "respectively" in text[right.end :]:
        return None
    joins = list(_JOIN.finditer(text, left.end, right.start))
    return joins[-1].end() if joins else None


def _end_before(text: str, start: int) -> int:
    match = _BEFORE.search(text, max(0, start - _REACH), start)
    return match.start() if match else start


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    """Without closing punctuation, and without a bracket that has no partner."""
    words = text[start:stop].rstrip(" .,;")
    if words.endswith(")") and words.count(")") > words.count("("):
        words = words[:-1].rstrip(" ,;")
    if words.endswith("("):
        words = words[:-1].rstrip(" ,;")
    return start, start + len(words)
