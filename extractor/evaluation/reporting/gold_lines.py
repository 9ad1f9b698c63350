"""Where values stand in a JSON file: the line of each JSON Pointer."""

from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined] # the decoder's own, missing in the stubs
from re import compile as pattern

from extractor.records.pointer import join, parent

_TOKEN = pattern(r'[ \t\n\r]*(?:(?P<mark>[{}\[\],:])|(?P<quote>")|(?P<bare>[^\s{}\[\],:"]+))')


class GoldLines:
    """The lines of one gold file, counted from 1, by the pointer of a value in its record."""

    def __init__(self, text: str) -> None:
        ends = [at for at, character in enumerate(text) if character == "\n"]
        self._lines: dict[str, int] = {}
        line = 0
        for pointer, at in places(text):
            while line < len(ends) and ends[line] < at:
                line += 1
            self._lines.setdefault(pointer, line + 1)

    def line(self, pointer: str) -> int:
        """The line of a value of the record; where the file has none, of what it would be a part of."""
        place = "/record" + pointer
        while place and place not in self._lines:
            place = parent(place)
        return self._lines.get(place, 1)


def places(text: str) -> Iterator[tuple[str, int]]:
    """The pointer of each value of a JSON text and the offset at which it, or its key, begins.

    In the order of the text, without recursion: depth costs nothing. The text is taken to be JSON.
    """
    stack: list[list[str | int]] = []  # of the containers around: the token of the value at hand
    pointer, at, start = "", 0, 0
    expects_key = False
    while match := _TOKEN.match(text, at):
        mark, at = match["mark"], match.end()
        if expects_key and match["quote"]:
            key, at = scanstring(text, at)
            stack[-1][0], start, expects_key = key, match.end() - 1, False
        elif mark in {"}", "]"}:
            stack.pop()
            expects_key = False
        elif mark == ",":
            token = stack[-1][0]
            stack[-1][0] = token + 1 if isinstance(token, int) else token
            expects_key = isinstance(token, str)
        elif mark != ":":
            in_object = bool(stack) and isinstance(stack[-1][0], str)
            pointer = join(*(token for (token,) in stack))
            yield pointer, start if in_object else match.end() - 1
            if mark:
                stack.append(["" if mark == "{" else 0])
                expects_key = mark == "{"
            elif match["quote"]:
                _, at = scanstring(text, at)
