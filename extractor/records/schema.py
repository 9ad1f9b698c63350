"""The published JSON Schemas, generated from the models."""

import json
from typing import Any

from pydantic import BaseModel

from extractor.records.envelope import Extraction
from extractor.records.record import TrialRecord

PUBLISHED: dict[str, type[BaseModel]] = {
    "trial-record.schema.json": TrialRecord,
    "extraction.schema.json": Extraction,
}
"""File name in `schemas/` and the model it describes."""


def schema_text(model: type[BaseModel]) -> str:
    """The JSON Schema (draft 2020-12) of a model as it is written to disk, byte for byte."""
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= model.model_json_schema(mode="validation", by_alias=True)
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
