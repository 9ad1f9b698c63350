"""A verdict on gold: somebody looked at a value of gold again and says whether it stands.

Verdicts stand one a line in a file beside the gold files, which they do not change: the newest word on gold
is gold with the verdicts applied (`settle`), what it was before is gold without them. A line, once written,
stays.
"""

import json
import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field
from pydantic_core import to_jsonable_python

from extractor.errors import SuiteError
from extractor.records import strict_json
from extractor.records.base import RecordModel
from extractor.records.envelope import Extraction, Sha256
from extractor.records.pointer import resolve

_SAID = r"\S"


class Decision(StrEnum):
    """What a second look at gold found."""

    GOLD_STANDS = "GOLD_STANDS"
    """Gold is right; the reader that said otherwise is wrong."""
    GOLD_WRONG = "GOLD_WRONG"
    """The page says `value`, not what gold says."""
    BOTH_RIGHT = "BOTH_RIGHT"
    """Gold stands, and `value` is right as well."""


class GoldVerdict(RecordModel):
    """One verdict.

    `pointer` is the address in gold; one that ends with `/-` adds an item to its list. `gold` is what stood
    there when the verdict was given, `value` the other value, both JSON, null where there is none. `quote`
    are the words of the page that decide, `when` an ISO date.
    """

    document: Annotated[str, Field(min_length=1)]
    text_sha256: Sha256
    pointer: Annotated[str, Field(pattern=r"^/")]
    decision: Decision
    gold: Any = None
    value: Any = None
    who: Annotated[str, Field(pattern=_SAID)]
    when: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    why: Annotated[str, Field(pattern=_SAID)]
    quote: Annotated[str, Field(pattern=_SAID)]

    def to_line(self) -> str:
        """The verdict as one line of its file, with the line's end."""
        return self.model_dump_json() + "\n"


def verdict_on(gold: Extraction, pointer: str, **said: Any) -> GoldVerdict:
    """A verdict on gold as it stands now; `said` are its other fields. Raises RecordError."""
    try:
        standing = resolve(gold.record.model_dump(mode="json", exclude_none=True), pointer)
    except (LookupError, ValueError):
        standing = None
    about = gold.document
    whole = {"document": about.id, "text_sha256": about.text_sha256, "pointer": pointer, "gold": standing}
    text = json.dumps(to_jsonable_python({**whole, **said}))
    return strict_json.parse(GoldVerdict, text, source=f"verdict on {about.id}")


def read_verdicts(path: Path) -> tuple[GoldVerdict, ...]:
    """The verdicts of a file, oldest first; none where there is no file yet. Raises RecordError."""
    if not path.exists():
        return ()
    lines = strict_json.read(path).split("\n")
    return tuple(
        strict_json.parse(GoldVerdict, line, source=f"{path}:{number}")
        for number, line in enumerate(lines, start=1)
        if line.strip()
    )


def append_verdict(path: Path, verdict: GoldVerdict) -> None:
    """Write one verdict behind those of the file, on a line of its own."""
    with path.open("a+b") as file:
        if file.tell():
            file.seek(-1, 2)
            if file.read(1) != b"\n":
                file.write(b"\n")
        file.write(verdict.to_line().encode("utf-8"))


def of_document(verdicts: Iterable[GoldVerdict], document: str, text_sha256: str) -> list[GoldVerdict]:
    """The verdicts about one page. Raises SuiteError for one that was given on another text of it."""
    found = [one for one in verdicts if one.document == document]
    for one in found:
        if one.text_sha256 != text_sha256:
            raise SuiteError(
                f"the verdict on {document} {one.pointer} was given on another text of the page",
                hint="Give it again on today's page, or take the line out",
            )
    return found


def appended(pointer: str) -> str | None:
    """The list that a pointer ending with `/-` adds an item to, else None."""
    match = re.fullmatch(r"(/.+)/-", pointer)
    return match.group(1) if match else None
