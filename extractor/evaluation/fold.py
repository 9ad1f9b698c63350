"""Which differences between two texts do not count, and how alike two texts are.

Folded: compatibility forms, case, white space, kinds of dash and quotation mark, a final `.`, `,`, `;`.
Never folded: digits, signs, brackets, operators, words such as "not", backslashes.
"""

import re
import unicodedata
from functools import lru_cache

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎"
# Compatibility folding would make 10⁹ the number 109: mark what is raised or lowered first.
_MARKS = {ord(char): "^" + unicodedata.normalize("NFKC", char) for char in _RAISED}
_MARKS |= {ord(char): "_" + unicodedata.normalize("NFKC", char) for char in _LOWERED}
# The same for fractions: 1½ is not 11/2.
_MARKS |= {ord(char): " " + unicodedata.normalize("NFKC", char) for char in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
_SIGNS = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_SIGNS |= dict.fromkeys(map(ord, "‘’‚‛`´"), "'") | dict.fromkeys(map(ord, "“”„‟«»"), '"')
_FREE_BLANK = re.compile(r"(?<!\d) | (?!\d)")
_WORD = re.compile(r"\w+")
NEARLY = 0.99
"""The likeness of texts with the same words that are not the same text."""


def fold_page(text: str) -> str:
    """A whole page as `fold_words` gives it, without keeping it."""
    marked = unicodedata.normalize("NFKC", text.translate(_MARKS).translate(_SIGNS))
    folded = " ".join(marked.translate(_SIGNS).casefold().split())
    return folded.rstrip(".,; ") or folded


@lru_cache(maxsize=65536)
def fold_words(text: str) -> str:
    """The text with everything folded, one blank for each run of white space."""
    return fold_page(text)


def squeeze(words: str) -> str:
    """Folded words without blanks, but for those between two digits."""
    return _FREE_BLANK.sub("", words)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text as it is compared: folded and squeezed."""
    return squeeze(fold_words(text))


@lru_cache(maxsize=65536)
def _word_set(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold_words(text)))


def likeness(first: str, second: str) -> float:
    """How alike two texts are, in [0, 1]: 1 only for equal texts, else twice the shared words over all words.

    It finds partners in lists. It never decides whether a value is right.
    """
    if fold(first) == fold(second):
        return 1.0
    ours, theirs = _word_set(first), _word_set(second)
    if not ours or not theirs:
        return 0.0
    return min(NEARLY, 2 * len(ours & theirs) / (len(ours) + len(theirs)))
