"""What must stand in a manifest for a job to be continued or summed up."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, NonNegativeInt, model_validator

_Counts = dict[str, NonNegativeInt]


class _Part(BaseModel):
    """Further fields are none of its business."""

    model_config = ConfigDict(strict=True)


class _Told(_Part):
    reader: dict[str, Any]
    texts: bool


class _Given(_Part):
    pages: NonNegativeInt
    same_content: NonNegativeInt
    skipped: _Counts
    sha256: str
    passed_over: _Counts = {}


class _Written(_Part):
    lines: NonNegativeInt
    bytes: NonNegativeInt
    sha256: str


class _Sums(_Part):
    ok: NonNegativeInt
    failed: _Counts
    skipped: _Counts
    open: NonNegativeInt


class Shape(_Part):
    """The fields of a manifest that are gone by; only an ended job has counts for sure."""

    configuration: _Told
    inputs: _Given
    state: Literal["running", "ended"]
    files: dict[str, _Written]
    counts: dict[str, Any]

    @model_validator(mode="after")
    def _has_counts(self) -> "Shape":
        if self.state == "ended":
            _Sums.model_validate(self.counts)
        return self
