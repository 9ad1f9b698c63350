"""Section D of the EU register: the products, and the placebo."""

from extractor.layout.arm_records import ArmRecords
from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eu_answers import Protocol
from extractor.layout.field_kinds import unread
from extractor.normalise.terms import fold
from extractor.structure.slices import Slice

_NAMES = ("D.3.1", "D.2.1.1.1", "D.3.8", "D.3.9.3", "D.3.2", "D.3.9.2")
"""Product name, trade name, proposed INN, other descriptive name, product code, sponsor's code."""


def put_products(builder: DraftBuilder, protocol: Protocol, *, lines_lost: bool) -> None:
    """Write each product by its name with its other names, and a placebo where one is used.

    Where the line breaks are lost only the first name of a product is written.
    """
    records = ArmRecords(builder)
    for product in protocol.groups("D.IMP", "D.1.2 and D.1.3"):
        names = [words for code in _NAMES if (words := product.value(code))]
        if names:
            _put_product(builder, records, names[:1] if lines_lost else names)
        else:
            head = product.sections[0].heading
            unread(builder, "/interventions", "A product without a name", *filter(None, [head]))
    for placebo in protocol.groups("D.8 Placebo", "D.8.1"):
        _put_placebo(records, placebo)


def _put_product(builder: DraftBuilder, records: ArmRecords, names: list[Slice]) -> None:
    """A product printed again, in another strength, is one intervention."""
    place = records.intervention(names[0])
    known = {fold(names[0].text), *map(fold, builder.get(f"{place}/other_names") or ())}
    for words in names[1:]:
        if fold(words.text) not in known:
            known.add(fold(words.text))
            builder.say_each(f"{place}/other_names", words)


def _put_placebo(records: ArmRecords, placebo: Protocol) -> None:
    """The word `Placebo` of the heading or the question names it, where the question is answered with yes."""
    heading = placebo.sections[0].heading
    at = heading.text.lower().find("placebo") if heading else -1
    if heading and at >= 0 and placebo.answer("D.8.1"):
        records.intervention(heading.cut(at, at + len("placebo")))
