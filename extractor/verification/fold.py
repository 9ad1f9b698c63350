"""Text as quotes are compared: case, white space, dashes, quotes and compatibility forms made equal.

Nothing that carries meaning is folded away: digits, signs, brackets, operators and negations stay. A fold
knows for each of its characters which characters of the raw text it came from.
"""

import re
import sys
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import Final

# Superscripts, fractions and circled digits are left alone: as plain digits they would join their neighbours.
_KEPT_FORMS: Final = ("<super>", "<sub>", "<fraction>", "<circle>")
_EQUAL: Final = (
    dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣"), "-")
    | dict.fromkeys(map(ord, "‘’‛′`´"), "'")
    | dict.fromkeys(map(ord, "“”„‟″"), '"')
    | {ord("≧"): "≥", ord("⩾"): "≥", ord("≦"): "≤", ord("⩽"): "≤", ord("μ"): "µ"}
)
# A run of white space, or a character beyond ASCII with the combining marks that follow it.
_MARKS: Final = "".join(
    chr(code) for code in range(0x300, min(sys.maxunicode, 0x3100)) if unicodedata.combining(chr(code))
)
_MARK: Final = re.compile(rf"[{_MARKS}]")
_PLAIN_PIECE: Final = re.compile(r" {2,}|[^\x00-\x7f]")
_ANY_PIECE: Final = re.compile(
    rf" *[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\U000e0000-\U000e007f]+ *| {{2,}}|"
    rf"[^\x00-\x7f][{_MARKS}]*|[A-Za-z][{_MARKS}]+"
)
HIDDEN: Final = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\U000e0000-\U000e007f]"
)
"""Characters that print nothing: zero-width, soft hyphen, direction marks, tags."""


_WIDE_SPACES: Final = "".join(chr(code) for code in range(0x80, 0x3001) if chr(code).isspace())


@lru_cache(maxsize=8192)
def _folded_piece(piece: str) -> str:
    visible = HIDDEN.sub("", piece)
    if not visible:
        return ""
    if visible.isspace():
        return " "
    if unicodedata.decomposition(visible[0]).startswith(_KEPT_FORMS):
        return visible
    plain = unicodedata.normalize("NFKC", visible).translate(_EQUAL).casefold()
    return " " if plain.isspace() else plain.translate(_EQUAL)


class Folded:
    """A text folded, with the way back: `raw_span` says where a piece of `text` stands in the raw text."""

    __slots__ = ("_folded_at", "_raw_at", "_raw_end", "text")

    def __init__(self, raw: str) -> None:
        parts: list[str] = []
        # Blocks of characters that fold one to one lie between pieces that do not.
        folded_at, raw_at, raw_end = [0], [0], [-1]
        length = start = 0
        for space in "\t\r\n\f\v\x1c\x1d\x1e\x1f":
            raw = raw.replace(space, " ")  # one for one: offsets stay
        if not raw.isascii():
            for space in _WIDE_SPACES:
                raw = raw.replace(space, " ")
        rare = not raw.isascii() and (HIDDEN.search(raw) or _MARK.search(raw))
        for match in (_ANY_PIECE if rare else _PLAIN_PIECE).finditer(raw):
            first, last = match.span()
            parts.append(raw[start:first].lower())
            length += first - start
            piece = _folded_piece(match.group())
            parts.append(piece)
            folded_at += [length, length + len(piece)]
            raw_at += [first, last]
            raw_end += [last, -1]
            length += len(piece)
            start = last
        parts.append(raw[start:].lower())
        self.text = "".join(parts)
        self._folded_at, self._raw_at, self._raw_end = folded_at, raw_at, raw_end

    def raw_start(self, at: int) -> int:
        """Offset in the raw text of the character that a folded character came from."""
        block = bisect_right(self._folded_at, at) - 1
        if self._raw_end[block] >= 0:
            return self._raw_at[block]
        return self._raw_at[block] + at - self._folded_at[block]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of `text[start:end]`; a character that folded to several is taken whole."""
        last = bisect_right(self._folded_at, end - 1) - 1
        if self._raw_end[last] >= 0:
            return self.raw_start(start), self._raw_end[last]
        return self.raw_start(start), self._raw_at[last] + end - self._folded_at[last]


@lru_cache(maxsize=8192)
def fold(words: str) -> str:
    """Words folded, without surrounding white space: two values are equal if their folds are."""
    if words.isascii():
        return " ".join(words.lower().split())
    return Folded(words).text.strip()


_KEPT_BLANK: Final = re.compile(r"(?<=[\d.,]) (?=[\d.,])")
_HELD: Final = "\x00"  # no page holds it: documents with NUL are refused


def squeeze(folded: str) -> str:
    """Folded text without blanks, but for those between two numbers."""
    return _KEPT_BLANK.sub(_HELD, folded).replace(" ", "").replace(_HELD, " ")


class Squeezed:
    """Folded text without blanks, with the way back into the folded text."""

    __slots__ = ("_at", "_folded_at", "text")

    def __init__(self, folded: str) -> None:
        words = _KEPT_BLANK.sub(_HELD, folded).split(" ")
        lengths = [len(word) for word in words]
        self._at = list(accumulate(lengths, initial=0))
        self._folded_at = list(accumulate([length + 1 for length in lengths], initial=0))
        self.text = "".join(words).replace(_HELD, " ")

    def folded_at(self, at: int) -> int:
        """Offset in the folded text of a squeezed character."""
        word = bisect_right(self._at, at) - 1
        return self._folded_at[word] + at - self._at[word]
