"""Writes criteria trees and the ages they state into a draft."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extractor.layout.criteria import Node, criteria_of
from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import nothing_listed, unread
from extractor.layout.list_markers import seems_counted
from extractor.normalise.criterion import Meaning, blanked, meaning
from extractor.normalise.sexed_limits import sexed_limits
from extractor.normalise.stated_ages import UnreadAge
from extractor.records.comparator import Comparator
from extractor.records.criteria import AgeConstraint, CriterionCategory, Operator
from extractor.records.eligibility import AgeSource
from extractor.records.finding import FindingCode
from extractor.records.times import Age
from extractor.structure.lines import Line
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_COUNTED = "It seems to count several criteria, which were not told apart"
_BY_SEX = "Its limits differ by sex: the record has no place for whose each is"
_AGES = ("minimum_age", "maximum_age")
_SIDES = {
    Comparator.EQ: ("minimum", "maximum"),
    Comparator.GE: ("minimum",),
    Comparator.LE: ("maximum",),
}
"""Which fields may print the same age as a limit; those of registries are eligible themselves."""


@dataclass(frozen=True, slots=True)
class _Context:
    """Which list is written, the ages of the page's own fields, and the criteria found to state ages."""

    exclusion: bool
    fields: tuple[Age, ...]
    aged: list[tuple[Slice, AgeConstraint]]


def put_criteria(builder: DraftBuilder, sections: dict[str, Section], whole: Slice | None = None) -> None:
    """Write inclusion and exclusion criteria, what they mean, their whole block, and the ages they state.

    The block is `whole` where the page has a field for it, else from the first heading to the last criterion.
    """
    lists: list[Section] = []
    aged: list[tuple[Slice, AgeConstraint]] = []
    for kind in ("inclusion", "exclusion"):
        pointer = f"/eligibility/{kind}"
        if kind in sections and not nothing_listed(builder, sections[kind], pointer):
            nodes, rest = criteria_of(sections[kind].lines)
            context = _Context(kind == "exclusion", _fields(builder), aged if kind == "inclusion" else [])
            for node in nodes:
                _put_node(builder, pointer, node, context)
            lists.append(_without(sections[kind], rest))
            for line in rest:
                unread(builder, pointer, "A line behind the list", line.content)
    if whole:
        builder.say("/eligibility/criteria_text", whole)
    else:
        _put_block(builder, lists)
    if len(aged) == 1:
        _put_ages(builder, *aged[0])


def _fields(builder: DraftBuilder) -> tuple[Age, ...]:
    """The ages of the page's own fields; none where their units differ."""
    found = [Age.model_validate(age) for name in _AGES if (age := builder.get(f"/eligibility/{name}"))]
    return tuple(found) if len({age.unit for age in found}) == 1 else ()


def _without(section: Section, rest: list[Line]) -> Section:
    return replace(section, lines=tuple(line for line in section.lines if line not in rest))


def _put_node(builder: DraftBuilder, pointer: str, node: Node, context: _Context) -> None:
    place = builder.item(pointer)
    builder.say(f"{place}/text", node.text)
    said = _meaning(blanked(node.text.text, node.inside), context)
    if not node.children and seems_counted(node.text.text):
        builder.find(FindingCode.AMBIGUOUS, f"{place}/text", _COUNTED, node.text)
    for child in node.children:
        _put_node(builder, f"{place}/children", child, context)
    builder.put(f"{place}/negated", node.negated)
    if node.children:
        builder.put(f"{place}/op", Operator.ANY if node.asks_for_any or context.exclusion else Operator.ALL)
    else:
        builder.put(f"{place}/op", said.op)
    if about := _category(builder, place, node, context):
        builder.put(f"{place}/category", about)
    _put_unread_ages(builder, place, node, said, context)
    _say_sexes(builder, place, node, said)
    for one in said.constraints:
        words = node.text.cut(one.start, one.end)
        builder.item(f"{place}/constraints", one.constraint.model_dump(exclude_none=True), words)
        if isinstance(one.constraint, AgeConstraint):
            context.aged.append((node.text, one.constraint))
    builder.say_each(f"{place}/exceptions", *(node.text.cut(start, end) for start, end in said.exceptions))


