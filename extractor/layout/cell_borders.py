"""Places where two cells that were printed without anything between them may meet."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise

from extractor.structure.slices import Slice

IMPOSSIBLE = 1000.0
_UNLIKELY = 10.0
_OF_A_NAME = 0.5
"""The price of a border at which a name of the page's own list begins or ends."""
_OF_A_REPEAT = 4.0
_GRAM = 5
_LONGEST_SCAN = 400
"""Words that repeat are looked for in this many characters of a row: labels and names stand in front."""
_OPENS_NO_CELL = ".,;:)]}%/+&*=^|"
_CLOSES_NO_CELL = "([{-/+&,;=^"
_WORD_AND_NUMBER = re.compile(r"[A-Za-z]*$")
_MEASURED = re.compile(
    r"\s?(?:mg|g|mcg|µg|kg|mL|ml|L|IU|Gy|cGy|mm|cm|times|tablets?|capsules?|weeks?|days?|months?|years?|hours?|minutes?|"
    r"sessions?|doses?|cycles?|patients?|participants?|x|%)(?![a-z])"
)


def border_price(row: Slice, at: int) -> float:
    """How unlike a border between cells a place inside a row looks: 0 is like one."""
    text = row.text
    left, right = text[at - 1], text[at]
    if left.isspace() or right.isspace() or right in _OPENS_NO_CELL or left in _CLOSES_NO_CELL:
        return IMPOSSIBLE
    if right in "-–—":
        return 0.0 if at == len(row) - 1 else IMPOSSIBLE
    if right.isdigit():
        return _before_a_digit(text, at)
    if left.isalpha() and right.isalpha():
        return _before_a_small_letter(text, at) if right.islower() else _before_a_capital(text, at)
    if right.isupper():
        return 1.5 if left.isdigit() else 1.0
    return 6.0 if not left.isdigit() else 9.0 if right.isalpha() else 3.0


def _before_a_small_letter(text: str, at: int) -> float:
    """A capital goes on in small letters; behind several capitals a word of its own may begin."""
    if not text[at - 1].isupper():
        return 12.0
    before = text[max(0, at - 2) : at - 1]
    return 12.0 if before.isspace() else 9.0 if before.isupper() and before else IMPOSSIBLE


def _before_a_capital(text: str, at: int) -> float:
    """`tea|Water` looks like a border, `E|NA` and `i|TBS` less so."""
    if text[at - 1].isupper():
        alone = at < 2 or not text[at - 2].isalpha()  # noqa: PLR2004 - a letter and what stands before it
        return 1.5 if alone else 3.0 if at + 1 < len(text) and text[at + 1].islower() else 7.0
    return 0.0 if at + 1 >= len(text) or not text[at + 1].isupper() else 1.0


def _before_a_digit(text: str, at: int) -> float:
    left, right = text[at - 1], text[at]
    if left.isdigit():
        return IMPOSSIBLE if right == "0" else 9.0
    if left == "." and at > 1 and text[at - 2].isdigit():
        return IMPOSSIBLE
    number = re.match(r"[\d.,]+", text[at:])
    measured = number is not None and _MEASURED.match(text, at + number.end()) is not None
    word = _WORD_AND_NUMBER.search(text, max(0, at - 12), at)
    letters = len(word.group()) if word else 0
    if left.isalpha() and letters < 4:  # noqa: PLR2004 - shorter ones are symbols: `m2`, `FEV1`
        return 4.0 if measured else 8.0
    return 0.5 if measured else 5.0


def borders(row: Slice, names: Collection[str], repeats: Collection[int], most: int) -> dict[int, float]:
    """The likeliest places of a row with their prices: by look, by the names known, by what repeats."""
    found = {at: price for at in range(1, len(row)) if (price := border_price(row, at)) < _UNLIKELY}
    for at in repeats:
        if 0 < at < len(row) and (price := border_price(row, at)) < IMPOSSIBLE:
            split_word = row.page[row.start + at - 1].isupper() and row.page[row.start + at].isalpha()
            found[at] = price if split_word else min(price, _OF_A_REPEAT)
    text = row.text
    for name in filter(None, names):
        at = text.find(name, 1)
        while at >= 0:
            for border in (at, at + len(name)):
                if 0 < border < len(text) and not _joined(text, border):
                    found[border] = min(found.get(border, _UNLIKELY), _OF_A_NAME)
            at = text.find(name, at + 1)
    cheapest = sorted(found, key=lambda at: (found[at], at))[:most]
    return {at: found[at] for at in sorted(cheapest)}


def _joined(text: str, at: int) -> bool:
    """Whether what stands on the two sides of a place belongs together: `Heat / Cold`."""
    return text[at].isspace() or text[at - 1].isspace() or text[at] in "/+&,;)" or text[at - 1] in "/+&,;("


def repeats_in(rows: Sequence[Slice]) -> list[set[int]]:
    """For each row, where words begin or end that stand elsewhere in the table as well."""
    grams: dict[str, list[tuple[int, int]]] = defaultdict(list)
    texts = [row.text for row in rows]
    for number, text in enumerate(texts):
        for at in range(min(len(text) - _GRAM + 1, _LONGEST_SCAN)):
            grams[text[at : at + _GRAM]].append((number, at))
    found: list[set[int]] = [set() for _ in rows]
    for places in grams.values():
        for (one, i), (other, j) in pairwise(places):
            if i == 0 or j == 0 or texts[one][i - 1] != texts[other][j - 1]:
                found[one].add(i)
                found[other].add(j)
            k, m = i + _GRAM, j + _GRAM
            if k >= len(texts[one]) or m >= len(texts[other]) or texts[one][k] != texts[other][m]:
                found[one].add(k)
                found[other].add(m)
    return found
