"""Which words stand for a leaf: its own, else those of the nearest object around it."""

from functools import cache
from typing import Any, Final

from pydantic import BaseModel

from extractor.records.declare import Check, declarations
from extractor.records.draft import Draft, Quote
from extractor.records.leaves import Leaf
from extractor.records.record import TrialRecord
from extractor.verification.locate import Fit, locate
from extractor.verification.page import Page, Place

OWN_WORDS: Final = frozenset({Check.VERBATIM, Check.IDENTIFIER})
"""Kinds whose value is its own quote where none is offered."""


class Words:
    """Words offered at a pointer and where they were found.

    `lost` are quotes that are nowhere. `given` is true where the reader named a place; `quoted` is false for
    values that stand for themselves.
    """

    __slots__ = ("fit", "given", "lost", "offered", "places", "pointer", "quoted")

    def __init__(
        self,
        pointer: str,
        offered: tuple[str, ...],
        places: tuple[Place, ...],
        lost: tuple[str, ...],
        fit: Fit,
        *,
        given: bool,
        quoted: bool,
    ) -> None:
        self.pointer: Final = pointer
        self.offered: Final = offered
        self.places: Final = places
        self.lost: Final = lost
        self.fit: Final = fit
        self.given: Final = given
        self.quoted: Final = quoted


class Shape:
    """What a context has in common with those of other records: its model, and the shapes around it."""

    __slots__ = ("_below", "model", "parent", "path", "plans")

    def __init__(self, model: type[BaseModel], parent: "Shape | None" = None, below: str = "") -> None:
        self.model = model
        self.parent = parent
        self.path: str = f"{parent.path}/{below}" if parent else ""
        """The pointer without list positions."""
        self.plans: dict[str, Any] = {}
        """How its fields are judged, by name, as was asked: see `plan_of`."""
        self._below: dict[tuple[str, type[BaseModel]], Shape] = {}

    def below(self, name: str, model: type[BaseModel]) -> "Shape":
        """The one shape of objects of a model that stand in a field of this one's."""
        found = self._below.get((name, model))
        if found is None:
            found = self._below[name, model] = Shape(model, self, name)
        return found

    def around(self, model: type[BaseModel]) -> "Shape | None":
        """This shape, or the nearest around it, that is of a model."""
        shape: Shape | None = self
        while shape is not None and shape.model is not model:
            shape = shape.parent
        return shape


@cache
def _top(model: type[BaseModel]) -> Shape:
    return Shape(model)


class Context:
    """An object of the record, the one around it, and the words offered for it."""

    __slots__ = ("_words", "below", "item", "owner", "parent", "pointer", "shape")

    def __init__(
        self,
        pointer: str,
        owner: BaseModel,
        parent: "Context | None",
        below: str,
        position: int | None = None,
    ) -> None:
        self.pointer = pointer
        self.owner = owner
        self.parent = parent
        self.below = below
        """Name of the parent's field this object stands in."""
        model = type(owner)
        self.shape: Shape = parent.shape.below(below, model) if parent else _top(model)
        self.item: tuple[str, int] | None = None
        """The list of the record, and the position in it, that this object stands in."""
        if parent is not None:
            self.item = parent.item or (
                (below, position) if position is not None and not parent.pointer else None
            )
        self._words: dict[str | None, Words | None] = {}

    def around(self, model: type[BaseModel]) -> "Context | None":
        """This object, or the nearest around it, that is of a model."""
        context: Context | None = self
        while context is not None and type(context.owner) is not model:
            context = context.parent
        return context


