"""Lines that stand in disorder: the codes of a form, the sections of an abstract."""

import re
from collections.abc import Sequence
from itertools import pairwise

_CODE = re.compile(r"(?P<letter>[A-Z])\.(?P<numbers>\d{1,2}(?:\.\d{1,2})*)\b")
_PART = re.compile(r"(?:ABSTRACT\.)?(?P<name>[A-Z]{4,}[A-Z /&-]{0,40}):(?P<rest>.*)")
_PARTS = (
    ("BACKGROUND", "OBJECTIVE", "AIM", "INTRO", "PURPOSE"),
    ("METHOD",),
    ("RESULT", "FINDING"),
    ("CONCLUSION",),
    ("TRIAL REG", "TRIALS REG", "REGISTR", "FUNDING"),
)
"""Sections of abstracts, in their order, by how their names begin."""
_MANY_CODES, _SHARE = 12, 0.25
_FEW_EMPTY = 2


def disorder_of(texts: Sequence[str], *, abstract: bool) -> str:
    """What of a page's lines does not stand in its order; `""` where all does.

    Only of a publication, `abstract`, are words such as `RESULTS:` sections that have an order.
    """
    codes = [_key(match) for text in texts if (match := _CODE.match(text))]
    back = sum(later < earlier for earlier, later in pairwise(codes))
    if len(codes) >= _MANY_CODES and back > _SHARE * len(codes):
        return "its codes stand in disorder"
    parts = [(at, match) for at, text in enumerate(texts) if (match := _PART.match(text))]
    ranks = [_rank(match.group("name")) for _, match in parts]
    known = [rank for rank in ranks if rank is not None]
    empty = sum(b == a + 1 and not m.group("rest") for (a, m), (b, _) in pairwise(parts))
    if abstract and (known != sorted(known) or empty >= _FEW_EMPTY):
        return "the sections of its abstract stand in disorder"
    return ""


def _key(match: re.Match[str]) -> tuple[str, tuple[int, ...]]:
    return match.group("letter"), tuple(int(part) for part in match.group("numbers").split("."))


def _rank(name: str) -> int | None:
    return next((rank for rank, words in enumerate(_PARTS) if name.startswith(words)), None)
