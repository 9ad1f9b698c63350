"""Verifies drafts that nobody would write, and prints a hash of each result: two builds must print the same.

    python compiling/odd_drafts.py COUNT PAGE...

The drafts are those of the layout reader with values exchanged, cut and made up, held against their own page
or another one. Where verification raises, the error is printed.
"""

import hashlib
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extractor.documents import Document
from extractor.layout.reader import LayoutReader
from extractor.records.draft import Draft
from extractor.verification.verify import verify_to_json

Steps = tuple[str | int, ...]
ODD = [
    "",
    "no",
    "0",
    "١٢",
    "１２ｍｇ",
    "\u200b",
    "a\nb",
    "NCT01234567",
    "4 mg D1, D8",
    "≥ 18 years",
    "x" * 200,
    "(",
    "İ",
]
NUMBERS = [0, 1, -1, 1.5, 10**9]


class Mutations:
    """Changes to drafts, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - nothing is to be kept secret

    def draft(self, draft: Draft, text: str) -> Draft:
        """A draft with some of its values and words changed, to ones that its types allow."""
        fields = json.loads(draft.model_dump_json(by_alias=True))
        share = self._random.choice([0.01, 0.05, 0.2])
        for path, value in list(values(fields["record"])):
            if self._random.random() < share:
                self._change(fields["record"], path, self._other(value, text))
            if self._random.random() < share:
                fields["quotes"]["/" + "/".join(map(str, path))] = self._quotes(text)
        fields["quotes"] |= {"/nothing/7": self._quotes(text), "/arms/~2": self._quotes(text)}
        return Draft.model_validate_json(json.dumps(fields))

    def _change(self, record: dict[str, Any], path: Steps, value: Any) -> None:
        """Put a value in place, unless no draft may hold it there."""
        holder: Any = record
        for step in path[:-1]:
            holder = holder[step]
        before, holder[path[-1]] = holder[path[-1]], value
        try:
            Draft.model_validate_json(json.dumps({"record": record}))
        except ValidationError:
            holder[path[-1]] = before

    def _other(self, value: Any, text: str) -> Any:
        if isinstance(value, bool):
            return not value
        if isinstance(value, int | float):
            return self._random.choice([*NUMBERS, value + 1])
        said = value if isinstance(value, str) else ""
        return self._random.choice([self._words(text), self._random.choice(ODD), said.swapcase(), said[1:]])

    def _quotes(self, text: str) -> list[dict[str, Any]]:
        start = self._random.choice([None, None, 0, 10**7])
        return [{"text": self._words(text), "start": start}] * self._random.choice([1, 2])

    def _words(self, text: str) -> str:
        start = self._random.randrange(len(text))
        return text[start : start + self._random.choice([1, 3, 8, 20, 60, 300])]

    def page(self, documents: list[Document], own: Document) -> Document:
        """The draft's own page, or now and then another one."""
        return own if self._random.random() < 0.7 else self._random.choice(documents)  # noqa: PLR2004 - a guess


def values(holder: Any, above: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """The plain values of a record, by their path."""
    if isinstance(holder, dict | list):
        for step, value in holder.items() if isinstance(holder, dict) else enumerate(holder):
            yield from values(value, (*above, step))
    else:
        yield above, holder


def main() -> None:
    """Print a line for each draft."""
    documents = [Document.from_path(Path(name)) for name in sys.argv[2:]]
    drafts = [LayoutReader().read(document) for document in documents]
    for seed in range(int(sys.argv[1])):
        mutations, at = Mutations(seed), seed % len(documents)
        draft = mutations.draft(drafts[at], documents[at].text)
        try:
            made = verify_to_json(mutations.page(documents, documents[at]), draft)
        except Exception as error:  # noqa: BLE001 - what is raised is to be compared
            made = repr(error)
            print(seed, made)
        print(seed, hashlib.sha256(made.encode()).hexdigest())


if __name__ == "__main__":
    main()
