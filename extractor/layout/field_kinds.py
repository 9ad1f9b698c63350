"""Kinds of labelled fields: a heading, and below it a value of one kind."""

from collections.abc import Callable
from typing import Any

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.headings import looks_like_heading
from extractor.layout.placeholders import placeholder
from extractor.normalise.ages import age
from extractor.normalise.dates import partial_date
from extractor.normalise.terms import lookup
from extractor.records.eligibility import AgeSource
from extractor.records.finding import FindingCode
from extractor.records.missing import MissingReason
from extractor.structure.lines import paragraphs
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

Put = Callable[[DraftBuilder, Section], None]
_SHORTEST_PARAGRAPH = 25
SECOND_LINE = "A second line"
"""What a finding calls a line below the one value of a field."""


def unread(builder: DraftBuilder, pointer: str, what: str, words: Slice) -> None:
    """Say that words stand where a value was expected and could not be read."""
    builder.find(FindingCode.UNREAD, pointer, f"{what} could not be read", words)


def unread_section(builder: DraftBuilder, section: Section) -> None:
    """Say that a section was seen which this layout has no reader for."""
    if section.block and section.heading:
        unread(builder, "", f"The section {section.heading.text!r}", section.block)


def only_value(builder: DraftBuilder, section: Section, pointer: str) -> Slice | None:
    """The one printed value, after placeholders and empty sections are noted."""
    lines = section.printed
    if not lines:
        builder.missing(pointer, MissingReason.EMPTY_SECTION, *([section.heading] if section.heading else []))
        return None
    if reason := placeholder(lines[0].content):
        builder.missing(pointer, reason, lines[0].content)
        return None
    second_lines(builder, section, pointer)
    return lines[0].content


def nothing_listed(builder: DraftBuilder, section: Section, pointer: str) -> bool:
    """Whether a section lists nothing: it is empty, or a placeholder stands in it. The reason is noted."""
    block = section.block
    reason = placeholder(block) if block else MissingReason.EMPTY_SECTION
    if reason:
        builder.missing(pointer, reason, *filter(None, [block or section.heading]))
    return reason is not None


def second_lines(builder: DraftBuilder, section: Section, pointer: str) -> None:
    """Say that nothing reads what stands below the one value of a field."""
    for line in section.printed[1:]:
        unread(builder, pointer, SECOND_LINE, line.content)


def enum_field(pointer: str, vocabulary: str) -> Put:
    """A field whose value is looked up in a closed vocabulary."""

    def put(builder: DraftBuilder, section: Section) -> None:
        # `NA` is a value of some vocabularies: the table is asked before the list of placeholders.
        lines = section.printed
        name = lookup("enums", lines[0].content.text, vocabulary) if lines else None
        if name:
            put_once(builder, pointer, name, lines[0].content)
            second_lines(builder, section, pointer)
        elif words := only_value(builder, section, pointer):
            unread(builder, pointer, vocabulary, words)

    return put


def put_once(builder: DraftBuilder, pointer: str, value: Any, words: Slice) -> None:
    """Set a value, or add words to it; the first value stays and another one is a contradiction."""
    known = builder.get(pointer)
    if known is None:
        builder.put(pointer, value, words)
    elif known == value:
        builder.words(pointer, words)
    else:
        message = "The page says something else here; the record keeps what it says first"
        builder.find(FindingCode.CONTRADICTION, pointer, message, words)


def date_field(pointer: str) -> Put:
    """A field whose value is a date."""

    def put(builder: DraftBuilder, section: Section) -> None:
        words = only_value(builder, section, pointer)
        if words is None:
            return
        date = partial_date(words.text)
        if date:
            put_once(builder, pointer, {"date": date}, words)
        else:
            unread(builder, pointer, "The date", words)

    return put


def text_field(pointer: str) -> Put:
    """A field whose value is everything below its heading, verbatim."""

    def put(builder: DraftBuilder, section: Section) -> None:
        pieces = list(paragraphs(section.lines))
        tail = _tail(pieces)
        for words in tail:
            unread(builder, pointer, "A line that looks like a heading", words)
        pieces = pieces[: len(pieces) - len(tail)]
        reason = placeholder(pieces[0]) if pieces else MissingReason.EMPTY_SECTION
        if reason:
            builder.missing(pointer, reason, *filter(None, [pieces[0] if pieces else section.heading]))
            for words in pieces[1:]:
                unread(builder, pointer, "A paragraph", words)
        else:
            block = pieces[0].to(pieces[-1])
            put_once(builder, pointer, block.text, block)

    return put


def _tail(pieces: list[Slice]) -> list[Slice]:
    """Paragraphs at the end that look like headings of what follows; the first paragraph is content."""
    at = len(pieces)
    while at > 1 and (looks_like_heading(pieces[at - 1]) or _is_fragment(pieces[at - 1])):
        at -= 1
    return pieces[at:]


def _is_fragment(words: Slice) -> bool:
    """Whether words are too short for a paragraph and end as none does."""
    return len(words) <= _SHORTEST_PARAGRAPH and words.text[-1].isalnum()


def list_field(pointer: str) -> Put:
    """A field whose value is a list, one printed line for each item."""

    def put(builder: DraftBuilder, section: Section) -> None:
        if not nothing_listed(builder, section, pointer):
            builder.say_each(pointer, *(line.item for line in section.printed))

    return put


def age_field(name: str) -> Put:
    """`18 Years`; the limit a registry prints in such a field is eligible itself."""

    def put(builder: DraftBuilder, section: Section) -> None:
        pointer = f"/eligibility/{name}"
        words = only_value(builder, section, pointer)
        if words is None:
            return
        span = age(words.text)
        if span is None:
            unread(builder, pointer, "The age", words)
            return
        put_once(builder, pointer, {"value": span.value, "unit": span.unit, "inclusive": True}, words)
        builder.put("/eligibility/age_source", AgeSource.STRUCTURED)

    return put
