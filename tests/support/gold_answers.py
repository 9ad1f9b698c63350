"""Gold as a perfect model would say it: the answer in the wire form that holds exactly what gold holds."""

from collections.abc import Iterator
from typing import Any

from extractor.documents import Document
from extractor.model.wire.blocks import BLOCK
from extractor.model.wire.columns import Column, Group
from extractor.model.wire.forms import PassForm
from extractor.model.wire.leaves import Shape
from extractor.model.wire.lines import numbered
from extractor.model.wire.shapes import Many, Said, WireObject

Row = dict[str, Any]
_ROWS = ("regimens", "criteria", "constraints", "missing")
_HOLDERS = (("arms", "ARM", "label"), ("interventions", "INTERVENTION", "name"))
_LISTS = (("INCLUSION", "inclusion"), ("EXCLUSION", "exclusion"))


class GoldAnswer:
    """Writes the answer for one page; `gold` is an Extraction as JSON, `form` asks for all fields."""

    def __init__(self, gold: Row, page: Document, form: PassForm) -> None:
        self._record, self._evidence, self._missing = gold["record"], gold["evidence"], gold["missing"]
        self._page = page
        self._form = form
        self._objects = {one.title: one for one in form.objects()}
        self._labels = {
            item["key"]: item[name] for field, _, name in _HOLDERS for item in self._record.get(field, [])
        }

    def whole(self) -> Row:
        """The answer."""
        made = {
            column.name: self._column(column, self._record, "")
            for column in self._form.top.columns
            if column.name not in _ROWS
        }
        rows = list(self._criteria())
        return made | {
            "regimens": list(self._regimens()),
            "criteria": [row for row, _ in rows],
            "constraints": [self._constraint(row["id"], one) for row, found in rows for one in found],
            "missing": [
                {"pointer": at, "reason": why, "words": self._words(at)} for at, why in self._missing.items()
            ],
        }

    def _words(self, at: str) -> str | None:
        spans = self._evidence.get(at, {}).get("spans")
        return spans[0]["quote"] if spans else None

    def _column(self, column: Column, values: Row, above: str) -> Any:
        name = column.field or column.name
        value = values.get(name)
        if value is None and isinstance(column.shape, Many):
            value = []
        if value is None and isinstance(column.shape, WireObject) and not column.nullable:
            value = {}
        return self._shape(column.shape, value, f"{above}/{name}")

    def _shape(self, shape: Shape, value: Any, at: str) -> Any:
        if value is None:
            return None
        if isinstance(shape, Many):
            return [self._shape(shape.item, item, f"{at}/{number}") for number, item in enumerate(value)]
        if isinstance(shape, Said):
            return {"words": self._words(at), "value": value}
        if shape is BLOCK:
            return self._block(self._evidence[at]["spans"][0])
        if isinstance(shape, WireObject):
            return self._object(shape, value, at)
        return self._labels.get(value, value) if shape.kind == "label" else value

    def _object(self, shape: WireObject, values: Row, at: str) -> Row:
        made: Row = {}
        for part in shape.parts:
            if isinstance(part, Group):
                inner = values.get(part.field) or {}
                made |= {column.name: inner.get(column.field) for column in part.columns}
            elif part.name == "words" and shape.quoted:
                said = (self._words(place) for place in (at, f"{at}/date", f"{at}/value"))
                made["words"] = next(filter(None, said), None)
            else:
                made[part.name] = self._column(part, values, at)
        return made

    def _block(self, span: Row) -> Row:
        lines, text = numbered(self._page.text), self._page.text
        first = next(number for number, place in lines.items() if place.end > span["start"])
        last = next(number for number, place in lines.items() if place.end >= span["end"])
        begins = text[span["start"] : min(span["end"], lines[first].end)].split()[:5]
        ends = text[max(span["start"], lines[last].start) : span["end"]].split()[-5:]
        return {"first": first, "last": last, "begins": " ".join(begins), "ends": " ".join(ends)}

    def _regimens(self) -> Iterator[Row]:
        for field, holder, name in _HOLDERS:
            for number, item in enumerate(self._record.get(field, [])):
                for place, regimen in enumerate(item.get("regimens", [])):
                    row = regimen | {"of": holder, "label": item[name]}
                    at = f"/{field}/{number}/regimens/{place}"
                    yield self._object(self._objects["Regimen"], row, at)

    def _criteria(self) -> Iterator[tuple[Row, list[Row]]]:
        """Rows of criteria, each with its constraints."""
        waiting = [
            (criterion, name, None, f"/eligibility/{field}/{place}")
            for name, field in _LISTS
            for place, criterion in enumerate(self._record.get("eligibility", {}).get(field, []))
        ]
        number = 0
        while waiting:
            criterion, name, parent, at = waiting.pop(0)
            number += 1
            row = criterion | {"id": number, "list": name, "parent": parent}
            yield self._object(self._objects["Criterion"], row, at), criterion["constraints"]
            waiting += [
                (child, name, number, f"{at}/children/{place}")
                for place, child in enumerate(criterion["children"])
            ]

    def _constraint(self, criterion: int, values: Row) -> Row:
        flat = {"criterion": criterion}
        for name, value in values.items():
            parts = value.items() if isinstance(value, dict) else ()
            flat |= {f"{name}_{part}": inner for part, inner in parts} if parts else {name: value}
        columns = self._objects["Constraint"].columns
        empty = {column.name: [] if isinstance(column.shape, Many) else None for column in columns}
        return empty | {name: value for name, value in flat.items() if name in empty}
