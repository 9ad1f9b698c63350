"""Values from sentences about other studies, told of this trial."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from claims.case import Case, Quotes
from claims.change import Change
from claims.edit import edited
from claims.sorts import Sort, sort_of
from claims.wrong_value import plain
from extractor.records.draft import Quote
from extractor.records.leaves import leaves
from extractor.records.outcomes import OutcomeKind
from extractor.records.references import Reference


@cache
def _entries() -> dict[str, Any]:
    path = Path(__file__).parent.parent / "background.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def background(case: Case) -> Iterator[Change]:
    """Results, outcomes, design facts and identifiers of other studies and works, as this trial's."""
    entries = _entries()
    for entry in entries["value"]:
        if case.document.id.startswith(entry["page"]):
            yield _value(case, entry)
    for entry in entries["item"]:
        if case.document.id.startswith(entry["page"]):
            yield from _item(case, entry)
    yield from _cited_identifiers(case)


def _value(case: Case, entry: dict[str, Any]) -> Change:
    pointer, value, words = entry["pointer"], entry["value"], entry["words"]
    judged = entry.get("judged", pointer)
    return Change(
        judged=(judged,),
        values={pointer: value},
        quotes={judged: _at(case, words)},
        shown=f"{case.value(pointer)} → {value} by {words[:60]!r}",
        handed=words,
    )


def _item(case: Case, entry: dict[str, Any]) -> Iterator[Change]:
    """One change a field of the appended object; each is the same draft, judged in another place."""
    pointer, item, words = entry["list"], entry["item"], entry["words"]
    place = f"{pointer}/{len(case.value(pointer))}"
    values = {place: item}
    record = edited(case.gold.record, values)
    new = [leaf for leaf in leaves(record) if leaf.pointer.startswith(place + "/") and not leaf.structural]
    quotes = {leaf.pointer: _inside(case, _words_for(leaf.value, words), words) for leaf in new}
    for leaf in new:
        if leaf.name not in entry.get("judged", [leaf.name]):
            continue
        if leaf.value is not False and leaf.value is not OutcomeKind.UNSPECIFIED:  # they claim nothing
            handed = words if sort_of(leaf) in {Sort.ENUM, Sort.NAME} else plain(leaf.value)
            yield Change(
                judged=(leaf.pointer,),
                values=values,
                quotes=quotes,
                shown=f"{plain(leaf.value)[:50]} by {words[:60]!r}",
                handed=handed,
            )


def _cited_identifiers(case: Case) -> Iterator[Change]:
    """PMIDs and DOIs of references as this trial's own: the role is what is false."""
    pointer = f"/identifiers/{len(case.gold.record.identifiers)}"
    for citation in case.objects(Reference):
        for scheme, name in (("PMID", "/pmid"), ("DOI", "/doi")):
            value = case.value(citation + name)
            for role in ("PRIMARY", "SELF_PUBLICATION"):
                if value:
                    quotes = case.words_of(citation + name)
                    yield Change(
                        judged=(pointer + "/role",),
                        values={pointer: {"scheme": scheme, "value": value, "role": role}},
                        quotes={pointer + "/value": quotes, pointer + "/role": quotes},
                        shown=f"{value} as {role}",
                        handed=value,
                    )


def _words_for(value: Any, words: str) -> str:
    """The value's own words where the quoted words hold them, else all of them."""
    return str(value) if isinstance(value, str) and str(value) in words else words


def _at(case: Case, words: str) -> Quotes:
    return _inside(case, words, words)


def _inside(case: Case, words: str, around: str) -> Quotes:
    """The words at their place inside words around them. Raises ValueError where the page has them not."""
    start = case.page.index(around)
    start += max(around.find(words), 0)
    return (Quote(text=case.page[start : start + len(words)], start=start),)
