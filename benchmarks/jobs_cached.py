"""Pages a second of a job whose answers are all in the cache, verified anew, in one process and in several.

    python benchmarks/jobs_cached.py [--pages N]

The pages are the five of eval/documents in turn, each with a last line of its own; the answers are their gold
in the form in which a model gives it. No server is there: a request would fail the run.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from jobs.running import Took, run
from jobs.serving import SUPPORT

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
    """A client that knows all answers. `answer` holds those to the page that is asked about, by pass."""

    endpoint = NOWHERE

    def __init__(self) -> None:
        self._answers: dict[str, dict[str, str]] = {}
        plan = load().plan(PLAN)
        whole = form_of(load().plan("one").passes[0].fields)
        self.texts = {}
        for path in sorted((EVAL / "documents").glob("*.txt")):
            page = Document.from_path(path)
            gold = json.loads((EVAL / "gold" / f"{page.id}.json").read_text(encoding="utf-8"))
            example = Example(page.id, page.text, GoldAnswer(gold, page, whole).whole())
            self.texts[page.id] = page.text
            self._answers[page.id] = {
                one.name: json.dumps(example.answer_for(form_of(one.fields))) for one in plan.passes
            }

    async def complete(self, request: Request, /) -> Reply:
        """The answer that gold gives."""
        return Reply(self._answers[request.document.split("-")[0]][request.prefix.name])

    def pages(self, count: int) -> Iterator[Document]:
        """So many pages, the five in turn."""
        names = list(self.texts)
        for at in range(count):
            name = names[at % len(names)]
            yield Document.from_text(f"{self.texts[name]}\nPage {at}\n", id=f"{name}-{at}")


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


def row(name: str, took: Took, pages: int) -> float:
    """Print a row of the table; the rate."""
    usage = took.manifest["usage"]
    assert isinstance(usage, dict)
    rate = pages / took.session
    loaded = took.loaded or "neither"
    print(
        f"| {name} | {pages} | {rate:.0f} | {pages / took.wall:.0f} | {usage['sent']} | {loaded} |",
        flush=True,
    )
    return rate


def main() -> int:
    """Measure and print; exit code 1 where the target is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=10_000)
    pages = parser.parse_args().pages
    with TemporaryDirectory() as folder:
        path, cache = Path(folder) / "pages.jsonl", Path(folder) / "cache"
        cache.mkdir(mode=0o700)
        asyncio.run(fill(Gold(), pages, cache, path))
        print("| processes | pages | pages/s | pages/s with start | requests sent | openai, instructor |")
        print("|---|---:|---:|---:|---:|---|")
        one = row("one", run(path, Path(folder) / "one", cache, NOWHERE, "--processes", "1"), pages)
        row("two that verify", run(path, Path(folder) / "two", cache, NOWHERE, "--processes", "2"), pages)
        two = ["--engine", "dask", "--workers", "4"]
        row("two of Dask", run(path, Path(folder) / "dask", cache, NOWHERE, *two), pages)
    print(f"In one process: {one:.0f} pages/s (target: at least {TARGET})")
    return int(one < TARGET)


if __name__ == "__main__":
    sys.exit(main())
