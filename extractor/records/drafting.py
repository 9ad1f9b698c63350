"""Drafts from files: a draft as a labeller writes it, or an Extraction to be verified again."""

from extractor.documents import Document
from extractor.errors import RecordError
from extractor.records.draft import Draft
from extractor.records.envelope import Extraction
from extractor.records.redraft import redraft
from extractor.records.strict_json import loads, parse


def read_draft(text: str, *, source: str = "", page: Document | None = None) -> Draft:
    """Read a Draft from JSON, or turn an Extraction into the draft it was made of.

    Raises RecordError, also for an Extraction of another text than `page`'s.
    """
    value = loads(text, source=source)
    if isinstance(value, dict) and "evidence" in value:
        extraction = parse(Extraction, text, source=source)
        if page is not None and extraction.document.text_sha256 != page.text_sha256:
            message = (
                f"it was made from {extraction.document.id}, whose text is another than that of {page.id}"
            )
            raise RecordError(
                message, source=source, pointer="/document/text_sha256", hint="Give its own page"
            )
        return redraft(extraction)
    return parse(Draft, text, source=source)
