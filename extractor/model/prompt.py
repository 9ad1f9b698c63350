"""What the model is told: a folder of Markdown, the field guide and the schema, then the page."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources.abc import Traversable

from extractor import _data
from extractor.documents import Document
from extractor.errors import DataError
from extractor.model.client import Message
from extractor.model.guide import field_guide
from extractor.model.wire import wire_schema

DEFAULT = "trial/v1"
_ORDER = ("system.md", "task.md")

# Servers may read these as the ends of messages or frames even inside a text.
_TAG_START = re.compile(r"<(?=[|｜/!A-Za-z])")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One version of the prompt. Load it with `load`.

    `sha256` covers the names and bytes of all files of its folder; `system` is the whole first message and
    the same for every page, so that providers can keep it.
    """

    name: str
    sha256: str
    system: str = field(repr=False)

    def messages(self, document: Document) -> tuple[Message, ...]:
        r"""The rules, then the page as a JSON string: whatever it holds, it cannot end its own frame.

        The page is not run through any template. `<` before a letter, slash or bar is written `\u003c`,
        which is the same JSON, so that markers such as `<|im_start|>` do not stand in the message.
        """
        page = json.dumps({"page": document.text}, ensure_ascii=False)
        return Message("system", self.system), Message("user", _TAG_START.sub(r"\\u003c", page))


@cache
def load(name: str = DEFAULT) -> Prompt:
    """The prompt in the folder `prompts/NAME`. Raises DataError."""
    files = _files(name)
    missing = [part for part in _ORDER if part not in files]
    if missing:
        raise DataError(f"the prompt {name} has no {missing[0]}", hint="Install the package again")
    texts = [files[part].decode("utf-8").strip() for part in _ORDER]
    schema = json.dumps(wire_schema(), separators=(",", ":"))
    system = "\n\n".join([*texts, "# Field guide", field_guide(), "# Schema of the answer", schema])
    return Prompt(name=name, sha256=_hash(files), system=system)


def _files(name: str) -> dict[str, bytes]:
    """Bytes of the folder's files by name, in the order of names."""
    place: Traversable = _data.folder("prompts").joinpath(*name.split("/"))
    if not place.is_dir():
        raise DataError(f"there is no prompt {name!r}", hint=f"Use {DEFAULT}, or install the package again")
    found = sorted((entry for entry in place.iterdir() if entry.is_file()), key=lambda entry: entry.name)
    return {entry.name: entry.read_bytes() for entry in found}


def _hash(files: dict[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, data in files.items():
        whole.update(f"{name}\n{len(data)}\n".encode())
        whole.update(data)
    return whole.hexdigest()
