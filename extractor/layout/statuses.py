"""Recruitment statuses as pages print them, also those that lost their first letter."""

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import only_value, put_once, second_lines, unread
from extractor.normalise.terms import lookup, lookup_cut
from extractor.structure.sections import Section

_VOCABULARY = "OverallStatus"


def status_of(text: str) -> str | None:
    """The status that words stand for: `Recruiting`, `ecruiting`; None for words that say no other."""
    return lookup("enums", text, _VOCABULARY) or lookup_cut("enums", text, _VOCABULARY)


def put_status(builder: DraftBuilder, section: Section) -> None:
    """The status below its heading."""
    pointer = "/status/overall_status"
    lines = section.printed
    status = status_of(lines[0].content.text) if lines else None
    if status:
        put_once(builder, pointer, status, lines[0].content)
        second_lines(builder, section, pointer)
    elif words := only_value(builder, section, pointer):
        unread(builder, pointer, "The status", words)
