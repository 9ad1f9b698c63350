"""How much of what the layout reader reads from broken pages is right: it should abstain rather than err.

    python benchmarks/abstention.py [--seeds N] [--only BREAK...] [--errors] [--floor SHARE]

Pages with gold, and invented pages, whose whole reading and written record stand for gold, are broken in many
ways; the row `whole` is the pages as they are. Recall is nobody's concern here: precision is the share of
right values among those that are read, `from` the lower limit of its 95 % interval over pages, `unmarked` the
same among those that verification let pass. A text that ends where the page was cut is right.
The exit code is 1 where the precision of a break, of all values, lies below the floor.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from abstaining.breaks import BREAKS
from abstaining.letters import MISPRINTS, printed
from abstaining.words import OTHER_DOMAINS

from extractor.documents import Document
from extractor.evaluation.outcome import Cell, Outcome
from extractor.evaluation.score import score
from extractor.evaluation.statistics.proportion import proportion
from extractor.evaluation.statistics.ratio import Ratio
from extractor.evaluation.suite import Suite
from extractor.extraction import extract
from extractor.records.draft import Draft
from extractor.records.envelope import EvidenceStatus, Extraction
from extractor.records.leaves import leaves
from extractor.records.record import TrialRecord
from extractor.verification.verify import verify

ROOT = Path(__file__).resolve().parent.parent
_INVENTED = (ROOT / "tests" / "layout" / "pages", ROOT / "benchmarks" / "verification" / "pages")
_SAID = frozenset({Outcome.CORRECT, Outcome.PARTIAL, Outcome.WRONG, Outcome.SPURIOUS})
_ABOUT_THE_PAGE = frozenset({"/source/page_kind", "/source/layout"})
"""What a reader that abstains says of a page is no value."""
_PASSED = frozenset({EvidenceStatus.VERIFIED, EvidenceStatus.QUOTED})
TWO_PAGES, HEADLESS, OTHERS = "two pages in one", "a second page without its head", "other domains"


@dataclass(frozen=True, slots=True)
class Value:
    """One value that was read from a broken page: whether it is right, and whether nothing marks it."""

    page: str
    pointer: str
    right: bool
    unmarked: bool
    shown: str


def pages() -> Iterator[tuple[Document, list[Extraction]]]:
    """Every page with gold, and every invented one with its whole reading and the record written for it."""
    for case in Suite.load(ROOT / "eval" / "suite.toml").cases:
        yield case.page(), [case.gold_extraction()]
    for folder in _INVENTED:
        for path in sorted(folder.glob("*.txt")):
            page = Document.from_path(path)
            golds = [extract(page)]
            if (written := path.with_suffix(".json")).is_file():
                record = json.loads(written.read_text(encoding="utf-8"))["record"]
                golds.append(verify(page, Draft(record=TrialRecord.model_validate(record))))
            yield page, golds


def values(page: Document, golds: Iterable[Extraction]) -> list[Value]:
    """What is read from a page; a value is right that any gold of it has."""
    extraction = extract(page)
    found: dict[str, Value] = {}
    for gold in golds:
        for value in (_value(page, extraction, cell) for cell in _cells(gold, extraction)):
            if value.pointer not in found or value.right:
                found[value.pointer] = value
    return list(found.values())


def best_of(page: Document, golds: Iterable[list[Extraction]]) -> list[Value]:
    """What is read from two pages in one, held against the page that agrees with it more."""
    return max((values(page, gold) for gold in golds), key=lambda found: sum(one.right for one in found))


def _cells(gold: Extraction, extraction: Extraction) -> Iterator[Cell]:
    reference = gold.document.model_copy(update={"text_sha256": extraction.document.text_sha256})
    for cell in score(gold.model_copy(update={"document": reference}), extraction).cells:
        if cell.outcome in _SAID and cell.path not in _ABOUT_THE_PAGE:
            yield cell


def _value(page: Document, extraction: Extraction, cell: Cell) -> Value:
    pointer = cell.predicted_pointer or ""
    evidence = extraction.evidence.get(pointer)
    right = cell.outcome is Outcome.CORRECT or _ends_the_page(page, cell)
    unmarked = evidence is None or evidence.status in _PASSED
    shown = f"{cell.outcome} {pointer}: {str(cell.predicted)[:60]!r}, gold {str(cell.gold)[:60]!r}"
    return Value(page.id, pointer, right, unmarked, shown)


def _ends_the_page(page: Document, cell: Cell) -> bool:
    """Whether a text is the beginning of gold's, and the page ends with it."""
    if not isinstance(cell.predicted, str) or not isinstance(cell.gold, str):
        return False
    return page.text.rstrip().endswith(cell.predicted) and cell.gold.startswith(cell.predicted)


