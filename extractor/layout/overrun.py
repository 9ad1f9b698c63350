"""A field that ran over into the next one, whose heading the page lost or no table knows."""

from extractor.layout.foreign import foreign_values
from extractor.records.draft import Draft
from extractor.records.finding import Finding, FindingCode, Span
from extractor.records.missing import MissingReason

_LISTS = frozenset({"conditions", "keywords"})
_OPEN = _LISTS | {"brief_summary", "detailed_description"}
"""Fields that take whatever stands below them, and that nothing else in a record rests on."""


def leave_out_overrun(draft: Draft) -> bool:
    """Take the one field that holds words of others out of a draft; False where it is none or several.

    Its words stay, as what shows that it is not known, and in a finding.
    """
    names = {pointer.split("/")[1] for pointer in foreign_values(draft.record)}
    if len(names) != 1 or not names <= _OPEN:
        return False
    (name,) = names
    pointer = f"/{name}"
    places = [place for place in draft.quotes if place == pointer or place.startswith(f"{pointer}/")]
    words = [quote for place in places for quote in draft.quotes.pop(place)]
    setattr(draft.record, name, [] if name in _LISTS else None)
    draft.quotes[pointer] = words
    draft.missing[pointer] = MissingReason.AMBIGUOUS
    spans = [
        Span(quote=quote.text, start=quote.start, end=quote.start + len(quote.text))
        for quote in words
        if quote.start is not None
    ]
    message = "It holds words of other fields, and is left out: a heading below it may be lost or unknown"
    draft.findings.append(Finding(code=FindingCode.UNREAD, pointer=pointer, message=message, spans=spans))
    return True
