"""Typed remarks on a record, and the spans of the page they speak of."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from extractor.records.base import RecordModel


class Span(RecordModel):
    """Words on the page: `text[start:end] == quote`, in code points of the document's text."""

    quote: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class FindingCode(StrEnum):
    """What a finding is about."""

    UNSUPPORTED = "unsupported"
    """The words offered for a value are not on the page, or say otherwise."""
    AMBIGUOUS = "ambiguous"
    """The words stand in several places that would mean different things."""
    CONTRADICTION = "contradiction"
    """The page says two things that cannot both hold."""
    ID_MISMATCH = "id_mismatch"
    """The record's identifier is not this page's."""
    ORPHAN_ARM = "orphan_arm"
    """An arm without intervention, or a link to an arm that does not exist."""
    ORPHAN_INTERVENTION = "orphan_intervention"
    """An intervention no arm receives, or a link to one that does not exist."""
    UNKNOWN_LAYOUT = "unknown_layout"
    """No reader knows the page's layout: only identifiers were read."""
    NOT_A_TRIAL = "not_a_trial"
    """The page is of no single trial: a result list, a glossary, a review, a how-to page, news."""
    UNREAD = "unread"
    """A part of the page the reader saw and could not read."""
    BACKGROUND = "background"
    """The words offered for a fact of this trial speak of other studies."""
    ABSENCE_MISMATCH = "absence_mismatch"
    """The reason given for a null is not what the page shows."""
    IMPLAUSIBLE = "implausible"
    """A value that is printed so but can hardly be meant: kept, and flagged."""
    DUPLICATE = "duplicate"
    """One thing stands twice in the record."""
    HIDDEN_TEXT = "hidden_text"
    """The page holds characters that print nothing: zero-width, direction marks, tags."""
    LOOKALIKE = "lookalike"
    """The page holds words that mix letters of alphabets that look alike."""
    INVALID_POINTER = "invalid_pointer"
    """A quote or reason was offered for an address the record does not have."""
    PROMPT_LEAK = "prompt_leak"
    """A model's answer repeats its instructions."""


class Finding(RecordModel):
    """A typed remark with the address it is about and the words that show it."""

    code: FindingCode
    pointer: str
    message: str
    spans: list[Span] = []
