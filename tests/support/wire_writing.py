"""The answer that says a record: the inverse of reading, for tests of round trips."""

from collections.abc import Iterator
from typing import Any

from extractor.model.wire.blocks import Block
from extractor.model.wire.columns import Column, Group
from extractor.model.wire.derive import asked_fields, object_of
from extractor.model.wire.forms import PassForm, form_of
from extractor.model.wire.leaves import Shape
from extractor.model.wire.lines import numbered
from extractor.model.wire.rows import HOLDERS, LISTS
from extractor.model.wire.shapes import Many, Said, WireObject
from extractor.records.criteria import Criterion
from extractor.records.record import TrialRecord
from extractor.records.regimen import Regimen

Json = dict[str, Any]
WORDS = "words of the page"


def written(record: TrialRecord, page: str) -> tuple[PassForm, Json]:
    """The form that asks everything, and the answer that says the record."""
    form = form_of(asked_fields(TrialRecord))
    values = record.model_dump(mode="json")
    labels = {item["key"]: item[name] for field, name in HOLDERS.values() for item in values[field]}
    _rename_links(values, labels)
    asked = [column for column in form.top.columns if column.name in form.fields]
    answer = {column.name: _value(column, values[column.name], page) for column in asked}
    answer["regimens"] = list(_regimens(values))
    answer["criteria"], answer["constraints"] = [], []
    for side, field in LISTS.items():
        for node in values["eligibility"][field]:
            _plant(answer, node, side, None)
    return form, answer | {"missing": []}


def _rename_links(values: Json, labels: dict[str, str]) -> None:
    for link in values["arm_interventions"]:
        link["arm"], link["intervention"] = labels[link["arm"]], labels[link["intervention"]]
    for result in values["results"]:
        result["arm"] = labels.get(result["arm"])
        result["comparison"] = [labels[key] for key in result["comparison"]]


def _value(column: Column, value: Any, page: str) -> Any:
    return None if value is None else _shaped(column.shape, value, page)


def _shaped(shape: Shape, value: Any, page: str) -> Any:
    if isinstance(shape, Many):
        return [_shaped(shape.item, one, page) for one in value]
    if isinstance(shape, Said):
        return {"words": WORDS, "value": value}
    if isinstance(shape, Block):
        return _block(value, page)
    return _object(shape, value, page) if isinstance(shape, WireObject) else value


def _object(form: WireObject, value: Json, page: str) -> Json:
    made: Json = {}
    for part in form.parts:
        if isinstance(part, Group):
            inner = value[part.field] or {}
            made |= {column.name: inner.get(column.field) for column in part.columns}
        elif part.name == "words":
            made["words"] = WORDS
        else:
            made[part.name] = _value(part, value[part.field], page)
    return made


def _block(text: str, page: str) -> Json:
    start = page.index(text)
    end = start + len(text)
    lines = numbered(page)
    first = next(number for number, place in lines.items() if place.start <= start < place.end)
    last = next(number for number, place in lines.items() if place.start < end <= place.end)
    return {
        "first": first,
        "last": last,
        "begins": page[start : min(end, lines[first].end)],
        "ends": page[max(start, lines[last].start) : end],
    }


def _regimens(values: Json) -> Iterator[Json]:
    for of, (field, name) in HOLDERS.items():
        for item in values[field]:
            for regimen in item["regimens"]:
                yield {"of": of, "label": item[name]} | _object(object_of(Regimen), regimen, "")


def _plant(answer: Json, node: Json, side: str, parent: int | None) -> None:
    number = len(answer["criteria"]) + 1
    place = {"id": number, "parent": parent, "list": side}
    answer["criteria"].append(place | _object(object_of(Criterion), node, ""))
    answer["constraints"] += [_constraint(one) | {"criterion": number} for one in node["constraints"]]
    for child in node["children"]:
        _plant(answer, child, side, number)


def _constraint(value: Json) -> Json:
    form = next(one for one in form_of(("eligibility",)).objects() if one.title == "Constraint")
    flat = {name: inner for name, inner in value.items() if not isinstance(inner, dict)}
    if value["kind"] == "age":
        flat = {"kind": "age"}
        flat |= {
            f"{end}_{name}": (value[end] or {}).get(name)
            for end in ("min", "max")
            for name in ("value", "unit", "inclusive")
        }
    empty: Json = {column.name: [] if isinstance(column.shape, Many) else None for column in form.columns}
    return empty | {name: inner for name, inner in flat.items() if name in empty}
