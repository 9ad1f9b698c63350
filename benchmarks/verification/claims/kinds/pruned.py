"""Drafts that know one object of a list only: the page alone must tell its row from the others."""

from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import Any

from claims.case import Case, Quotes
from claims.change import Change
from claims.edit import edited
from claims.truth import same
from claims.wrong_value import difference, handed_for, plain
from extractor.records.leaves import Leaf, leaves
from extractor.records.pointer import resolve, split

_HEADS = {
    "locations": "facility",
    "arms": "label",
    "outcomes": "measure",
    "interventions": "name",
    "officials": "name",
    "references": "citation",
    "results": "text",
    "sponsors": "name",
    "identifiers": "value",
}
"""The lists that are cut down to one object, and the field that names it."""
_TOLD_APART = frozenset({"statistic", "is_baseline", "direction", "category"})
"""Fields whose values are readings, or true of several objects."""


def pruned_true(case: Case) -> Iterator[Change]:
    """Every object alone in its list, each of its values as it is."""
    for family in _HEADS:
        for index in range(len(resolve(case.gold.record, f"/{family}"))):
            values, quotes = _alone(case, family, index)
            if all(case.value(pointer) == value for pointer, value in values.items()):
                continue
            for leaf in _words_of(case, family, index):
                at = leaf.pointer.replace(f"/{family}/{index}", f"/{family}/0", 1)
                words = handed_for(case, leaf, leaf.value)
                yield Change((at,), values, quotes, f"{leaf.pointer} alone", words, true=True)


def pruned_swapped(case: Case) -> Iterator[Change]:
    """An object alone in its list, one of its values taken from another object of the page."""
    for family, head in _HEADS.items():
        count = len(resolve(case.gold.record, f"/{family}"))
        for one, other in permutations(range(count), 2):
            values, quotes = _alone(case, family, one)
            for leaf in _words_of(case, family, other):
                path = leaf.pointer.removeprefix(f"/{family}/{other}")
                mine = case.value(f"/{family}/{one}{path}")
                if path == f"/{head}" or leaf.name in _TOLD_APART or same(mine, leaf.value):
                    continue
                if _says_too(case, family, one, leaf.value) or not _has(case, f"/{family}/{one}{path}"):
                    continue
                yield from _swapped(case, leaf, (f"/{family}/0{path}", values, quotes, mine))


def _swapped(
    case: Case, leaf: Leaf, into: tuple[str, Mapping[str, Any], Mapping[str, Quotes], Any]
) -> Iterator[Change]:
    """The value put into the pruned draft, with its own quote and with none."""
    at, values, quotes, mine = into
    family = split(at)[0]
    record = edited(edited(case.gold.record, values), {at: leaf.value})
    changed = {**values, f"/{family}": resolve(record, f"/{family}")}
    shown = f"{difference(plain(mine), plain(leaf.value))}, from {leaf.pointer}"
    handed = handed_for(case, leaf, leaf.value)
    for offered, how in ((case.quotes.get(leaf.pointer, ()), "quotes travel"), ((), "no own quote")):
        yield Change((at,), changed, {**quotes, at: offered}, f"{shown} ({how})", handed)


def _alone(case: Case, family: str, index: int) -> tuple[Mapping[str, Any], Mapping[str, Quotes]]:
    """The values and quotes of a draft in which one object is alone in its list, and nothing is linked."""
    top, own = f"/{family}/", f"/{family}/{index}"
    gone = (top, "/arm_interventions/")
    quotes: dict[str, Quotes] = {pointer: () for pointer in case.quotes if pointer.startswith(gone)}
    for pointer, offered in case.quotes.items():
        if pointer == own or pointer.startswith(own + "/"):
            quotes[f"{top}0{pointer.removeprefix(own)}"] = offered
    item = resolve(case.gold.record, own)
    values: dict[str, Any] = {f"/{family}": [item]}
    if case.gold.record.arm_interventions:
        values["/arm_interventions"] = []
    return values, quotes


def _words_of(case: Case, family: str, index: int) -> Iterator[Leaf]:
    """The labelled values of one object whose words are on the page."""
    top = f"/{family}/{index}/"
    return (leaf for leaf in case.leaves if leaf.pointer.startswith(top) and case.words_of(leaf.pointer))


def _has(case: Case, pointer: str) -> bool:
    """Whether the object has a place for a value: a null or a value, not a part of a missing part."""
    try:
        resolve(case.gold.record, pointer)
    except LookupError:
        return False
    return True


def _says_too(case: Case, family: str, index: int, value: Any) -> bool:
    """Whether the object says the same in another of its fields, or gold accepts it there."""
    top = f"/{family}/{index}"
    item = resolve(case.gold.record, top)
    if any(same(leaf.value, value) for leaf in leaves(item)):
        return True
    accepted = (one for at, them in case.gold.acceptable.items() if at.startswith(top) for one in them)
    return any(same(one, value) for one in accepted)
