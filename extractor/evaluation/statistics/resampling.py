"""Documents drawn again and documents swapped, the same for the same seed on every machine."""

from functools import lru_cache
from itertools import product
from random import Random
from typing import Any

SEED = 20_261_130
DRAWS = 2_000
"""How often documents are drawn again for an interval."""
SWAPS = 9_999
"""How often two runs' documents are swapped for a test."""
_SPREAD = 1_000_003  # keeps the seeds of documents apart from those of other runs


@lru_cache(maxsize=8)
def resamples(documents: int, *, draws: int = DRAWS, seed: int = SEED) -> Any:
    """How often each document is drawn: an array of `draws` rows, each of which sums to `documents`."""
    import numpy as np  # noqa: PLC0415 - only a report with intervals needs it

    # random.random() is the one source whose numbers Python promises to keep.
    draw = Random(seed).random  # noqa: S311 - statistics, no secret
    chosen = np.fromiter((draw() * documents for _ in range(draws * documents)), dtype=np.int64)
    rows = np.repeat(np.arange(draws), documents)
    counts = np.zeros((draws, documents))
    np.add.at(counts, (rows, chosen), 1)
    return counts


def swaps(documents: int, *, draws: int = SWAPS, seed: int = SEED) -> tuple[Any, bool]:
    """Which documents are swapped: rows of 0 and 1, and whether these are all there are.

    All of them, where that is no more than would be drawn.
    """
    if 2**documents <= draws + 1:
        return _all_swaps(documents), True
    width = 1 << (documents - 1).bit_length()
    return _drawn_swaps(width, draws, seed)[:, :documents], False


@lru_cache(maxsize=16)
def _all_swaps(documents: int) -> Any:
    import numpy as np  # noqa: PLC0415 - as above

    return np.array(list(product((0.0, 1.0), repeat=documents))).reshape(2**documents, documents)


@lru_cache(maxsize=8)
def _drawn_swaps(documents: int, draws: int, seed: int) -> Any:
    """Swaps for up to so many documents: kept, since every field has another number that differ."""
    import numpy as np  # noqa: PLC0415 - as above

    return np.array([_column(at, draws, seed) for at in range(documents)], dtype=float).T


def _column(at: int, draws: int, seed: int) -> Any:
    """Whether one document is swapped, by draw."""
    import numpy as np  # noqa: PLC0415 - as above

    bits = Random(seed * _SPREAD + at).getrandbits(draws)  # noqa: S311 - statistics, no secret
    packed = np.frombuffer(bits.to_bytes((draws + 7) // 8, "little"), np.uint8)
    return np.unpackbits(packed, bitorder="little")[:draws]
