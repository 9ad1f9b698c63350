"""Requests a second of a job that asks for everything, beside a lean HTTP loop in the same run.

    python benchmarks/jobs_uncached.py [--requests N] [--rounds N]

A loopback server in another process answers after 500 ms; 256 requests are in flight. `lean` is an aiohttp
loop that posts the same bytes and reads the reply, and nothing else. `job` is what `extractor run` does with
a page: building the requests, limits, sending, reading and judging the answers, merging, verifying, keeping
the answers on disk, one line of result. Both take turns; the table shows the median of the rounds. The target
is for the plan that is the default; with one pass, all work on a page falls on one request.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import aiohttp
from jobs.serving import pages, server

from extractor.extraction import Extractor
from extractor.jobs.flow import flow
from extractor.jobs.reading import PageReader
from extractor.jobs.throttle import Limits, Throttle
from extractor.jobs.throttled_client import ThrottledClient
from extractor.model.body import request_body
from extractor.model.disk_cache import CachedClient
from extractor.model.instructor_client import InstructorClient
from extractor.model.modes import Mode
from extractor.model.passes import DEFAULT_PLAN
from extractor.model.reader import ModelReader

LATENCY = 0.5
IN_FLIGHT = 256
TARGET = 0.9


async def lean(url: str, bodies: list[bytes], count: int) -> float:
    """Requests a second of the loop alone."""
    numbers = iter(range(count))
    headers = {"content-type": "application/json"}
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, headers=headers) as session:

        async def work() -> None:
            for number in numbers:
                async with session.post(
                    f"{url}/chat/completions", data=bodies[number % len(bodies)]
                ) as reply:
                    await reply.read()

        began = time.monotonic()
        await asyncio.gather(*(work() for _ in range(IN_FLIGHT)))
        return count / (time.monotonic() - began)


async def job(url: str, plan: str, count: int) -> tuple[float, float]:
    """Requests a second of a job, and milliseconds of processor time for each."""
    with tempfile.TemporaryDirectory() as folder:
        sending = InstructorClient(base_url=url, retries=0)
        throttled = ThrottledClient(sending, Throttle(Limits(in_flight=IN_FLIGHT)))
        client = CachedClient(throttled, Path(folder) / "cache")
        reader = ModelReader(client, model="m", plan=plan)
        read = PageReader(Extractor(reader)).aread
        passes = len(reader.plan.passes)
        # A few pages more than fill the requests in flight: some are being judged and verified meanwhile.
        workers = IN_FLIGHT // passes + IN_FLIGHT // 8
        began, busy = time.monotonic(), time.process_time()
        async for outcome in flow(pages(count // passes), read, workers=workers):
            assert outcome.extraction, outcome.failure
        took, used = time.monotonic() - began, time.process_time() - busy
        await client.aclose()
    sent = count // passes * passes
    return sent / took, used / sent * 1000


def bodies_of(plan: str) -> list[bytes]:
    """The requests that a job sends, as bytes."""
    reader = ModelReader(InstructorClient(base_url="http://127.0.0.1:1/v1"), model="m", plan=plan)
    return [
        request_body(request, Mode.JSON_SCHEMA)
        for page in pages(50)
        for request in reader.requests(page.load())
    ]


def main() -> int:
    """Measure and print; exit code 1 where the target is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--requests", type=int, default=5120)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    ratio = 0.0
    print(f"| plan | lean, requests/s | job, requests/s | ratio | job, ms of processor |\n|---|{'---:|' * 4}")
    with server(LATENCY) as url:
        for plan in ("one", DEFAULT_PLAN):
            bodies, leans, jobs = bodies_of(plan), [], []
            asyncio.run(job(url, plan, IN_FLIGHT))  # loads what a first request loads
            for _ in range(options.rounds):
                leans.append(asyncio.run(lean(url, bodies, options.requests)))
                jobs.append(asyncio.run(job(url, plan, options.requests)))
            plain, ours, used = median(leans), median(rate for rate, _ in jobs), median(ms for _, ms in jobs)
            ratio = ours / plain  # of the last, the default
            print(f"| {plan} | {plain:.0f} | {ours:.0f} | {ours / plain:.2f} | {used:.2f} |", flush=True)
    print(f"With the default plan: {ratio:.2f} (target: at least {TARGET})")
    return int(ratio < TARGET)


if __name__ == "__main__":
    sys.exit(main())
