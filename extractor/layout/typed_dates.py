"""Dates with the word behind them that says whether they were reached: `2015-12 (Anticipated)`."""

import re

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import Put, put_once, unread
from extractor.layout.placeholders import placeholder
from extractor.normalise.dates import partial_date
from extractor.normalise.terms import lookup
from extractor.records.missing import MissingReason
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_TYPED = re.compile(r"(?P<date>[^(),]*\d)\s*(?:,\s*)?(?P<type>\(?[A-Za-z]+\)?)", re.DOTALL)
_EDGE = " \t,"


def typed_date(pointer: str) -> Put:
    """A field whose value is a date, and on its line or below it `(Actual)` or `Anticipated`."""

    def put(builder: DraftBuilder, section: Section) -> None:
        lines = [line.content for line in section.printed]
        reason = placeholder(lines[0]) if lines else MissingReason.EMPTY_SECTION
        if reason:
            builder.missing(pointer, reason, *filter(None, [lines[0] if lines else section.heading]))
            return
        first, rest = _apart(lines[0])
        date = partial_date(first.text)
        if date is None:
            unread(builder, pointer, "The date", lines[0])
            return
        put_once(builder, pointer, {"date": date}, first)
        for words in filter(None, [rest, *(line.strip(_EDGE) for line in lines[1:])]):
            _put_type(builder, pointer, words)

    return put


def _apart(words: Slice) -> tuple[Slice, Slice]:
    """A date and what its line says of it."""
    match = words.match(_TYPED)
    if match and partial_date(match.group("date")):
        return words.group(match, "date"), words.group(match, "type")
    return words, words.cut(len(words))


def _put_type(builder: DraftBuilder, pointer: str, words: Slice) -> None:
    kind = lookup("enums", words.text, "ActualEstimated")
    known = builder.get(f"{pointer}/type")
    if kind and known in (None, kind):
        builder.put(f"{pointer}/type", kind, words)
    else:
        unread(builder, pointer, "What is said of the date", words)
