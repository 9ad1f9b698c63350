"""Forbidden pairs: list items that differ in a key are not one item, however alike their names are."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel

from extractor.evaluation.similarity import key_slots
from extractor.records.paths import models_in
from extractor.records.record import TrialRecord

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Forbidden:
    """The keys by which items must agree to be paired, by the path of their list: `/outcomes`, `kind`.

    A key that one side does not have forbids nothing.
    """

    keys: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of(self, path: str) -> frozenset[str]:
        """The names of the keys by which the items of a list must agree."""
        return self.keys.get(path, _NONE)

    def version(self, scorer: str) -> str:
        """The hash of a scorer that pairs by these rules, hexadecimal; without any, its own."""
        if not self.keys:
            return scorer
        rules = [f"{path} {' '.join(sorted(names))}" for path, names in sorted(self.keys.items())]
        return hashlib.sha256("\n".join([scorer, *rules]).encode("utf-8")).hexdigest()


def further_keys(path: str) -> tuple[str, ...]:
    """The keys besides the name of a list's items; none where they are no objects of one kind.

    `path` is that of the list, as the record declares it.
    """
    models: list[type[BaseModel]] = [TrialRecord]
    for name in path.split("/")[1:]:
        owner = next(model for model in models if name in model.model_fields)
        models = list(models_in(owner.model_fields[name].annotation))
    return tuple(slot.name for slot in key_slots(models[0])[1:]) if len(models) == 1 else ()
