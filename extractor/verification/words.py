"""Which words stand for a leaf: its own, else those of its nearest ancestor."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from extractor.records.declare import Check, declarations
from extractor.records.draft import Draft, Quote
from extractor.records.leaves import Leaf
from extractor.records.pointer import join, parent, resolve


@dataclass(frozen=True, slots=True)
class Words:
    """Quotes offered for a leaf and the pointer they were offered at."""

    quotes: tuple[Quote, ...]
    pointer: str


def own_words(draft: Draft, leaf: Leaf) -> Words | None:
    """The quotes offered for the leaf itself; a verbatim value without any is its own quote."""
    if quotes := draft.quotes.get(leaf.pointer):
        return Words(tuple(quotes), leaf.pointer)
    if leaf.field.check in {Check.VERBATIM, Check.IDENTIFIER} and isinstance(leaf.value, str) and leaf.value:
        return Words((Quote(text=leaf.value),), leaf.pointer)
    return None


def inherited_words(draft: Draft, leaf: Leaf) -> Words | None:
    """The quotes of the nearest ancestor that has any: offered for it, or for its field of words."""
    for pointer, hint in _ancestors(draft, leaf):
        for place in (pointer, pointer + join(hint) if hint else pointer):
            if quotes := draft.quotes.get(place):
                return Words(tuple(quotes), place)
        if hint and (words := _verbatim_sibling(draft, pointer, hint)):
            return words
    return None


def _ancestors(draft: Draft, leaf: Leaf) -> Iterator[tuple[str, str | None]]:
    """Pointers from the leaf's object upwards, each with the field that holds the object's words."""
    below = leaf.name
    pointer = leaf.owner_pointer
    while pointer:
        owner = resolve(draft.record, pointer)
        if isinstance(owner, BaseModel):
            yield pointer, _words_field(owner, below)
        below = pointer.rpartition("/")[2]
        if below.isdigit():
            below = parent(pointer).rpartition("/")[2]
        pointer = parent(pointer)


def _words_field(owner: BaseModel, below: str) -> str | None:
    declared = declarations(type(owner)).get(below)
    hint = declared.words if declared and declared.words else getattr(type(owner), "words_field", None)
    return hint if hint and hint != below else None


def _verbatim_sibling(draft: Draft, pointer: str, name: str) -> Words | None:
    owner: BaseModel = resolve(draft.record, pointer)
    value = getattr(owner, name)
    if declarations(type(owner))[name].check in {Check.VERBATIM, Check.IDENTIFIER} and value:
        return Words((Quote(text=value),), pointer + join(name))
    return None
