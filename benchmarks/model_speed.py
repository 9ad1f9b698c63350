"""Processor time of asking a model, beside the bare SDK post of the same bodies in the same run.

    python benchmarks/model_speed.py [--requests N] [--rounds N]

A loopback server in another process answers at once. Each of the invented pages has about 6 kB, its whole
answer about 11 kB. All take turns; a table shows the medians of the rounds, for each request.

* `bare`: the SDK's `post` of the bytes, over our transport; the answer is not read.
* `stock`: the same over the transport that the SDK brings.
* `client`: `InstructorClient.complete`: body, deadline, sending, reading, reply.
* `reader`: `ModelReader.aread` through the answer cache: all of that, and asking for every pass, validating,
  writing to the cache, merging; without verification.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import httpx2
import openai

from extractor.documents import Document
from extractor.model.body import request_body
from extractor.model.disk_cache import CachedClient
from extractor.model.instructor_client import InstructorClient
from extractor.model.modes import Mode
from extractor.model.prompt import load
from extractor.model.reader import ModelReader
from extractor.model.sdk import Sdk
from extractor.model.wire.forms import form_of

SUPPORT = Path(__file__).resolve().parent.parent / "tests" / "support"
TARGET_MS = 1.5
IN_FLIGHT = (1, 16, 64, 256)
EXAMPLE = load().example("sections")
SERVE = """
import json, sys
sys.path.insert(0, sys.argv[1])
from openai_server import OpenAIServer, completion
plays = {name.encode(): completion(answer) for name, answer in json.loads(sys.stdin.readline()).items()}
def play(received):
    at = received.raw.index(b'"name":"') + 8
    return plays[received.raw[at : received.raw.index(b'"', at)]]
with OpenAIServer(play) as server:
    print(server.url, flush=True)
    sys.stdin.read()
"""
Send = Callable[[int], Awaitable[object]]


@contextmanager
def server(plan: str) -> Iterator[str]:
    """The URL of a server in another process, so that its work is not counted."""
    passes = load().plan(plan).passes
    answers = {one.name: json.dumps(EXAMPLE.answer_for(form_of(one.fields))) for one in passes}
    command = [sys.executable, "-c", SERVE, str(SUPPORT)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(answers) + "\n")
        process.stdin.flush()
        yield process.stdout.readline().strip()
        process.stdin.close()


def page(number: int) -> Document:
    """The example with lines of furniture after it; each page is another."""
    notes = "".join(f"Note {at} of copy {number}: this register is kept by volunteers.\n" for at in range(75))
    return Document.from_text(f"{EXAMPLE.page}\n{notes}", id=f"page-{number}")


async def measured(send: Send, numbers: range, in_flight: int) -> float:
    """Milliseconds of processor time of one `send`, with all threads of this process."""
    waiting = iter(numbers)

    async def work() -> None:
        for number in waiting:
            await send(number)

    begun = time.process_time()
    await asyncio.gather(*(work() for _ in range(in_flight)))
    return (time.process_time() - begun) / len(numbers) * 1000


class Run:
    """All ways of asking the same pages with one plan."""

    def __init__(self, url: str, plan: str, folder: Path) -> None:
        self.client = InstructorClient(base_url=url)
        self.cached = CachedClient(self.client, folder)
        self.reader = ModelReader(self.cached, model="m", plan=plan)
        self.passes = len(self.reader.plan.passes)
        self.sdk = Sdk(url, "none")
        self.stock = openai.AsyncOpenAI(base_url=url, api_key="none", max_retries=0)

    async def rows(self, count: int, rounds: int, in_flight: int) -> dict[str, float]:
        """Median milliseconds for each request of every way."""
        found: dict[str, list[float]] = {}
        for turn in range(rounds + 1):  # the first warms up
            numbers = range(turn * count, (turn + 1) * count)
            for name, send in self._ways(numbers).items():
                spent = await measured(send, numbers, in_flight)
                found.setdefault(name, []).append(spent / self.passes)
        return {name: median(spent[1:]) for name, spent in found.items()}

    def _ways(self, numbers: range) -> dict[str, Send]:
        pages = {number: page(number) for number in numbers}
        requests = {number: self.reader.requests(one) for number, one in pages.items()}
        bodies = {
            number: [request_body(one, Mode.JSON_SCHEMA) for one in all_passes]
            for number, all_passes in requests.items()
        }

        def each(send: Callable[[Any], Awaitable[object]], given: dict[int, list[Any]]) -> Send:
            return lambda number: asyncio.gather(*(send(one) for one in given[number]))

        def stock(body: bytes) -> Awaitable[object]:
            return self.stock.post("/chat/completions", cast_to=httpx2.Response, content=body)

        return {
            "bare": each(self.sdk.ask, bodies),
            "stock": each(stock, bodies),
            "client": each(self.client.complete, requests),
            "reader": lambda number: self.reader.aread(pages[number]),
        }

    async def aclose(self) -> None:
        """Close all."""
        await self.cached.aclose()
        await self.sdk.close()
        await self.stock.close()


async def table(url: str, plan: str, count: int, rounds: int) -> float:
    """Print the table of a plan; the most that the reader takes above the bare post."""
    worst = 0.0
    print(f"\nPlan `{plan}`, milliseconds of processor time for each request\n")
    print("| in flight | bare | stock | client | reader | reader above bare | reader / bare |")
    print("|---:|---:|---:|---:|---:|---:|---:|")
    for in_flight in IN_FLIGHT:
        with TemporaryDirectory() as folder:
            run = Run(url, plan, Path(folder) / "cache")
            at_once = max(1, in_flight // run.passes)
            row = await run.rows(max(count // run.passes, at_once), rounds, at_once)
            await run.aclose()
        above = row["reader"] - row["bare"]
        worst = max(worst, above)
        shown = " | ".join(f"{value:.2f}" for value in (*row.values(), above, row["reader"] / row["bare"]))
        print(f"| {at_once * run.passes} | {shown} |")
    return worst


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--requests", type=int, default=256, help="requests of a round")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    for plan in load().plans:
        with server(plan) as url:
            worst = asyncio.run(table(url, plan, options.requests, options.rounds))
        met = "met" if worst <= TARGET_MS else "missed"
        print(f"\nMost above the bare post: {worst:.2f} ms; the target of {TARGET_MS} ms is {met}")


if __name__ == "__main__":
    main()
