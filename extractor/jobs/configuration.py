"""What decides the results of a job, and what has changed in it, in words."""

from collections.abc import Mapping
from typing import Any

from extractor.records.envelope import VERSION

_OF_INPUTS = frozenset({"inputs", "lists"})
"""Folders of an earlier version noted here how inputs were named."""


def configuration(reader: Mapping[str, Any], *, max_bytes: int, texts: bool) -> dict[str, Any]:
    """All that must stay the same for a job to be continued. `reader` says who reads, and how.

    Limits on speed and the number of workers are no part of it: they change no result. Inputs are known by
    their ids and contents, however they are named: see ListSum.
    """
    return {"reader": dict(reader), "max_bytes": max_bytes, "texts": texts, "version": VERSION}


def changes(before: Mapping[str, Any], now: Mapping[str, Any], path: str = "") -> list[str]:
    """What differs, each as `name was … and is now …`."""
    found: list[str] = []
    for name in sorted((before.keys() | now.keys()) - _OF_INPUTS):
        old, new = before.get(name), now.get(name)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            found += changes(old, new, f"{path}{name}.")
        elif old != new:
            found.append(f"{path}{name} was {old!r} and is now {new!r}")
    return found
