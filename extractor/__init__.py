"""Clinical-trial pages in, typed trial records out, every value tied to the words it came from."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.documents import Document as Document
    from extractor.errors import ExtractorError as ExtractorError
    from extractor.extraction import Extractor as Extractor
    from extractor.extraction import Reader as Reader
    from extractor.extraction import aextract as aextract
    from extractor.extraction import extract as extract
    from extractor.jobs.many import aextract_many as aextract_many
    from extractor.jobs.many import extract_many as extract_many
    from extractor.records.draft import Draft as Draft
    from extractor.records.draft import Quote as Quote
    from extractor.records.envelope import Extraction as Extraction
    from extractor.records.record import TrialRecord as TrialRecord
    from extractor.verification.verify import verify as verify

# Names are imported when they are first used: `extractor --help` need not wait for pydantic.
_HOMES = {
    "Document": "documents",
    "Draft": "records.draft",
    "Extraction": "records.envelope",
    "Extractor": "extraction",
    "ExtractorError": "errors",
    "Quote": "records.draft",
    "Reader": "extraction",
    "TrialRecord": "records.record",
    "aextract": "extraction",
    "aextract_many": "jobs.many",
    "extract": "extraction",
    "extract_many": "jobs.many",
    "verify": "verification.verify",
}
__all__ = [
    "Document",
    "Draft",
    "Extraction",
    "Extractor",
    "ExtractorError",
    "Quote",
    "Reader",
    "TrialRecord",
    "aextract",
    "aextract_many",
    "extract",
    "extract_many",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
