"""What decides the results of a job, and what has changed in it, in words."""

from collections.abc import Mapping
from typing import Any

from extractor.jobs.inputs.page import Options
from extractor.records.envelope import VERSION


def configuration(
    reader: Mapping[str, Any], names: tuple[str, ...], options: Options, *, texts: bool
) -> dict[str, Any]:
    """All that must stay the same for a job to be continued. `reader` says who reads, and how.

    Limits on speed and the number of workers are no part of it: they change no result.
    """
    lists = {"id": options.id, "text": options.text, "path": options.path, "base": options.base}
    return {
        "reader": dict(reader),
        "inputs": list(names),
        "lists": lists | {"stdin": options.stdin},
        "max_bytes": options.max_bytes,
        "texts": texts,
        "version": VERSION,
    }


def changes(before: Mapping[str, Any], now: Mapping[str, Any], path: str = "") -> list[str]:
    """What differs, each as `name was … and is now …`."""
    found: list[str] = []
    for name in sorted(before.keys() | now.keys()):
        old, new = before.get(name), now.get(name)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            found += changes(old, new, f"{path}{name}.")
        elif old != new:
            found.append(f"{path}{name} was {old!r} and is now {new!r}")
    return found
