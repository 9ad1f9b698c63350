"""Rows of constraints: one flat row for every kind, with the columns of all kinds."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final, get_args

from pydantic import BaseModel

from extractor.model.wire.annotations import alternatives_of
from extractor.model.wire.columns import Column
from extractor.model.wire.derive import JUDGEMENT, object_of
from extractor.model.wire.leaves import Choice, Shape, Text
from extractor.model.wire.reading import Reading
from extractor.model.wire.shapes import Many, WireObject
from extractor.records.criteria import Criterion


def _kind_of(model: type[BaseModel]) -> str:
    return str(get_args(model.model_fields["kind"].annotation)[0])


_KINDS: Final = {
    _kind_of(model): object_of(model, worded=True) for model in alternatives_of(Criterion, "constraints")
}


def _shared() -> Iterator[Column]:
    """The columns of all kinds: those of one name are one, and its description names the kinds."""
    found: dict[str, dict[str, Column]] = defaultdict(dict)
    for kind, form in _KINDS.items():
        for column in form.columns:
            found[column.name][kind] = column
    for name, columns in found.items():
        shape = _widest([column.shape for column in columns.values()])
        told = " ".join(f"{kind}: {column.description}" for kind, column in columns.items())
        remarks = dict.fromkeys(column.values_remark for column in columns.values())
        yield Column(
            name,
            shape,
            told,
            " ".join(filter(None, remarks)),
            nullable=not isinstance(shape, Many),
            role=next(iter(columns.values())).role,
        )


def _widest(shapes: list[Shape]) -> Shape:
    """The shape that takes what each of the shapes takes: one of them, or any text."""
    if all(shape.schema({}) == shapes[0].schema({}) for shape in shapes):
        return shapes[0]
    if all(isinstance(shape, Choice | Text) for shape in shapes):
        return Text("name")
    raise TypeError("columns of one name have shapes that nothing is common to")


class ConstraintRow(WireObject):
    """The shape of a row: read, it is `(id of the criterion, constraint)`."""

    _others: dict[str, tuple[str, ...]]
    """For each kind the columns that its rows leave null."""

    def __init__(self, criterion: Column) -> None:
        kind = Column("kind", Choice("ConstraintKind", tuple(_KINDS)), "Kind of constraint.", role=JUDGEMENT)
        doc = "What a computer can check of a criterion; columns of other kinds are null."
        super().__init__("Constraint", doc, (criterion, kind, *_shared()))
        names = [column.name for column in self.columns[2:]]
        others = {
            kind: tuple(name for name in names if name not in form.names) for kind, form in _KINDS.items()
        }
        object.__setattr__(self, "_others", others)

    def read(self, value: Any, at: str, reading: Reading) -> Any:
        """The constraint of its kind; a value in a column of another kind is a fault."""
        if not self.is_row(value, at, reading):
            return None
        criterion, kind = (column.take(value, at, reading) for column in self.columns[:2])
        if kind is None:
            return None
        form, made = _KINDS[kind], {"kind": kind}
        for part in form.parts:
            part.put(value, made, at, reading)
        for name in self._others[kind]:
            if (other := value.get(name)) is not None and other != []:
                reading.fault(f"{at}/{name}", f"a value in a column that {kind} rows do not have")
        if form.fill and not reading.faults:
            form.fill(made)
        return criterion, made