def broken(seeds: int, only: Collection[str] | None = None) -> Iterator[tuple[str, list[Value]]]:
    """Every break of every page, by name; or `only` some of them, without the rows that are no break."""
    known = list(pages())
    for page, golds in known:
        if only is None:
            yield "whole", values(page, golds)
        for name, change in BREAKS.items():
            for seed in range(seeds if only is None or name in only else 0):
                lines = change(page.text.split("\n"), Random(f"{page.id} {name} {seed}"))
                if any(line.strip() for line in lines):
                    yield name, values(Document.from_text("\n".join(lines), id=f"{page.id}-{seed}"), golds)
        for name, misprint in MISPRINTS.items():
            for seed in range(seeds if only is None or name in only else 0):
                letters = misprint(page.text, Random(f"{page.id} {name} {seed}"))
                now = [printed(gold, letters, place) for gold in golds for place in (0, -1)]
                yield name, values(Document.from_text("".join(letters), id=f"{page.id}-{seed}"), now)
    if only is None:
        yield from _mingled(known)


def _mingled(known: list[tuple[Document, list[Extraction]]]) -> Iterator[tuple[str, list[Value]]]:
    """Two pages in one, and pages of other domains."""
    for (page, golds), (other, other_golds) in zip(known, known[1:] + known[:1], strict=True):
        both = Document.from_text(f"{page.text}\n\n{other.text}", id=f"{page.id}+{other.id}")
        yield TWO_PAGES, best_of(both, [golds, other_golds])
        lines = other.text.split("\n")
        for part in (0.1, 0.2, 0.4):
            rest = "\n".join(lines[int(len(lines) * part) :])
            tail = Document.from_text(f"{page.text}\n\n{rest}", id=f"{page.id}+{other.id}")
            yield HEADLESS, best_of(tail, [golds, other_golds])
    for number, text in enumerate(OTHER_DOMAINS):
        page = Document.from_text(text, id=f"other-{number}")
        yield (
            OTHERS,
            [_alien(page, leaf.pointer) for leaf in leaves(extract(page).record) if not leaf.structural],
        )


def _alien(page: Document, pointer: str) -> Value:
    """A value read from a page that is of no trial: wrong."""
    return Value(page.id, pointer, right=False, unmarked=True, shown=f"SPURIOUS {pointer}")


def main() -> None:
    """Run, print the table, and end with 1 below the floor."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=5, help="variants of each page and break")
    parser.add_argument("--only", nargs="+", choices=[*BREAKS, *MISPRINTS], help="these breaks alone")
    parser.add_argument("--floor", type=float, default=0.98, help="the least precision of any break")
    parser.add_argument("--errors", action="store_true", help="print every value that is not right")
    options = parser.parse_args()
    found: dict[str, list[Value]] = {}
    runs: Counter[str] = Counter()
    for name, read in broken(options.seeds, options.only):
        found.setdefault(name, []).extend(read)
        runs[name] += 1
    print("| break | pages | values | wrong | precision | from | unmarked | wrong | precision |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for name, read in found.items():
        passed = [value for value in read if value.unmarked]
        print(f"| {name} | {runs[name]} | {_row(read)} | {_lower_limit(read):.4f} | {_row(passed)} |")
    if options.errors:
        for name, read in found.items():
            for value in read:
                if not value.right:
                    print(f"{name}: {value.page}: {'' if value.unmarked else '(marked) '}{value.shown}")
    if any(_precision(read) < options.floor for read in found.values()):
        sys.exit(1)


def _row(read: list[Value]) -> str:
    wrong = sum(not value.right for value in read)
    return f"{len(read)} | {wrong} | {_precision(read):.4f}"


def _lower_limit(read: list[Value]) -> float:
    """Values of one page err together: the interval is that of shares over pages."""
    pages: dict[str, list[bool]] = {}
    for value in read:
        pages.setdefault(value.page.rpartition("-")[0] or value.page, []).append(value.right)
    return proportion([Ratio(sum(one), len(one)) for one in pages.values()]).low or 0.0


def _precision(read: list[Value]) -> float:
    return sum(value.right for value in read) / len(read) if read else 1.0


if __name__ == "__main__":
    main()
