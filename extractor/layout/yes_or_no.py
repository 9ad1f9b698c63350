"""A field that answers a question with yes or no."""

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import Put, only_value, put_once, unread
from extractor.normalise.terms import lookup
from extractor.structure.sections import Section


def yes_or_no(pointer: str, *, top: str = "") -> Put:
    """A field whose value is `Yes` or `No`; `top` is the object that is null where the field has no value."""

    def put(builder: DraftBuilder, section: Section) -> None:
        words = only_value(builder, section, top or pointer)
        if words is None:
            return
        answer = lookup("enums", words.text, "YesNo")
        if answer:
            put_once(builder, pointer, answer == "YES", words)
        else:
            unread(builder, pointer, "Yes or no", words)

    return put
