"""Kinds of labelled fields: a heading, and below it a value of one kind."""

from collections.abc import Callable

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.placeholders import placeholder
from extractor.normalise.ages import age
from extractor.normalise.dates import partial_date
from extractor.normalise.terms import lookup
from extractor.records.eligibility import AgeSource
from extractor.records.finding import FindingCode
from extractor.records.missing import MissingReason
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

Put = Callable[[DraftBuilder, Section], None]


def unread(builder: DraftBuilder, pointer: str, what: str, words: Slice) -> None:
    """Say that words stand where a value was expected and could not be read."""
    builder.find(FindingCode.UNREAD, pointer, f"{what} could not be read", words)


def only_value(builder: DraftBuilder, section: Section, pointer: str) -> Slice | None:
    """The one printed value, after placeholders and empty sections are noted."""
    lines = section.printed
    if not lines:
        builder.missing(pointer, MissingReason.EMPTY_SECTION, *([section.heading] if section.heading else []))
        return None
    if reason := placeholder(lines[0].content):
        builder.missing(pointer, reason, lines[0].content)
        return None
    for line in lines[1:]:
        unread(builder, pointer, "A second line", line.content)
    return lines[0].content


def enum_field(pointer: str, vocabulary: str) -> Put:
    """A field whose value is looked up in a closed vocabulary."""

    def put(builder: DraftBuilder, section: Section) -> None:
        # `NA` is a value of some vocabularies: the table is asked before the list of placeholders.
        lines = section.printed
        name = lookup("enums", lines[0].content.text, vocabulary) if lines else None
        if name:
            put_enum(builder, pointer, name, lines[0].content)
        elif words := only_value(builder, section, pointer):
            unread(builder, pointer, vocabulary, words)

    return put


def put_enum(builder: DraftBuilder, pointer: str, name: str, words: Slice) -> None:
    """Set an enum, or add words to it; another value in another place is a contradiction and the first stays."""
    known = builder.get(pointer)
    if known is None:
        builder.put(pointer, name, words)
    elif known == name:
        builder.words(pointer, words)
    else:
        builder.find(
            FindingCode.CONTRADICTION, pointer, f"The page also says {name}, the record keeps {known}", words
        )


def date_field(pointer: str) -> Put:
    """A field whose value is a date."""

    def put(builder: DraftBuilder, section: Section) -> None:
        words = only_value(builder, section, pointer)
        if words is None:
            return
        date = partial_date(words.text)
        if date:
            builder.put(pointer, {"date": date}, words)
        else:
            unread(builder, pointer, "The date", words)

    return put


def text_field(pointer: str) -> Put:
    """A field whose value is everything below its heading, verbatim."""

    def put(builder: DraftBuilder, section: Section) -> None:
        block = section.block
        reason = placeholder(block) if block else MissingReason.EMPTY_SECTION
        if block is None or reason:
            builder.missing(
                pointer, reason or MissingReason.EMPTY_SECTION, *filter(None, [block or section.heading])
            )
        else:
            builder.say(pointer, block)

    return put


def list_field(pointer: str) -> Put:
    """A field whose value is a list, one printed line for each item."""

    def put(builder: DraftBuilder, section: Section) -> None:
        items = [line.item for line in section.printed]
        reason = placeholder(items[0]) if len(items) == 1 else None if items else MissingReason.EMPTY_SECTION
        if reason:
            builder.missing(pointer, reason, *(items or filter(None, [section.heading])))
        else:
            builder.say_each(pointer, *items)

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
        builder.put(pointer, {"value": span.value, "unit": span.unit, "inclusive": True}, words)
        builder.put("/eligibility/age_source", AgeSource.STRUCTURED)

    return put
