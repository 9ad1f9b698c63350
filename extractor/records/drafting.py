"""Drafts from files: a draft as a labeller writes it, or an Extraction to be verified again."""

from extractor.records.draft import Draft, Quote
from extractor.records.envelope import Extraction
from extractor.records.strict_json import loads, parse


def read_draft(text: str, *, source: str = "") -> Draft:
    """Read a Draft from JSON, or turn an Extraction into the draft it was made of. Raises RecordError."""
    value = loads(text, source=source)
    if isinstance(value, dict) and "evidence" in value:
        return draft_of(parse(Extraction, text, source=source))
    return parse(Draft, text, source=source)


def draft_of(extraction: Extraction) -> Draft:
    """The draft that an Extraction's values and words are: each span is a quote with its place."""
    return Draft(
        record=extraction.record,
        quotes={
            pointer: [Quote(text=span.quote, start=span.start) for span in evidence.spans]
            for pointer, evidence in extraction.evidence.items()
            if evidence.spans
        },
        missing=extraction.missing,
        lineage=extraction.lineage,
        usage=extraction.usage,
        acceptable=extraction.acceptable,
        unlabelled=extraction.unlabelled,
    )
