"""The parts that the passes read become one draft: one record, keys by code, pointers that follow."""

from collections.abc import Iterable
from typing import Any, TypeVar

from extractor.model.keys import Keys
from extractor.model.wire.part import Part
from extractor.records.draft import Draft, Quote
from extractor.records.finding import Finding
from extractor.records.missing import MissingReason
from extractor.records.record import TrialRecord

Value = TypeVar("Value")


def merge(parts: Iterable[Part]) -> Draft:
    """The draft of all passes of one page, without lineage and usage. What is left out has a finding.

    Each top-level field stands in one part only.
    """
    record: dict[str, Any] = {}
    quotes: dict[str, list[Quote]] = {}
    missing: dict[str, MissingReason] = {}
    findings: list[Finding] = []
    for part in parts:
        record |= part.record
        quotes |= part.quotes
        missing |= part.missing
        findings += part.findings
    keys = Keys(record)
    keys.give()
    return Draft(
        record=TrialRecord.model_validate(record),
        quotes=_moved(quotes, keys),
        missing=_moved(missing, keys),
        findings=findings + keys.findings,
    )


def _moved(entries: dict[str, Value], keys: Keys) -> dict[str, Value]:
    """Entries by where their pointers point now; those of items that were left out go with them."""
    if not keys.left_out:
        return entries
    moved = ((keys.moved(pointer), value) for pointer, value in entries.items())
    return {pointer: value for pointer, value in moved if pointer is not None}
