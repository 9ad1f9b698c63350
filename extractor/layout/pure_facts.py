"""The glued facts of a Pure page: `Original languageEnglish`, `Pages (from-to)59-66`."""

import re
from collections.abc import Callable

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import unread
from extractor.layout.trial_identifiers import put_identifier
from extractor.normalise.dates import partial_date
from extractor.normalise.identifiers import scheme_of
from extractor.normalise.terms import lookup
from extractor.records.identifiers import IdRole, IdScheme
from extractor.structure.slices import Slice

_KINDS = re.compile(
    r"(?:Contribution to (?:journal|conference|specialist publication|book/anthology)|"
    r"Chapter in Book/Report/Conference proceeding)"
    r"\s*[›>]?\s*(?P<type>.*?)\s*[›>]?\s*(?P<review>peer-review(?:ed)?)?"
)
_STATUS = re.compile(r"(?P<status>[^-–]+?)\s*[-–]\s*(?P<date>.+)")
_WHOLE_NUMBER = re.compile(r"[0-9]{1,6}")

_Put = Callable[[DraftBuilder, Slice], None]


def put_kind(builder: DraftBuilder, words: Slice) -> None:
    """`Contribution to journalArticlepeer-review` is an article that was peer reviewed."""
    match = words.match(_KINDS)
    if match is None:
        builder.say("/publication/publication_type", words)
        return
    builder.say("/publication/publication_type", words.group(match, "type"))
    if match.group("review"):
        builder.put("/publication/peer_reviewed", bool(match.group("review")), words.group(match, "review"))


def put_fact(builder: DraftBuilder, words: Slice) -> bool:
    """Write the fact whose label the line begins with; False for any other line."""
    for label, put in FACTS.items():
        if words.text.startswith(label):
            value = words.cut(len(label)).strip()
            if value:
                put(builder, value)
            return True
    return False


def _say(pointer: str) -> _Put:
    return lambda builder, value: builder.say(pointer, value)


def _number_of_pages(builder: DraftBuilder, value: Slice) -> None:
    if value.match(_WHOLE_NUMBER):
        builder.put("/publication/number_of_pages", int(value.text), value)
    else:
        unread(builder, "/publication/number_of_pages", "The number of pages", value)


def _status(builder: DraftBuilder, value: Slice) -> None:
    """`Published - Feb 2012`: a status and a date."""
    match = value.match(_STATUS)
    date = partial_date(match.group("date")) if match else None
    if match and date:
        builder.say("/publication/publication_status", value.group(match, "status"))
        builder.put("/publication/date", {"date": date}, value.group(match, "date"))
    else:
        builder.say("/publication/publication_status", value)


def _external(builder: DraftBuilder, value: Slice) -> None:
    answer = lookup("enums", value.text, "YesNo")
    if answer:
        builder.put("/publication/externally_published", answer == "YES", value)
    else:
        unread(builder, "/publication/externally_published", "Yes or no", value)


def _doi(builder: DraftBuilder, value: Slice) -> None:
    if scheme_of(value.text) is IdScheme.DOI:
        put_identifier(builder, value, IdScheme.DOI, IdRole.SELF_PUBLICATION)
    else:
        unread(builder, "/identifiers", "The DOI", value)


FACTS: dict[str, _Put] = {
    "Original language": _say("/publication/language"),
    "Pages (from-to)": _say("/publication/pages"),
    "Number of pages": _number_of_pages,
    "Journal": _say("/publication/journal"),
    "Volume": _say("/publication/volume"),
    "Issue number": _say("/publication/issue"),
    "Publication status": _status,
    "Externally published": _external,
    "DOIs": _doi,
}
"""Labels, in the order in which they are tried, and what is read behind them."""
