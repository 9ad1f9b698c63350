"""Pages a second of a job whose answers are all in the cache, verified anew, in one process and in several.

    python benchmarks/jobs_cached.py [--pages N]

It measures the build that is installed, and says which: see docs/compiled.md.

The pages are the five of eval/documents in turn, each with a last line of its own; the answers are their gold
in the form in which a model gives it. No server is there: a request would fail the run.

What is worked out for a text, such as the numbers in a criterion, is kept for a while, and the five pages
come again and again. In the rows "varied" each page has words of its own, so that no text of it was met
before: what these rows lack is what the repetition gives. `verified` is the share of VERIFIED values: varied
words are found, but some no longer say what they said. CPU is that of all processes, start included.
"""

import argparse
import asyncio
import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jobs.running import Took, run
from jobs.serving import SUPPORT
from jobs.varying import varied, varied_answer

from extractor.compiled import compiled
from extractor.documents import Document
from extractor.jobs.flow import flow
from extractor.model.client import Reply, Request
from extractor.model.disk_cache import CachedClient
from extractor.model.examples import Example
from extractor.model.prompt import load
from extractor.model.reader import ModelReader
from extractor.model.wire.forms import form_of

sys.path.insert(0, str(SUPPORT))

from gold_answers import GoldAnswer

NOWHERE = "http://127.0.0.1:9/v1"
TARGET = 200
EVAL = Path(__file__).resolve().parent.parent / "eval"
PLAN = "five"


class Gold:
    """A client that knows all answers. With `vary`, every page has words of its own."""

    endpoint = NOWHERE

    def __init__(self, *, vary: bool = False) -> None:
        self._vary = vary
        self._answers: dict[str, dict[str, Any]] = {}
        plan = load().plan(PLAN)
        whole = form_of(load().plan("one").passes[0].fields)
        self.texts = {}
        for path in sorted((EVAL / "documents").glob("*.txt")):
            page = Document.from_path(path)
            gold = json.loads((EVAL / "gold" / f"{page.id}.json").read_text(encoding="utf-8"))
            example = Example(page.id, page.text, GoldAnswer(gold, page, whole).whole())
            self.texts[page.id] = page.text
            self._answers[page.id] = {
                one.name: example.answer_for(form_of(one.fields)) for one in plan.passes
            }

    async def complete(self, request: Request, /) -> Reply:
        """The answer that gold gives."""
        name, _, number = request.document.partition("-")
        answer = self._answers[name][request.prefix.name]
        if self._vary:
            answer = varied_answer(answer, self.texts[name], varied(int(number)))
        return Reply(json.dumps(answer))

    def pages(self, count: int) -> Iterator[Document]:
        """So many pages, the five in turn."""
        names = list(self.texts)
        for at in range(count):
            name = names[at % len(names)]
            text = varied(at)(self.texts[name]) if self._vary else self.texts[name]
            yield Document.from_text(f"{text}\nPage {at}\n", id=f"{name}-{at}")


async def fill(gold: Gold, count: int, cache: Path, path: Path) -> None:
    """Answer all requests into the cache, and write the list of pages."""
    client = CachedClient(gold, cache)
    reader = ModelReader(client, model="m", plan=PLAN)
    with path.open("w", encoding="utf-8") as file:

        async def ask(page: Document) -> None:
            await asyncio.gather(*map(client.complete, reader.requests(page)))
            file.write(json.dumps({"id": page.id, "text": page.text}) + "\n")

        async for _ in flow(gold.pages(count), ask, workers=64):
            pass
    await client.aclose()


def row(name: str, took: Took, pages: int, out: Path) -> float:
    """Print a row of the table; the rate."""
    usage = took.manifest["usage"]
    assert isinstance(usage, dict)
    rate, cpu = pages / took.session, took.cpu / pages * 1000
    loaded = took.loaded or "neither"
    print(
        f"| {name} | {pages} | {rate:.0f} | {pages / took.wall:.0f} | {cpu:.1f} | {verified(out):.1%} "
        f"| {usage['sent']} | {loaded} |",
        flush=True,
    )
    return rate


def verified(out: Path) -> float:
    """The share of values that are VERIFIED in the first results of a run."""
    found = Counter[str]()
    with (out / "results-00001.jsonl").open(encoding="utf-8") as file:
        for line in islice(file, 100):
            found.update(one["status"] for one in json.loads(line)["evidence"].values())
    return found["VERIFIED"] / found.total()


def measure(folder: Path, pages: int, *, vary: bool) -> float:
    """Print the rows of one kind of page; the rate in one process."""
    path, cache = folder / "pages.jsonl", folder / "cache"
    cache.mkdir(mode=0o700)
    asyncio.run(fill(Gold(vary=vary), pages, cache, path))
    ways = {"one": ["--processes", "1"], "two that verify": ["--processes", "2"]}
    if not vary:
        ways["two of Dask"] = ["--engine", "dask", "--workers", "4"]
    rates = []
    for name, options in ways.items():
        out = folder / name.replace(" ", "-")
        took = run(path, out, cache, NOWHERE, *options)
        rates.append(row(f"{name}, varied" if vary else name, took, pages, out))
    return rates[0]


def main() -> int:
    """Measure and print; exit code 1 where the target is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=10_000)
    pages = parser.parse_args().pages
    print(f"The {'compiled' if compiled() else 'plain'} build.\n")
    names = (
        "processes",
        "pages",
        "pages/s",
        "pages/s with start",
        "CPU ms/page",
        "verified",
        "requests sent",
    )
    print(f"| {' | '.join(names)} | openai, instructor |")
    print("|---|---:|---:|---:|---:|---:|---:|---|")
    rates = []
    for vary in (False, True):
        with TemporaryDirectory() as folder:
            rates.append(measure(Path(folder), pages, vary=vary))
    print(f"In one process: {rates[0]:.0f} pages/s, varied {rates[1]:.0f} (target: at least {TARGET})")
    return int(rates[0] < TARGET)


if __name__ == "__main__":
    sys.exit(main())
