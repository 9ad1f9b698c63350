"""Gold's alternatives on the new page."""

from typing import Any

from perturb.links import Keys
from perturb.moves import Fate, Moves

_KEY_FIELDS = frozenset({"key", "arm", "intervention"})


class NotStatedError(Exception):
    """An alternative speaks words that the new page does not print, or of an item that is gone."""


class Alternatives:
    """Follows alternatives to the new page."""

    def __init__(self, moves: Moves, keys: Keys) -> None:
        self._moves = moves
        self._keys = keys

    def follow(self, values: list[Any]) -> list[Any]:
        """The alternatives that still hold, in the new page's words."""
        found = []
        for value in values:
            try:
                found.append(self._value(value))
            except NotStatedError:
                continue
        return found

    def _value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {
                name: self._key(part) if name in _KEY_FIELDS else self._value(part)
                for name, part in value.items()
            }
        if isinstance(value, list):
            return [self._value(part) for part in value]
        return self._words(value) if isinstance(value, str) else value

    def _key(self, key: Any) -> Any:
        """A key gold's record has not may name an item of the alternative itself."""
        if key in self._keys and self._keys[key] is None:
            raise NotStatedError
        return self._keys.get(key, key)

    def _words(self, text: str) -> str:
        """Text that the old page does not print is no quotation and stays as it is; so do names of enums."""
        old, new = self._moves.old, self._moves.new
        at = old.find(text)
        if not text or at < 0 or text in new or text.isupper():
            return text
        while at >= 0:
            image = self._moves.image(at, at + len(text))
            if image.fate is Fate.KEPT:
                return new[image.start : image.end]
            at = old.find(text, at + 1)
        raise NotStatedError
