"""Yes and no: by the shipped phrases of a field, or by the answer printed behind its label."""

import re
from functools import cache
from typing import Final

from extractor._data import table
from extractor.normalise.terms import fold, lookup
from extractor.verification.boundaries import fills_whole_line
from extractor.verification.case import Case, Say, silent
from extractor.verification.denials import answered_no, denied
from extractor.verification.page import Place

_ANSWER: Final = re.compile(r"(?:^|[\s:]|(?<=[a-z]))(?P<answer>Yes|No|True|False|YES|NO)\.?$")


@cache
def _phrases(path: str) -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    entries: dict[str, list[str]] = table("booleans").get(path, {})
    found = [(fold(words), answer == "true") for answer, synonyms in entries.items() for words in synonyms]
    longest = sorted(found, key=lambda pair: (-len(pair[0]), pair))
    return tuple(
        (words, re.compile(rf"(?<![^\W_]){re.escape(words)}(?![^\W_])"), truth) for words, truth in longest
    )


def _answered_no(case: Case, place: Place) -> bool:
    """Whether words are a question that the page answers with no."""
    return answered_no(case.page.text, *place, alone=fills_whole_line(case.page, place))


def says(case: Case, place: Place) -> Say:
    """Whether the words answer the field's question with the value."""
    words = case.text(place)
    answer = lookup("enums", words, "YesNo")
    if answer is None and (match := _ANSWER.search(words.strip())):
        answer = match.group("answer").upper().replace("TRUE", "YES").replace("FALSE", "NO")
    if answer is not None:
        return Say((answer == "YES") == case.value, f"the answer printed is {answer.lower()}")
    text = fold(words)
    for phrase, pattern, truth in _phrases(case.path):
        if match := pattern.search(text):
            no = denied(text, match.start()) or denied(case.page.text, place[0]) or _answered_no(case, place)
            if no and truth:
                return Say(not case.value, f"{phrase!r} is denied")
            return Say(truth == case.value, f"{phrase!r} is printed")
    return silent("no phrase of this question is in the words")
