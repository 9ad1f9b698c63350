"""Asks langextract's aligner where words stand. Runs in the environment that `peers.py` makes for it.

    python peer_langextract.py QUESTIONS ANSWERS

A question is a page's id and words. They become one Extraction's `extraction_text`, which `Resolver.align`
aligns with the page under its default options. The answer is the alignment status (None: not aligned) and the
words of the page at the interval it gives.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path

from langextract.core.data import Extraction
from langextract.resolver import Resolver


def main(questions: Path, answers: Path) -> None:
    """Answer every question."""
    asked = json.loads(questions.read_text(encoding="utf-8"))
    rows = [_answer(asked["pages"][row["page"]], row["words"]) for row in asked["rows"]]
    found = {"version": version("langextract"), "rows": rows}
    answers.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def _answer(page: str, words: str) -> dict[str, str | None]:
    extraction = Extraction(extraction_class="value", extraction_text=words)
    (aligned,) = Resolver().align([extraction], page, token_offset=0, char_offset=0)
    interval = aligned.char_interval
    if aligned.alignment_status is None or interval is None or interval.start_pos is None:
        return {"status": None, "found": None}
    return {
        "status": aligned.alignment_status.value,
        "found": page[interval.start_pos : interval.end_pos],
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
