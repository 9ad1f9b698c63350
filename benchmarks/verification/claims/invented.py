"""Invented pages: with many rows, and in forms of registers and abstracts that no labelled page has.

The labelled pages have one site and one official each; what belongs to which row cannot be tried on them.
"""

import json
from pathlib import Path

from claims.case import Case
from extractor import verify
from extractor.documents import Document
from extractor.records.draft import Draft, Quote
from extractor.records.record import TrialRecord

PAGES = Path(__file__).parent.parent / "pages"


def invented_cases() -> tuple[Case, ...]:
    """The pages beside this package, by name, with their records written by hand.

    The places of their words are those that verification finds for the whole record.
    """
    return tuple(_case(path) for path in sorted(PAGES.glob("*.txt")))


def _case(path: Path) -> Case:
    document = Document.from_path(path, id=path.stem)
    found = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    quotes = {pointer: [Quote(text=words)] for pointer, words in found["quotes"].items()}
    draft = Draft(record=TrialRecord.model_validate(found["record"]), quotes=quotes)
    return Case(document, verify(document, draft), invented=True)
