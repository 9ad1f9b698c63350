"""What a model is asked to write: a record with keys of its own, the words for it, reasons for nulls."""

import hashlib
import json
from functools import cache
from typing import Annotated, Any

from pydantic import Field

from extractor.records.arms import Arm, Intervention
from extractor.records.base import RecordModel
from extractor.records.declare import Check, declare
from extractor.records.missing import MissingReason
from extractor.records.record import TrialRecord

_OwnKey = Annotated[
    str,
    Field(min_length=1),
    declare("A short key of your choice, used once; links name it.", Check.STRUCTURAL),
]


class WireArm(Arm):
    """An arm whose key the model chose; the final key is given by code."""

    key: _OwnKey


class WireIntervention(Intervention):
    """An intervention whose key the model chose; the final key is given by code."""

    key: _OwnKey


_WireArms = Annotated[list[WireArm], declare("Arms or cohorts.", group="arms")]
_WireInterventions = Annotated[list[WireIntervention], declare("Interventions.", group="interventions")]


class WireRecord(TrialRecord):
    """What one page says about its trial. null means: not stated."""

    # Lists are invariant to a type checker; nothing ever puts a plain Arm into these.
    arms: _WireArms = []  # type: ignore[assignment]
    interventions: _WireInterventions = []  # type: ignore[assignment]


class OfferedWords(RecordModel):
    """Words of the page for the value at a pointer."""

    pointer: str
    text: Annotated[str, Field(min_length=1)]


class OfferedReason(RecordModel):
    """Why the value at a pointer is null."""

    pointer: str
    reason: MissingReason


class Answer(RecordModel):
    """One answer. Pointers are JSON Pointers into `record`, with positions of its lists: `/arms/0/label`."""

    record: WireRecord
    quotes: list[OfferedWords]
    missing: list[OfferedReason]


@cache
def _full_schema() -> dict[str, Any]:
    return Answer.model_json_schema(mode="validation")


@cache
def wire_schema() -> dict[str, Any]:
    """The JSON Schema of an answer as it is sent: types, keys and enumerations. Do not change it.

    Descriptions stand in the field guide of the prompt, once.
    """
    stripped: dict[str, Any] = _strip(_full_schema())
    return stripped


@cache
def wire_schema_hash() -> str:
    """SHA-256 over the schema with all declarations: what wire schema and field guide are made from."""
    text = json.dumps(_full_schema(), separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _strip(node: Any) -> Any:
    """Leave out what says nothing about form. A field may be called `title`: then its value is an object."""
    if isinstance(node, list):
        return [_strip(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {key: _strip(value) for key, value in node.items() if not _is_remark(key, value)}


def _is_remark(key: str, value: Any) -> bool:
    words = key in {"title", "description"} and isinstance(value, str)
    return words or key == "default" or key.startswith("x-")
