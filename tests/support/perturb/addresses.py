"""Pointers into the old record as pointers into the new one."""

from extractor.records.pointer import join, resolve, split
from extractor.records.record import TrialRecord
from perturb.pruning import Pruning


class Addresses:
    """The new address of each old one; an item that is gone has none."""

    def __init__(self, pruning: Pruning, new: TrialRecord) -> None:
        self._order = pruning.order
        self._new = new

    def new(self, pointer: str) -> str | None:
        """The new pointer, or None where the new record has no such place."""
        old = new = ""
        for token in split(pointer):
            place: str | int = token
            if old in self._order:
                if int(token) not in self._order[old]:
                    return None
                place = self._order[old].index(int(token))
            old, new = old + join(token), new + join(place)
        return new if self._stands(new) else None

    def _stands(self, pointer: str) -> bool:
        try:
            resolve(self._new, pointer)
        except LookupError:
            return False
        return True