def _put_unread_ages(builder: DraftBuilder, place: str, node: Node, said: Meaning, context: _Context) -> None:
    """Ages without a sign or a unit: those that fields of the page print too are read, others are named."""
    told = dict(_told_by_fields(builder, said.unread_ages)) if not context.exclusion else {}
    if told:
        ages = {name: builder.get(f"/eligibility/{name}_age") for name in told}
        stated = AgeConstraint.model_validate({name[:3]: age for name, age in ages.items()})
        places = told.values()
        words = node.text.cut(min(one.start for one in places), max(one.end for one in places))
        builder.item(f"{place}/constraints", stated.model_dump(exclude_none=True), words)
        context.aged.append((node.text, stated))
    for one in said.unread_ages:
        if one not in told.values():
            words = node.text.cut(one.start, one.end)
            unread(builder, f"{place}/text", f"A limit on age, {_why_unread(one)},", words)


def _say_sexes(builder: DraftBuilder, place: str, node: Node, said: Meaning) -> None:
    """Limits that differ by sex: the record has no place for whose each is, and none may be lost."""
    sexed = [(start, end) for start, end in sexed_limits(node.text.text) if not node.children]
    lost = [
        node.text.cut(start, end)
        for start, end in sexed
        if not any(one.start <= start < one.end for one in said.constraints)
    ]
    for words in lost:
        unread(builder, f"{place}/text", "A limit for one sex", words)
    if sexed and not lost:
        words = node.text.cut(sexed[0][0], sexed[-1][1])
        builder.find(FindingCode.AMBIGUOUS, f"{place}/text", _BY_SEX, words)


def _why_unread(age: UnreadAge) -> str:
    if age.comparator is Comparator.EQ:
        return "whose sign may be lost (≥ or ≤)"
    if age.unit is None:
        return "whose unit is not printed"
    return "whose sign is not printed" if age.comparator is Comparator.UNSTATED else "that nothing calls one"


def _told_by_fields(builder: DraftBuilder, unread: Iterable[UnreadAge]) -> Iterator[tuple[str, UnreadAge]]:
    """Which limit an age is whose words do not tell: the one of two fields that prints the same age."""
    for one in unread:
        names = [
            name
            for name in _SIDES.get(one.comparator, ())
            if (age := builder.get(f"/eligibility/{name}_age"))
            and (age["value"], age["unit"]) == (one.value, one.unit or age["unit"])
        ]
        if len(names) == 1:
            yield names[0], one


def _meaning(text: str, context: _Context) -> Meaning:
    """What a criterion says; an age without a unit has that of a field that prints the same number."""
    said = meaning(text, exclusion=context.exclusion)
    if context.fields and not any(isinstance(one.constraint, AgeConstraint) for one in said.constraints):
        with_unit = meaning(text, exclusion=context.exclusion, age_unit=context.fields[0].unit)
        ages = [one.constraint for one in with_unit.constraints if isinstance(one.constraint, AgeConstraint)]
        printed = {field.value for field in context.fields}
        if ages and all(age.value in printed for one in ages for age in (one.min, one.max) if age):
            return with_unit
    return said


def _category(builder: DraftBuilder, place: str, node: Node, context: _Context) -> CriterionCategory | None:
    """What a criterion is about: by its own words, else what all of its parts are about."""
    about = _meaning(node.text.text, context).category
    if about or not node.children:
        return about
    parts = {child.get("category") for child in builder.get(f"{place}/children")}
    return parts.pop() if len(parts) == 1 else None


def _put_block(builder: DraftBuilder, sections: list[Section]) -> None:
    printed = [section for section in sections if section.block and section.heading]
    if printed:
        first = min(printed, key=lambda section: section.heading.start if section.heading else 0)
        last = max(printed, key=lambda section: section.block.end if section.block else 0)
        if first.heading and last.block:
            builder.say("/eligibility/criteria_text", first.heading.to(last.block))


def _put_ages(builder: DraftBuilder, words: Slice, stated: AgeConstraint) -> None:
    for name, age in zip(_AGES, (stated.min, stated.max), strict=True):
        pointer = f"/eligibility/{name}"
        if age and builder.get(pointer) is None:
            builder.put(pointer, age.model_dump(), words)
        elif age:
            builder.words(pointer, words)
    structured = builder.get("/eligibility/age_source") is not None
    builder.put("/eligibility/age_source", AgeSource.BOTH if structured else AgeSource.CRITERIA)