class Contexts:
    """The objects of one draft, by pointer, and the words offered for each of its values."""

    def __init__(self, page: Page, draft: Draft) -> None:
        self.page = page
        self.quotes = draft.quotes
        self._contexts = {"": Context("", draft.record, None, "")}
        self._found: dict[str, Words] = {}

    @property
    def record(self) -> TrialRecord:
        """The record whose objects these are."""
        owner = self._contexts[""].owner
        assert isinstance(owner, TrialRecord)  # noqa: S101 - set in __init__
        return owner

    def at(self, pointer: str) -> Context:
        """The context of the object at a pointer; raises LookupError where the record has none."""
        found = self._contexts.get(pointer)
        if found is None:
            above, _, token = pointer.rpartition("/")
            position = None
            if token.isdigit():
                position = int(token)
                above, _, token = above.rpartition("/")
            parent = self.at(above)
            value = parent.owner.__dict__.get(token)  # no name of the class, and quicker than `getattr`
            owner = value[position] if position is not None and isinstance(value, list) else value
            if not isinstance(owner, BaseModel):
                raise LookupError(pointer)
            found = self._contexts[pointer] = Context(pointer, owner, parent, token, position)
        return found

    def own(self, leaf: Leaf, *, sought: bool = True) -> Words | None:
        """The words offered for a leaf itself; a verbatim value without a quote is its own quote.

        Where such a value is not `sought`, its words have no places.
        """
        pointer = leaf.pointer
        words = self._found.get(pointer)
        if words is not None:
            return words
        if quotes := self.quotes.get(pointer):
            words = self._found[pointer] = self._find(pointer, quotes)
        elif leaf.field.check in OWN_WORDS and leaf.value and isinstance(leaf.value, str):
            if not sought:
                return Words(pointer, (leaf.value,), (), (), Fit.EXACT, given=False, quoted=False)
            words = self.value_as_words(pointer, leaf.value)
        return words

    def inherited(self, context: Context, hint: str | None) -> Words | None:
        """The words of the nearest object that has any: offered for it, or for its field of words, `hint`."""
        parent = context.parent
        if parent is None:
            return None
        known = context._words  # noqa: SLF001 - a context keeps what its maker found
        if hint not in known:
            words = self._words_of(context, hint)
            if words is None:
                words = self.inherited(parent, words_field(parent.shape.model, context.below))
            known[hint] = words
        return known[hint]

    def _words_of(self, context: Context, hint: str | None) -> Words | None:
        words = self.offered(context.pointer)
        if words or hint is None:
            return words
        pointer = f"{context.pointer}/{hint}"
        if words := self.offered(pointer):
            return words
        value = getattr(context.owner, hint)
        if isinstance(value, str) and value and declarations(type(context.owner))[hint].check in OWN_WORDS:
            return self.value_as_words(pointer, value)
        return None

    def own_places(self, context: Context, field: str) -> tuple[Place, ...]:
        """Where a verbatim field of an object stands."""
        pointer = f"{context.pointer}/{field}"
        value = getattr(context.owner, field)
        if not isinstance(value, str) or not value:
            return ()
        return (self.offered(pointer) or self.value_as_words(pointer, value)).places

    def offered(self, pointer: str) -> Words | None:
        """The words offered at a pointer and where they stand; None where nothing is offered."""
        found = self._found.get(pointer)
        if found is None and (quotes := self.quotes.get(pointer)):
            found = self._found[pointer] = self._find(pointer, quotes)
        return found

    def find(self, pointer: str) -> Words:
        """The same for a pointer at which there are quotes, or an empty list of them."""
        nothing = Words(pointer, (), (), (), Fit.EXACT, given=False, quoted=True)
        return self.offered(pointer) or nothing

    def _find(self, pointer: str, quotes: list[Quote]) -> Words:
        if len(quotes) == 1:
            text, start = quotes[0].text, quotes[0].start
            found, how = locate(self.page, text, start)
            lone = () if found else (text,)
            return Words(pointer, (text,), tuple(found), lone, how, given=start is not None, quoted=True)
        places: list[Place] = []
        lost: list[str] = []
        fit, given = Fit.EXACT, False
        for quote in quotes:
            found, how = locate(self.page, quote.text, quote.start)
            given = given or quote.start is not None
            if found:
                places += found
                fit = how if how is not Fit.EXACT else fit
            else:
                lost.append(quote.text)
        offered = tuple(quote.text for quote in quotes)
        once = tuple(dict.fromkeys(places))
        return Words(pointer, offered, once, tuple(lost), fit, given=given, quoted=True)

    def value_as_words(self, pointer: str, value: str) -> Words:
        """A verbatim value as its own quote."""
        found = self._found.get(pointer)
        if found is None:
            places, fit = locate(self.page, value)
            lost = () if places else (value,)
            found = Words(pointer, (value,), tuple(places), lost, fit, given=False, quoted=False)
            self._found[pointer] = found
        return found


@cache
def words_field(model: type[BaseModel], below: str) -> str | None:
    """The field of an object whose words stand for another of its fields, or None."""
    declared = declarations(model).get(below)
    hint = declared.words if declared and declared.words else getattr(model, "words_field", None)
    return hint if hint and hint != below else None
