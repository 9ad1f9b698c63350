"""How well the grammars read single phrases: precision, recall and F1 on phrases labelled by hand.

    python benchmarks/grammars.py [SET ...] [--errors] [--json FILE]

A set lies in eval/grammars as two halves, NAME.tune.jsonl and NAME.report.jsonl. Grammars are improved on
the first half, and --errors lists errors of it only; what the second half gives is the figure to quote. Both
sides are put into a record and compared as `extractor eval` compares pages. A new set is an entry of SETS.
"""

import argparse
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from grammar_sets import SETS, GrammarSet, Row

from extractor.documents import Document
from extractor.evaluation.outcome import ERRORS, Cell, Outcome
from extractor.evaluation.score import score as compare
from extractor.evaluation.tally import Tally, tallies
from extractor.records.envelope import DocumentRef, Extraction, Lineage
from extractor.records.record import TrialRecord

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "eval" / "grammars"
HALVES = ("tune", "report")
ALL = "all fields"


def rows_of(folder: Path, chosen: GrammarSet, half: str) -> list[Row]:
    """The labelled phrases of one half; none where the file is not there."""
    path = folder / f"{chosen.name}.{half}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def cells_of(chosen: GrammarSet, rows: Iterable[Row]) -> Iterator[Cell]:
    """Every compared value: `document` holds the phrase, `path` the field below the set's part."""
    for row in rows:
        first = f"{chosen.at}/0" if "text" in chosen.given else chosen.at
        also = {f"{first}{pointer}": others for pointer, others in chosen.also(row).items()}
        gold, read = (_extraction(chosen, make(row), row) for make in (chosen.gold, chosen.read))
        gold.acceptable = also
        for cell in compare(gold, read).cells:
            field = cell.path.removeprefix(chosen.at).strip("/")
            if cell.path.startswith(chosen.at) and field.partition("/")[0] not in chosen.given:
                yield replace(_without_defaults(cell), path=field)


def _extraction(chosen: GrammarSet, part: Any, row: Row) -> Extraction:
    """A record that holds nothing but one part, as the comparison of pages takes it."""
    record: Row = {"source": {"page_kind": "OTHER", "layout": "phrase"}}
    record |= chosen.within(part) if chosen.within else _at(chosen, part, row)
    page = Document.from_text(row["text"], id=row["text"])
    return Extraction(
        document=DocumentRef(
            id=page.id,
            sha256=page.sha256,
            text_sha256=page.text_sha256,
            media_type=page.media_type,
            layout="phrase",
        ),
        record=TrialRecord.model_validate(record),
        lineage=Lineage(reader="grammar"),
    )


def _at(chosen: GrammarSet, part: Any, row: Row) -> Row:
    record: Row = {}
    *path, last = chosen.at.strip("/").split("/")
    target = record
    for name in path:
        target = target.setdefault(name, {})
    target[last] = [{**part, "text": row["text"]}] if "text" in chosen.given else part
    return record


def _without_defaults(cell: Cell) -> Cell:
    """A cell whose sides say nothing where they hold what a field holds by default: no denial, no parts."""
    gold, read = (None if value in (False, "LEAF") else value for value in (cell.gold, cell.predicted))
    if (gold, read) == (cell.gold, cell.predicted):
        return cell
    if gold is None:
        outcome = Outcome.CORRECTLY_NULL if read is None else Outcome.SPURIOUS
    else:
        outcome = Outcome.MISSING if read is None else cell.outcome
    return replace(cell, outcome=outcome)


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one half of a set: for all of its fields, and for each."""

    name: str
    half: str
    phrases: int
    milliseconds: float
    fields: dict[str, Tally]

    @property
    def rows(self) -> Iterator[tuple[str, ...]]:
        """Lines of the printed table."""
        for field, tally in self.fields.items():
            if not tally.n and field != ALL:
                continue
            shares = (tally.precision, tally.recall, tally.f1)
            yield (
                self.name,
                self.half,
                str(self.phrases),
                field,
                *("–" if share is None else f"{share:.3f}" for share in shares),
                str(tally.n),
            )


def _by_field(cells: Iterable[Cell]) -> dict[str, Tally]:
    """A tally for each field, and one for each leaf of a field that holds objects."""
    cells = list(cells)
    found = tallies(cells, lambda cell: cell.path.partition("/")[0])
    below = [cell for cell in cells if cell.path.count("/") == 1]
    return {**found, **tallies(below, lambda cell: cell.path)}


def score(folder: Path, chosen: GrammarSet, half: str) -> tuple[Score, list[Cell]]:
    """Read every phrase of one half and compare it with its labels."""
    rows = rows_of(folder, chosen, half)
    for row in rows[:1]:
        chosen.read(row)  # tables are loaded and patterns made once
    started = time.process_time()
    for row in rows:
        chosen.read(row)
    spent = time.process_time() - started
    cells = list(cells_of(chosen, rows))
    fields = {ALL: Tally.of(cells), **_by_field(cells)}
    return Score(chosen.name, half, len(rows), 1000 * spent / max(len(rows), 1), fields), cells


def _print(scores: Sequence[Score]) -> None:
    titles = ("set", "half", "phrases", "field", "P", "R", "F1", "n")
    lines = [titles, *(row for score in scores for row in score.rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(titles))]
    for line in lines:
        print("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip())
    for score in scores:
        print(f"{score.name}, {score.half} half: {score.milliseconds:.2f} ms of CPU for each phrase")


def _as_json(scores: Sequence[Score]) -> list[Row]:
    return [
        {
            "set": score.name,
            "half": score.half,
            "phrases": score.phrases,
            "field": field,
            "precision": tally.precision,
            "recall": tally.recall,
            "f1": tally.f1,
            "n": tally.n,
        }
        for score in scores
        for field, tally in score.fields.items()
    ]


def main() -> None:
    """Score the sets asked for, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help="names of sets (default: all)")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="default: eval/grammars")
    parser.add_argument("--errors", action="store_true", help="list the errors on the tune half")
    parser.add_argument("--json", type=Path, help="write the figures as JSON")
    options = parser.parse_args()
    known = {chosen.name: chosen for chosen in SETS}
    if unknown := set(options.sets) - set(known):
        parser.error(f"no such set: {', '.join(sorted(unknown))}. There are: {', '.join(known)}")
    found = [score(options.folder, known[name], half) for name in options.sets or known for half in HALVES]
    _print([one for one, _ in found])
    if options.errors:
        for one, cells in found:
            for cell in cells if one.half == "tune" else ():
                if cell.outcome in ERRORS:
                    print(
                        f"{cell.document}\n    {cell.outcome} {cell.path}: {cell.gold!r} / {cell.predicted!r}"
                    )
    if options.json:
        content = json.dumps(_as_json([one for one, _ in found]), indent=1, ensure_ascii=False)
        options.json.write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
