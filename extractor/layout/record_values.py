"""Kinds of fields of a record: how the words of one become a value."""

from collections.abc import Callable

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import put_once, unread
from extractor.layout.fields import put_phase_words
from extractor.layout.placeholders import placeholder
from extractor.layout.record_tree import Leaf
from extractor.normalise.ages import age
from extractor.normalise.dates import partial_date
from extractor.normalise.terms import fold, lookup
from extractor.records.eligibility import AgeSource

Write = Callable[[DraftBuilder, str, Leaf], None]
"""Writes the words of a field at a pointer, or says that they could not be read."""
_MOST_DIGITS = 9
_ACCEPTED = fold("Accepts Healthy Volunteers")


def say(builder: DraftBuilder, pointer: str, leaf: Leaf) -> None:
    """Words that are the value."""
    builder.say(pointer, leaf.words)


def say_one(builder: DraftBuilder, pointer: str, leaf: Leaf) -> None:
    """Words that are one item of a list."""
    builder.say_each(pointer, leaf.words)


def enum(vocabulary: str) -> Write:
    """A name of a closed list."""

    def write(builder: DraftBuilder, pointer: str, leaf: Leaf) -> None:
        name = lookup("enums", leaf.text, vocabulary)
        if name:
            put_once(builder, pointer, name, leaf.words)
        else:
            nothing(builder, pointer, leaf, vocabulary)

    return write


def enum_one(vocabulary: str) -> Write:
    """A name of a closed list that is one item of a list; an item that comes again is more words for it."""

    def write(builder: DraftBuilder, pointer: str, leaf: Leaf) -> None:
        name = lookup("enums", leaf.text, vocabulary)
        known = builder.get(pointer) or []
        if name in known:
            builder.words(f"{pointer}/{known.index(name)}", leaf.words)
        elif name:
            builder.item(pointer, name, leaf.words)
        else:
            nothing(builder, pointer, leaf, vocabulary)

    return write


def phases(builder: DraftBuilder, pointer: str, leaf: Leaf) -> None:
    """`PHASE2`, `Phase 2/Phase 3`, `N/A`."""
    if not put_phase_words(builder, leaf.words):
        nothing(builder, pointer, leaf, "Phase")


def boolean(builder: DraftBuilder, pointer: str, leaf: Leaf) -> None:
    """Yes or no."""
    answer = lookup("enums", leaf.text, "YesNo")
    if answer:
        put_once(builder, pointer, answer == "YES", leaf.words)
    elif fold(leaf.text) == _ACCEPTED:
        put_once(builder, pointer, value=True, words=leaf.words)
    else:
        nothing(builder, pointer, leaf, "Yes or no")


def date(builder: DraftBuilder, pointer: str, leaf: Leaf) -> None:
    """A date, as precise as it is printed."""
    found = partial_date(leaf.text)
    if found:
        put_once(builder, pointer, {"date": found}, leaf.words)
    else:
        nothing(builder, pointer, leaf, "The date")


def count(builder: DraftBuilder, pointer: str, leaf: Leaf) -> None:
    """A whole number."""
    if leaf.text.isascii() and leaf.text.isdigit() and len(leaf.text) <= _MOST_DIGITS:
        put_once(builder, pointer, int(leaf.text), leaf.words)
    else:
        nothing(builder, pointer, leaf, "The count")


def years(builder: DraftBuilder, pointer: str, leaf: Leaf) -> None:
    """`18 Years`; the limit of such a field is eligible itself."""
    span = age(leaf.text)
    if span is None:
        nothing(builder, pointer, leaf, "The age")
        return
    put_once(builder, pointer, {"value": span.value, "unit": span.unit, "inclusive": True}, leaf.words)
    builder.put("/eligibility/age_source", AgeSource.STRUCTURED)


def nothing(builder: DraftBuilder, pointer: str, leaf: Leaf, what: str) -> None:
    """Words that are no value: a placeholder is the reason of a null, others could not be read."""
    reason = placeholder(leaf.words)
    if reason and builder.get(pointer) is None:
        builder.missing(pointer, reason, leaf.words)
    else:
        unread(builder, pointer, what, leaf.words)
