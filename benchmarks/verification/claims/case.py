"""A page with its gold, turned back into the draft a reader would have given."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from extractor.documents import Document
from extractor.records.draft import Draft, Quote
from extractor.records.envelope import Extraction
from extractor.records.leaves import Leaf, leaves
from extractor.records.pointer import parent, resolve
from extractor.records.strict_json import parse

Quotes = tuple[Quote, ...]


@dataclass(frozen=True)
class Case:
    """One page and the Extraction a person wrote for it. `invented` pages were written for the suite."""

    document: Document
    gold: Extraction
    invented: bool = False

    @property
    def page(self) -> str:
        """The text of the page."""
        return self.document.text

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every labelled value of gold that carries words, in record order."""
        hidden = tuple(self.gold.unlabelled)
        return tuple(
            leaf
            for leaf in leaves(self.gold.record)
            if not leaf.structural and not _covered(leaf.pointer, hidden)
        )

    @cached_property
    def quotes(self) -> Mapping[str, Quotes]:
        """The words gold gives for its values, with their places."""
        return {
            pointer: tuple(Quote(text=span.quote, start=span.start) for span in evidence.spans if span.quote)
            for pointer, evidence in self.gold.evidence.items()
            if evidence.spans
        }

    def words_of(self, pointer: str) -> Quotes:
        """The quotes of a value, else those of the nearest enclosing object that has any."""
        while pointer:
            if quotes := self.quotes.get(pointer):
                return quotes
            pointer = parent(pointer)
        return ()

    def value(self, pointer: str) -> Any:
        """The gold value at a pointer; None where gold has nothing there."""
        try:
            return resolve(self.gold.record, pointer)
        except LookupError:
            return None

    @cached_property
    def _objects(self) -> dict[str, Any]:
        """Every object on the way to a labelled leaf, by address, outermost first."""
        found: dict[str, Any] = {}
        for leaf in self.leaves:
            tokens = leaf.pointer.split("/")[1:-1]
            for depth in range(len(tokens)):
                pointer = "/" + "/".join(tokens[: depth + 1])
                if pointer not in found:
                    found[pointer] = self.value(pointer)
        return found

    def objects(self, model: type[BaseModel]) -> list[str]:
        """The addresses of all objects of one model that hold a labelled leaf, in record order."""
        return [pointer for pointer, value in self._objects.items() if isinstance(value, model)]

    def draft(self, *, places: bool) -> Draft:
        """Gold as a draft. Without `places` every quote is bare words, and each stands once."""
        quotes = self.quotes if places else {p: without_places(q) for p, q in self.quotes.items()}
        return Draft(
            record=self.gold.record,
            quotes={pointer: list(offered) for pointer, offered in quotes.items()},
            missing=self.gold.missing,
        )


def without_places(quotes: Quotes) -> Quotes:
    """The same words, each once, without `start`: what a model gives."""
    return tuple(Quote(text=text) for text in dict.fromkeys(quote.text for quote in quotes))


def load_cases(folder: Path) -> tuple[Case, ...]:
    """All cases of a folder that holds `gold/*.json` and `documents/*.txt`, by name."""
    return tuple(_load(path, folder / "documents") for path in sorted((folder / "gold").glob("*.json")))


def _load(path: Path, documents: Path) -> Case:
    gold = parse(Extraction, path.read_text(encoding="utf-8"), source=path.name)
    document = Document.from_path(documents / f"{gold.document.id}.txt", id=gold.document.id)
    if document.text_sha256 != gold.document.text_sha256:
        raise ValueError(f"{path.name} was labelled on another text of {document.id}")
    return Case(document, gold)


def _covered(pointer: str, hidden: tuple[str, ...]) -> bool:
    return any(pointer == top or pointer.startswith(top + "/") for top in hidden)
