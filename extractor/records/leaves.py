"""The walk over a record: every leaf with its address, declaration and owner.

Verification, scoring, the terminal table and review all walk the record through this one file.
"""

from collections.abc import Callable, Iterator
from functools import cache
from operator import itemgetter
from types import NoneType
from typing import Any, Final, TypeGuard

from pydantic import BaseModel

from extractor.records.arms import LinkBasis
from extractor.records.declare import Check, Declared, Tier, declarations
from extractor.records.record import TrialRecord
from extractor.records.source import PageKind


class Leaf:
    """One value that has no parts. `value` may be None; `tier` and `group` are resolved.

    `owner` is the object that holds the field, `owner_pointer` its address; an item of a list of
    plain values has the pointer of the item and the declaration of the list.
    """

    __slots__ = ("field", "group", "name", "owner", "owner_pointer", "pointer", "tier", "value")

    def __init__(
        self,
        pointer: str,
        value: Any,
        field: Declared,
        name: str,
        tier: Tier,
        group: str,
        owner: BaseModel,
        owner_pointer: str,
    ) -> None:
        self.pointer: Final = pointer
        self.value: Final = value
        self.field: Final = field
        self.name: Final = name
        self.tier: Final = tier
        self.group: Final = group
        self.owner: Final = owner
        self.owner_pointer: Final = owner_pointer

    @property
    def structural(self) -> bool:
        """Whether the value carries no words."""
        return self.field.check is Check.STRUCTURAL


def leaves(record: BaseModel, *, nulls: bool = False) -> Iterator[Leaf]:
    """Every leaf of a record in the order of its fields.

    With `nulls`, fields that are None are leaves too (a null object once, at its top) and so are
    empty lists (value `[]`).
    """
    found: list[Leaf] = []
    _Walk(found, nulls=nulls).model(record, "", Tier.STRUCTURE, "record")
    return iter(found)


def tier_of_field(model: BaseModel, name: str, field: Declared, tier: Tier) -> Tier:
    """The tier of a field's values inside an object whose own tier is `tier`.

    What is `listed=False` or rests on narrative was said in prose only; a publication page prints fields for
    the publication, and says all else in its abstract.
    """
    if field.tier:
        return field.tier
    if _is_publication(model):
        return tier if name in model.printed_by_publications else Tier.PROSE
    return _tier_inside(model, tier)


def _is_publication(model: BaseModel) -> TypeGuard[TrialRecord]:
    return isinstance(model, TrialRecord) and model.source.page_kind is PageKind.PUBLICATION_PAGE


def _tier_inside(model: BaseModel, tier: Tier) -> Tier:
    """The tier of fields without one of their own, in any object but the record of a publication."""
    values = model.__dict__
    narrated = values.get("listed") is False or values.get("basis") is LinkBasis.NARRATIVE
    return Tier.PROSE if narrated else tier


_VALUE: Final = 1
_NULL: Final = 2
_LIST: Final = 3
_OBJECT: Final = 4
_KINDS: Final[dict[type, int]] = {}
"""What the walk does with a value, by its type: `isinstance` of a model is slow where it does not hold."""


def _kind_of(kind: type) -> int:
    if issubclass(kind, BaseModel):
        found = _OBJECT
    elif issubclass(kind, list):
        found = _LIST
    else:
        found = _NULL if kind is NoneType else _VALUE
    return _KINDS.setdefault(kind, found)


@cache
def _fields(
    model: type[BaseModel],
) -> tuple[tuple[tuple[str, Declared], ...], Callable[[dict[str, Any]], tuple[Any, ...]]]:
    """The fields of a model, and what gives all their values, and one more, in their order."""
    fields = tuple(declarations(model).items())
    # The first name stands twice, as of one name alone `itemgetter` would give no tuple.
    return fields, itemgetter(*(name for name, _ in fields), fields[0][0])


class _Walk:
    """Collects leaves; a page has hundreds, so what is the same for all fields of an object is asked once."""

    def __init__(self, found: list[Leaf], *, nulls: bool) -> None:
        self._found = found
        self._nulls = nulls

    def model(self, model: BaseModel, pointer: str, tier: Tier, group: str) -> None:
        """The leaves of an object."""
        values, nulls, found = model.__dict__, self._nulls, self._found
        publication = _is_publication(model)
        inside = _tier_inside(model, tier)
        fields, values_of = _fields(type(model))
        for (name, field), value in zip(fields, values_of(values), strict=False):
            if value is None and not nulls:
                continue
            kind = _KINDS.get(value.__class__) or _kind_of(value.__class__)
            if kind > _NULL and not value and not nulls:
                continue
            own = tier_of_field(model, name, field, tier) if publication else field.tier or inside
            of = field.group or group
            if kind == _VALUE:  # as most are
                found.append(Leaf(f"{pointer}/{name}", value, field, name, own, of, model, pointer))
            elif kind == _OBJECT:
                self.model(value, f"{pointer}/{name}", own, of)
            elif kind == _LIST and value:
                self._list(value, (name, field, own, of, model, pointer))
            else:
                found.append(Leaf(f"{pointer}/{name}", value, field, name, own, of, model, pointer))

    def _list(self, items: list[Any], of: tuple[str, Declared, Tier, str, BaseModel, str]) -> None:
        """The leaves of a list, given what the leaf of a plain item has besides its pointer and value."""
        name, field, tier, group, owner, above = of
        for position, item in enumerate(items):
            pointer = f"{above}/{name}/{position}"
            if (_KINDS.get(item.__class__) or _kind_of(item.__class__)) == _OBJECT:
                self.model(item, pointer, tier, group)
            else:
                self._found.append(Leaf(pointer, item, field, name, tier, group, owner, above))
