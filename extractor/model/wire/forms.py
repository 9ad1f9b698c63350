"""The form of one pass: what a model is asked to write for some fields of the record."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from extractor.documents import Document
from extractor.model.wire.annotations import parts_of
from extractor.model.wire.answer_text import loads
from extractor.model.wire.columns import Column
from extractor.model.wire.derive import asked_fields, column_of, row_fields
from extractor.model.wire.part import Part
from extractor.model.wire.reading import Reading
from extractor.model.wire.reasons import reasons
from extractor.model.wire.rows import HOLDERS, criterion_rows, missing_rows, regimen_rows
from extractor.model.wire.shapes import WireObject, object_below
from extractor.model.wire.trees import hand_out, plant
from extractor.records.criteria import Criterion
from extractor.records.record import TrialRecord

LAYOUT = "unknown"
"""The layout of a page that a model read: it does not follow one."""


@dataclass(frozen=True)
class PassForm:
    """The form for some top-level fields of the record. Make it with `form_of`.

    `schema` is the JSON Schema of an answer, `objects` what the field guide tells of it. Do not change them.
    """

    fields: tuple[str, ...]
    top: WireObject = field(repr=False)
    rows: tuple[str, ...] = field(repr=False)

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema: all keys required, nothing else allowed, no defaults."""
        definitions: dict[str, Any] = {}
        schema = self.top.whole_schema(definitions)
        return schema | {"$defs": definitions}

    @cached_property
    def schema_hash(self) -> str:
        """SHA-256 over the schema and what the guide tells of it."""
        told = [
            [one.title, one.doc, *([c.name, c.kind, c.description, c.values_remark] for c in one.columns)]
            for one in self.objects()
        ]
        text = json.dumps([self.schema, told], separators=(",", ":"))
        return hashlib.sha256(text.encode("ascii")).hexdigest()

    def objects(self) -> list[WireObject]:
        """Every object of the form, the answer itself first, each once, in the order they are named."""
        return list(_below(self.top))

    def read(self, text: str, page: Document) -> Part:
        """What an answer says about a page. Raises AnswerError, a RecordError, that names all its faults."""
        reading = Reading(page)
        record = self.top.read(loads(text), "", reading)
        reading.stop()
        rows = {name: record.pop(name) for name in self.rows}
        if "source" in record:
            record["source"]["layout"] = LAYOUT
        if "regimens" in rows:
            hand_out(rows["regimens"], record, reading)
        if "criteria" in rows:
            record["eligibility"] |= plant(rows["criteria"], rows["constraints"], reading)
        missing = reasons(rows["missing"], record, reading)
        reading.stop()
        return Part(record, reading.quotes, missing, reading.findings)


@cache
def form_of(fields: tuple[str, ...]) -> PassForm:
    """The form for these fields of the record, in the record's order. Raises ValueError for other names."""
    asked = asked_fields(TrialRecord)
    if unknown := sorted(set(fields) - set(asked)):
        raise ValueError(f"the record has no fields {', '.join(unknown)}")
    ordered = tuple(name for name in asked if name in fields)
    columns = [column_of(TrialRecord, name, worded=False) for name in ordered]
    doc = "What one page says about its trial. null means: not stated."
    rows = tuple(_rows(ordered))
    top = WireObject("Answer", doc, (*columns, *rows))
    return PassForm(ordered, top, tuple(row.name for row in rows))


def _rows(fields: tuple[str, ...]) -> Iterator[Column]:
    """The row lists that belong to some fields."""
    holders = tuple(name for name, (holder, _) in HOLDERS.items() if holder in fields)
    if holders:
        yield regimen_rows(holders)
    held = [parts_of(TrialRecord, name) for name in fields]
    if any(Criterion in (parts_of(model, one) for one in row_fields(model)) for model in held if model):
        yield from criterion_rows()
    yield missing_rows()


def _below(top: WireObject) -> Iterator[WireObject]:
    waiting, seen = [top], {top.title}
    while waiting:
        one = waiting.pop(0)
        yield one
        for column in one.columns:
            below = object_below(column.shape)
            if below and below.title not in seen:
                seen.add(below.title)
                waiting.append(below)
