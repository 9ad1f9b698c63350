"""CPU of the answer cache for each answer: one that is kept already, and one that is new.

    python benchmarks/cache_speed.py

Answers of 10,000 characters about pages of 6,000; keys, checks and the thread that writes are in it.
"""

import asyncio
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from extractor.model.client import Message, Prefix, Reply, Request
from extractor.model.disk_cache import CachedClient

ANSWERS, AT_ONCE, ROUNDS = 1_000, 32, 5
PREFIX = Prefix("pass", "rules " * 1_000, {"type": "object"}, "Answer", "model")


class Instant:
    """A client that answers at once."""

    async def complete(self, _: Request, /) -> Reply:
        """The same for all."""
        return Reply('{"title": "Tea", "n": [1]}\n' * 370, tokens_in=5_000, tokens_out=2_500)


def requests(name: str) -> list[Request]:
    """Requests about as many pages."""
    return [Request(PREFIX, (Message("user", f"{name} {n} " + "tea " * 1_500),)) for n in range(ANSWERS)]


async def each(client: CachedClient, asked: list[Request], at_once: int) -> float:
    """Microseconds of CPU for each request, so many at once."""
    start = time.process_time()
    for first in range(0, len(asked), at_once):
        if at_once == 1:
            await client.complete(asked[first])  # no task, which costs as much as the answer
        else:
            await asyncio.gather(*(client.complete(one) for one in asked[first : first + at_once]))
    return (time.process_time() - start) / len(asked) * 1e6


async def measure(folder: Path) -> dict[str, float]:
    """One round, in a new cache."""
    client = CachedClient(Instant(), folder)
    alone, together = requests("alone"), requests("together")
    await client.complete(Request(PREFIX, (Message("user", "first"),)))
    found = {
        "new, one by one": await each(client, alone, 1),
        f"new, {AT_ONCE} at once": await each(client, together, AT_ONCE),
        "kept, one by one": await each(client, alone, 1),
    }
    client.close()
    return found


def main() -> None:
    """Print the median of the rounds."""
    with TemporaryDirectory() as place:
        rounds = [asyncio.run(measure(Path(place) / str(number))) for number in range(ROUNDS)]
    for name in rounds[0]:
        print(f"{name:<20} {median(one[name] for one in rounds):7.1f} µs of CPU an answer")


if __name__ == "__main__":
    main()
