"""Writes criteria trees and the ages they state into a draft."""

from dataclasses import dataclass, replace

from extractor.layout.criteria import Node, criteria_of
from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import nothing_listed, unread
from extractor.normalise.ages import AgeLimit, AgeLimits, age_limits
from extractor.records.criteria import Operator
from extractor.records.eligibility import AgeSource
from extractor.structure.lines import Line
from extractor.structure.sections import Section
from extractor.structure.slices import Slice


@dataclass(frozen=True, slots=True)
class _Aged:
    """A criterion that states ages."""

    pointer: str
    words: Slice
    limits: AgeLimits


def put_criteria(builder: DraftBuilder, sections: dict[str, Section], whole: Slice | None = None) -> None:
    """Write inclusion and exclusion criteria, their whole block, and ages that stand in a criterion alone.

    The block is `whole` where the page has a field for it, else from the first heading to the last criterion.
    """
    aged: list[_Aged] = []
    lists: list[Section] = []
    for kind, default in (("inclusion", Operator.ALL), ("exclusion", Operator.ANY)):
        pointer = f"/eligibility/{kind}"
        if kind in sections and not nothing_listed(builder, sections[kind], pointer):
            nodes, rest = criteria_of(sections[kind].lines)
            _put_nodes(builder, pointer, nodes, default, aged)
            lists.append(_without(sections[kind], rest))
            for line in rest:
                unread(builder, pointer, "A line behind the list", line.content)
    if whole:
        builder.say("/eligibility/criteria_text", whole)
    else:
        _put_block(builder, lists)
    for one in aged:
        _put_age_constraint(builder, one)
    inclusion = [one for one in aged if one.pointer.startswith("/eligibility/inclusion/")]
    if len(inclusion) == 1:
        _put_ages(builder, inclusion[0])


def _without(section: Section, rest: list[Line]) -> Section:
    return replace(section, lines=tuple(line for line in section.lines if line not in rest))


def _put_nodes(
    builder: DraftBuilder, pointer: str, nodes: list[Node], default: Operator, aged: list[_Aged]
) -> None:
    for node in nodes:
        place = builder.item(pointer)
        builder.say(f"{place}/text", node.text)
        builder.put(f"{place}/negated", node.negated)
        if node.children:
            builder.put(f"{place}/op", Operator.ANY if node.asks_for_any else default)
            _put_nodes(builder, f"{place}/children", node.children, default, aged)
        elif limits := age_limits(node.text.text):
            aged.append(_Aged(place, node.text, limits))


def _put_block(builder: DraftBuilder, sections: list[Section]) -> None:
    printed = [section for section in sections if section.block and section.heading]
    if printed:
        first = min(printed, key=lambda section: section.heading.start if section.heading else 0)
        last = max(printed, key=lambda section: section.block.end if section.block else 0)
        if first.heading and last.block:
            builder.say("/eligibility/criteria_text", first.heading.to(last.block))


def _put_age_constraint(builder: DraftBuilder, one: _Aged) -> None:
    place = builder.item(f"{one.pointer}/constraints")
    builder.put(f"{place}/kind", "age")
    for name, limit in (("min", one.limits.low), ("max", one.limits.high)):
        if limit:
            builder.put(f"{place}/{name}", _age(limit))


def _put_ages(builder: DraftBuilder, one: _Aged) -> None:
    for name, limit in (("minimum_age", one.limits.low), ("maximum_age", one.limits.high)):
        pointer = f"/eligibility/{name}"
        if limit and builder.get(pointer) is None:
            builder.put(pointer, _age(limit), one.words)
        elif limit:
            builder.words(pointer, one.words)
    structured = builder.get("/eligibility/age_source") is not None
    builder.put("/eligibility/age_source", AgeSource.BOTH if structured else AgeSource.CRITERIA)


def _age(limit: AgeLimit) -> dict[str, object]:
    return {"value": limit.value, "unit": limit.unit, "inclusive": limit.inclusive}
