"""Where data folders lie: inside the package in a wheel, beside it in a checkout."""

import hashlib
import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from extractor.errors import DataError


def folder(name: str) -> Traversable:
    """The folder `prompts` or `schemas`, wherever this installation keeps it."""
    packed = files("extractor") / name
    return packed if packed.is_dir() else Path(__file__).parent.parent / name


@cache
def text(path: str) -> str:
    """A data file as text; `path` is like `schemas/vocabulary/units.json`."""
    first, *rest = path.split("/")
    try:
        return folder(first).joinpath(*rest).read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"the data file {path} cannot be read", hint="Install the package again") from error


@cache
def table(name: str) -> Any:
    """A shipped vocabulary table: `schemas/vocabulary/NAME.json`. Do not change what it returns."""
    return json.loads(text(f"schemas/vocabulary/{name}.json"))


@cache
def vocabulary_hash() -> str:
    """SHA-256 over the names and bytes of all vocabulary tables: part of a result's lineage."""
    digest = hashlib.sha256()
    entries = folder("schemas").joinpath("vocabulary").iterdir()
    for entry in sorted((entry for entry in entries if entry.name.endswith(".json")), key=lambda e: e.name):
        digest.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return digest.hexdigest()
