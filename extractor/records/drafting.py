"""Drafts from files: a draft as a labeller writes it, or an Extraction to be verified again."""

from extractor.records.draft import Draft
from extractor.records.envelope import Extraction
from extractor.records.redraft import redraft
from extractor.records.strict_json import loads, parse


def read_draft(text: str, *, source: str = "") -> Draft:
    """Read a Draft from JSON, or turn an Extraction into the draft it was made of. Raises RecordError."""
    value = loads(text, source=source)
    if isinstance(value, dict) and "evidence" in value:
        return redraft(parse(Extraction, text, source=source))
    return parse(Draft, text, source=source)
