"""The reasons an answer gives for nulls, held against what it says."""

from typing import Any

from extractor.model.wire.reading import Reading
from extractor.records.finding import FindingCode
from extractor.records.missing import MissingReason
from extractor.records.pointer import resolve


def reasons(rows: list[dict[str, Any]], record: dict[str, Any], reading: Reading) -> dict[str, MissingReason]:
    """The reason of every null that has one; a second reason for one pointer is a fault.

    A reason for an address that the record does not have, or that has a value, is left out by name.
    """
    found: dict[str, MissingReason] = {}
    for position, row in enumerate(rows):
        pointer = row["pointer"]
        if pointer in found:
            reading.fault(f"/missing/{position}/pointer", "a second reason for one pointer")
        elif why := _refusal(record, pointer):
            message = f"the reason {row['reason']} was given for an address {why}"
            reading.find(FindingCode.INVALID_POINTER, pointer, message)
        else:
            found[pointer] = MissingReason(row["reason"])
            if row["words"]:
                reading.quote(pointer, row["words"])
    return found


def _refusal(record: dict[str, Any], pointer: str) -> str:
    try:
        value = resolve(record, pointer)
    except (LookupError, ValueError):
        return "the record does not have"
    return "" if value in (None, []) else "that has a value"
