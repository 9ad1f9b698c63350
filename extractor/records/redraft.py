"""An Extraction as a draft again, so that it can be verified once more."""

from extractor.records.draft import Draft, Quote
from extractor.records.envelope import Extraction


def redraft(extraction: Extraction) -> Draft:
    """The record with the words it was verified with: spans at their places, and words that were nowhere."""
    quotes = {
        pointer: [Quote(text=span.quote, start=span.start) for span in evidence.spans]
        or ([Quote(text=evidence.offered)] if evidence.offered else [])
        for pointer, evidence in extraction.evidence.items()
    }
    return Draft(
        record=extraction.record,
        quotes={pointer: offered for pointer, offered in quotes.items() if offered},
        missing=extraction.missing,
        lineage=extraction.lineage,
        usage=extraction.usage,
        acceptable=extraction.acceptable,
        unlabelled=extraction.unlabelled,
    )
