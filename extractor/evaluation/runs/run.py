"""A Run: what one reader made of some pages, once or several times."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extractor.records.envelope import Extraction, Lineage


@dataclass(frozen=True, slots=True)
class Run:
    """Extractions by document id, one for each repeat, and why pages could not be read.

    `name` is for people: a path, or a reader's name.
    """

    name: str
    extractions: Mapping[str, tuple[Extraction, ...]]
    failures: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, found: Iterable[Extraction], failures: Mapping[str, str] | None = None) -> "Run":
        """Sort Extractions by document; several of one document are repeats, in their order."""
        by_document: dict[str, list[Extraction]] = {}
        for extraction in found:
            by_document.setdefault(extraction.document.id, []).append(extraction)
        return cls(name, {key: tuple(value) for key, value in by_document.items()}, dict(failures or {}))

    @property
    def lineages(self) -> tuple[Lineage, ...]:
        """Every lineage that occurs, once."""
        found: dict[str, Lineage] = {}
        for extraction in (one for repeats in self.extractions.values() for one in repeats):
            found.setdefault(extraction.lineage.model_dump_json(), extraction.lineage)
        return tuple(found.values())

    @property
    def reader(self) -> str:
        """The names of its readers."""
        return ", ".join(dict.fromkeys(lineage.reader for lineage in self.lineages)) or self.name
