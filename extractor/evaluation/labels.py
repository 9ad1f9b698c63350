"""What gold says besides its record: alternatives that are right too, and what nobody labelled."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from pydantic import BaseModel

from extractor.errors import RecordError, SuiteError
from extractor.evaluation.slots import Slot
from extractor.records.declare import declarations
from extractor.records.pointer import join


class Labels:
    """The `acceptable` and `unlabelled` of one gold file, read through the record's types."""

    def __init__(
        self, document: str, acceptable: Mapping[str, Sequence[Any]], unlabelled: Sequence[str]
    ) -> None:
        self._document = document
        self._acceptable = acceptable
        self._unlabelled = frozenset(unlabelled)
        self._parsed: dict[str, tuple[Any, ...]] = {}

    @property
    def accepts(self) -> bool:
        """Whether there is any alternative at all."""
        return bool(self._acceptable)

    @property
    def leaves_out(self) -> bool:
        """Whether anything is unlabelled."""
        return bool(self._unlabelled)

    def is_unlabelled(self, pointer: str) -> bool:
        """Whether nobody labelled the value, or something that it is a part of."""
        while self._unlabelled:
            if pointer in self._unlabelled:
                return True
            if not pointer:
                return False
            pointer = pointer.rpartition("/")[0]
        return False

    def alternatives(self, pointer: str, slot: Slot, gold: Any) -> tuple[Any, ...]:
        """What may stand here instead of `gold`, typed as the field is; None means it may be null.

        Alternatives for a part of a value that is scored as one become whole values.
        Raises SuiteError for an alternative that the field cannot hold.
        """
        whole = self._at(pointer, slot)
        if not slot.is_atom or not isinstance(gold, BaseModel):
            return whole
        return whole + self._other_parts(pointer, gold)

    def _at(self, pointer: str, slot: Slot) -> tuple[Any, ...]:
        if pointer not in self._acceptable:
            return ()
        if pointer not in self._parsed:
            try:
                values = [slot.parse(value, pointer=pointer) for value in self._acceptable[pointer]]
            except RecordError as error:
                raise SuiteError(
                    f"gold of {self._document}: an alternative cannot stand in this field: {error.message}",
                    hint="Correct `acceptable` in the gold file",
                ) from error
            self._parsed[pointer] = tuple(values)
        return self._parsed[pointer]

    def _other_parts(self, pointer: str, gold: BaseModel) -> tuple[BaseModel, ...]:
        own = {name: getattr(gold, name) for name in declarations(type(gold))}
        choices = [
            (value, *self._at(pointer + join(name), Slot(type(gold), name))) for name, value in own.items()
        ]
        _, *others = product(*choices)
        return tuple(gold.model_copy(update=dict(zip(own, other, strict=True))) for other in others)
