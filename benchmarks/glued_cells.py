"""How well rows whose cells lost their separators are split, on generated tables whose truth is known.

    python benchmarks/glued_cells.py [--tables N] [--seed S] [--errors] [--json FILE]

A row is exact if every cell is. A row the splitter is not sure of counts as abstained, whatever its best
split is; `exact of the sure` is what a consumer meets.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from glued_tables import WORDS, Row, arm_table, outcome_rows

from extractor.layout.glued_rows import Split, split_three
from extractor.layout.time_frame_rows import split_rows
from extractor.structure.slices import Slice

ROOT = Path(__file__).resolve().parent.parent


@dataclass(slots=True)
class Count:
    """Rows of one kind of table."""

    rows: int = 0
    exact: int = 0
    abstained: int = 0
    exact_of_sure: int = 0
    tables: int = 0
    whole: int = 0
    seconds: float = 0.0
    wrong: list[tuple[Row, Row, bool]] = field(default_factory=list)

    def add(self, truth: Iterable[Row], found: Iterable[tuple[Row, bool]]) -> None:
        """Count one table: what each row is, what was found and whether the splitter was sure."""
        self.tables += 1
        right = True
        for row, (cells, sure) in zip(truth, found, strict=True):
            self.rows += 1
            self.exact += cells == row
            self.abstained += not sure
            self.exact_of_sure += sure and cells == row
            right &= cells == row
            if cells != row:
                self.wrong.append((row, cells, sure))
        self.whole += right

    def shares(self) -> dict[str, float]:
        """The figures of the table that is printed."""
        sure = self.rows - self.abstained
        return {
            "exact rows": self.exact / self.rows,
            "abstained": self.abstained / self.rows,
            "exact of the sure": self.exact_of_sure / max(sure, 1),
            "exact tables": self.whole / self.tables,
            "ms a table": 1000 * self.seconds / self.tables,
        }


def slices(rows: Iterable[Row]) -> list[Slice]:
    """Rows as a page prints them, one below the other."""
    texts = ["".join(row) for row in rows]
    page, starts, at = "\n".join(texts), [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return [Slice(page, start, start + len(text)) for start, text in zip(starts, texts, strict=True)]


def _told(split: Split | None, at: int) -> tuple[Row, bool]:
    """The cells of a row of a split, and whether all of them are agreed."""
    if split is None:
        return ("",), False
    return tuple(cell.text for cell in split.rows[at]), all(split.agreed[at])


def measured(seed: int, tables: int) -> Iterator[tuple[str, Count]]:
    """Every kind of table with its figures."""
    random, arms, bare = Random(seed), Count(), Count()
    kinds = {"outcomes": (WORDS["frames"], Count())}
    kinds |= {
        f"outcomes, frames of the {half} half": (_labelled(half), Count()) for half in ("tune", "report")
    }
    for _ in range(tables):
        table = arm_table(random)
        count = arms if table.listed else bare
        started = time.process_time()
        split = split_three(slices(table.rows), table.listed)
        count.seconds += time.process_time() - started
        count.add(table.rows, [_told(split, at) for at in range(len(table.rows))])
        for frames, count in kinds.values():
            _add_outcomes(count, outcome_rows(random, frames))
    yield "arms, interventions listed", arms
    yield "arms, none listed", bare
    for name, (_, count) in kinds.items():
        yield name, count


def _add_outcomes(count: Count, truth: tuple[Row, ...]) -> None:
    started = time.process_time()
    found = split_rows(slices(truth))
    count.seconds += time.process_time() - started
    told = [(one.measure.text, one.time_frame.text if one.time_frame else "") for one in found]
    count.add(truth, zip(told, (one.certain for one in found), strict=True))


def _labelled(half: str) -> list[str]:
    """Time frames written by somebody who did not see the splitter; nobody looks at the half `report`."""
    path = ROOT / "eval" / "grammars" / f"time_frames.{half}.jsonl"
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--tables", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--errors", action="store_true", help="show wrong rows, but none with frames of the report half"
    )
    parser.add_argument("--json", type=Path, help="write the figures as JSON")
    options = parser.parse_args()
    found = dict(measured(options.seed, options.tables))
    for name, count in found.items():
        print(f"{name}: {count.rows} rows of {count.tables} tables")
        print("  " + ", ".join(f"{what} {share:.4f}" for what, share in count.shares().items()))
        if options.errors and "report" not in name:
            for truth, cells, sure in count.wrong[:40]:
                print(f"    {'sure' if sure else 'unsure'}: {' | '.join(truth)}\n        {' | '.join(cells)}")
            print(Counter(sure for _, _, sure in count.wrong))
    if options.json:
        shares = {name: count.shares() for name, count in found.items()}
        options.json.write_text(json.dumps(shares, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
