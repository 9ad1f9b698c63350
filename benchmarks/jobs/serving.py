"""A loopback server in another process, so that its work is not counted: each answer comes after a while."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SUPPORT = Path(__file__).resolve().parents[2] / "tests" / "support"
sys.path.insert(0, str(SUPPORT))

import tea  # noqa: E402 - lies in the folder of the tests

from extractor.jobs.inputs.page import InputPage  # noqa: E402

SERVE = """
import sys
sys.path.insert(0, {support!r})
from dataclasses import replace
from functools import lru_cache
import tea
from openai_server import OpenAIServer, completion
from extractor.model.prompt import load

@lru_cache
def play(name):
    answer = tea.answer_of(name, plan="one" if name == "record" else "five")
    return replace(completion(answer), delay={latency!r})

NAMES = [one.name for plan in ("one", "five") for one in load().plan(plan).passes]
MARKS = [(('"name":"%s"' % name).encode(), name) for name in NAMES]

def reply(received):
    server.received.clear()  # hold nothing: the benchmark may send for long
    raw = received.raw.replace(b'": "', b'":"')
    return play(next(name for mark, name in MARKS if mark in raw))

with OpenAIServer(reply) as server:
    print(server.url, flush=True)
    sys.stdin.read()
"""


@contextmanager
def server(latency: float) -> Iterator[str]:
    """The URL of a server whose model reads the page of tea well."""
    code = SERVE.format(support=str(SUPPORT), latency=latency)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        yield process.stdout.readline().strip()
        process.stdin.close()


def pages(count: int) -> Iterator[InputPage]:
    """Pages about tea, each another."""
    for at in range(count):
        yield InputPage(f"p{at}", "benchmark", f"{tea.PAGE}\nPage {at}\n".encode(), 10**6, index=at)


def write_pages(path: Path, count: int) -> None:
    """The same pages as a list that `extractor run` takes."""
    with path.open("w", encoding="utf-8") as file:
        for page in pages(count):
            file.write(json.dumps({"id": page.id, "text": page.data.decode()}) + "\n")
