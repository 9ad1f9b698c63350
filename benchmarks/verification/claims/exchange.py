"""A fact of one object told of another, with its quotes travelling along or left behind."""

from collections.abc import Iterator
from typing import Any

from claims.case import Case, Quotes
from claims.change import Change
from claims.truth import same
from claims.wrong_value import difference, handed_for, plain
from extractor.records.leaves import Leaf


def exchanged(
    case: Case, one: str, other: str, name: str, *, with_it: tuple[str, ...] = ()
) -> Iterator[Change]:
    """Changes that exchange field `name` (a path) of two objects, judged at both.

    `with_it` names fields that must be wrong together: the judged pair is then `name` and each of them.
    """
    ours, theirs = one + name, other + name
    together = tuple(extra for extra in with_it if _differ(case, one + extra, other + extra))
    if not _differ(case, ours, theirs) or (with_it and not together):
        return
    values = {ours: case.value(theirs), theirs: case.value(ours)}
    travelling = {ours: _quotes(case, theirs), theirs: _quotes(case, ours)}
    for judged, value in values.items():
        if value is None:
            continue
        base = judged.removesuffix(name)
        at = (judged, *(base + extra for extra in together if case.value(base + extra) is not None))
        for quotes, how in ((travelling, "quotes travel"), ({}, "quotes stay")):
            if how == "quotes stay" and judged not in case.quotes:
                continue
            yield Change(
                judged=at,
                values=values,
                quotes=quotes,
                shown=f"{difference(plain(case.value(judged)), plain(value))} ({how})",
                handed=_handed(case, judged, values),
            )


def moved(case: Case, pointer: str, source: str, *, along: dict[str, str]) -> Iterator[Change]:
    """Changes that put the value at `source` at `pointer`, quotes travelling, staying or none.

    `along` are further values to move with it (pointer and source), for instance the time points of a
    time frame; their quotes go.
    """
    value = case.value(source)
    values: dict[str, Any] = {p: case.value(s) for p, s in along.items()} | {pointer: value}
    gone: dict[str, Quotes] = {p: () for p in case.quotes if any(p.startswith(top) for top in along)}
    shown = difference(plain(case.value(pointer)), plain(value))
    handed = _handed(case, source, {source: value})
    quotes = {"quotes travel": _quotes(case, source), "no own quote": ()}
    if case.quotes.get(pointer):
        quotes["quotes stay"] = case.quotes[pointer]
    for how, offered in quotes.items():
        yield Change(
            judged=(pointer,),
            values=values,
            quotes=gone | {pointer: offered},
            shown=f"{shown} ({how})",
            handed=handed,
        )


def _differ(case: Case, one: str, other: str) -> bool:
    return not same(case.value(one), case.value(other))


def _quotes(case: Case, pointer: str) -> Quotes:
    """The words offered for a fact: its own, else its object's."""
    return case.words_of(pointer)


def _handed(case: Case, pointer: str, values: dict[str, Any]) -> str | None:
    leaf = next((leaf for leaf in case.leaves if leaf.pointer == pointer), None)
    return handed_for(case, leaf, values[pointer]) if isinstance(leaf, Leaf) else None
