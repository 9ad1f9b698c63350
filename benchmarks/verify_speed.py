"""CPU time of verification: per value, per page, and over page length.

    python benchmarks/verify_speed.py [--repeat N]

Values are keywords of an invented page of about 6 kB: verbatim as printed, and noisy (other case, blanks,
dashes and quotation marks, so that only the fold finds them). `find` is `str.find` of the same quotes in the
same run: the ratio tells more than the microseconds on a busy machine. "gold" verifies the labelled pages of
`eval/` with all kinds of value. Preparation (lines, sections, fold) is measured apart and taken off.
"""

import argparse
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from extractor.documents import Document
from extractor.records.draft import Draft, Quote
from extractor.records.envelope import Extraction
from extractor.records.leaves import leaves
from extractor.records.record import TrialRecord
from extractor.records.redraft import redraft
from extractor.records.source import PageKind, Source
from extractor.records.strict_json import parse
from extractor.verification.page import Page
from extractor.verification.verify import verify

EVAL = Path(__file__).parent.parent / "eval"
PHRASES = 150


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="CPU time of verification")
    parser.add_argument("--repeat", type=int, default=30)
    repeat = parser.parse_args().repeat
    phrases = [f"Phrase “{number}” of well-known arm-{number * 7} words" for number in range(PHRASES)]
    text = "Title of the page\n\nKeywords\n\n" + "\n".join(phrases) + "\n"
    print(f"page of {len(text)} characters, {PHRASES} values; CPU microseconds, best of {repeat}")
    prepared = best(lambda: prepare(text), repeat)
    print(f"preparation               {prepared:9.0f} per page")
    find = best(lambda: [text.find(phrase) for phrase in phrases], repeat) / PHRASES
    print(f"str.find                  {find:9.2f} per value")
    for name, words in (("verbatim", phrases), ("noisy", [noisy(phrase) for phrase in phrases])):
        run = best(verifier(text, words), repeat)
        fixed = prepared if name == "noisy" else best(lambda: prepare(text, fold=False), repeat)
        value = (run - fixed) / PHRASES
        shown = f"{value / find:6.1f} x str.find, {run / 1000:.2f} ms per page"
        print(f"{name:25} {value:9.1f} per value, {shown}")
    gold(repeat)
    for size in (10_000, 100_000, 1_000_000):
        long = text + "Filler words — of no meaning. " * ((size - len(text)) // 30)
        run = best(verifier(long, phrases), 3)
        each = run / len(long) * 1000
        print(f"page of {len(long):9,} characters: {run / 1000:9.2f} ms, {each:7.1f} ns per character")


def prepare(text: str, *, fold: bool = True) -> Page:
    """A page with everything made."""
    page = Page(text)
    _ = page.lines, page.parts, page.filled, fold and page.folded
    return page


def noisy(phrase: str) -> str:
    """The phrase as a model might give it back."""
    return phrase.upper().replace(" ", "  ").replace("-", "–").replace("“", '"').replace("”", '"')


def verifier(text: str, words: list[str]) -> Callable[[], object]:
    """What verifies a draft with these keywords."""
    record = TrialRecord(source=Source(page_kind=PageKind.REGISTRY_PAGE, layout="invented"), keywords=words)
    quotes = {f"/keywords/{index}": [Quote(text=word)] for index, word in enumerate(words)}
    draft = Draft(record=record, quotes=quotes)
    document = Document.from_text(text)
    assert {e.status for e in verify(document, draft).evidence.values()} == {"VERIFIED"}
    return lambda: verify(document, draft)


def gold(repeat: int) -> None:
    """The labelled pages, with places and without."""
    for path in sorted((EVAL / "gold").glob("*.json")):
        draft = redraft(parse(Extraction, path.read_text(encoding="utf-8"), source=path.name))
        document = Document.from_path(EVAL / "documents" / f"{path.stem}.txt")
        count = sum(not leaf.structural for leaf in leaves(draft.record))
        bare = {at: [Quote(text=quote.text) for quote in quotes] for at, quotes in draft.quotes.items()}
        searched = draft.model_copy(update={"quotes": bare})
        placed = best(partial(verify, document, draft), repeat) / count
        free = best(partial(verify, document, searched), repeat) / count
        name = f"gold {path.stem[:3]} ({count} values)"
        print(f"{name:25} {placed:9.1f} per value with places, {free:.1f} without")


def best(call: Callable[[], object], repeat: int) -> float:
    """CPU microseconds of the quickest of several calls."""
    times = []
    for _ in range(repeat):
        start = time.process_time_ns()
        call()
        times.append((time.process_time_ns() - start) / 1000)
    return min(times)


if __name__ == "__main__":
    main()
