"""Other words for the same page: so that nothing that was worked out for one text serves another."""

import json
import re
import string
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_VOCABULARY = Path(__file__).resolve().parents[2] / "schemas" / "vocabulary"
_WORD = re.compile(r"(?<![\w-])[a-z]{5,}(?![\w-])")
_SMALL = re.compile(r"[a-z]+")
_GRAMMAR = frozenset(
    (
        *(
            "minutes",
            "hours",
            "weeks",
            "months",
            "years",
            "least",
            "after",
            "before",
            "within",
            "times",
            "every",
        ),
        *("until", "during", "without", "other", "study", "trial", "patients", "group", "groups", "between"),
    )
)
_OURS = frozenset({"kind"})
"""Keys whose values are words of the form in small letters."""
Vary = Callable[[str], str]


def varied(number: int) -> Vary:
    """What changes a text into its variant of a number; a text stays as long as it was.

    Every word of small letters gets another end, but for those that a table or a grammar of ours knows.
    """
    end = "".join(string.ascii_lowercase[number // 26**place % 26] for place in range(3))

    def change(match: re.Match[str]) -> str:
        word = match.group()
        return word if word in _known() else word[:-3] + end

    return lambda text: _WORD.sub(change, text)


def varied_answer(answer: Any, page: str, vary: Vary) -> Any:
    """An answer about a page, about its variant: what it has from the page is changed alike."""
    if isinstance(answer, str):
        return vary(answer) if _plain(answer) in _plain(page) else answer
    if isinstance(answer, list):
        return [varied_answer(item, page, vary) for item in answer]
    if isinstance(answer, dict):
        changed = {key: varied_answer(value, page, vary) for key, value in answer.items()}
        return changed | {key: answer[key] for key in _OURS & answer.keys()}
    return answer


@lru_cache
def _plain(text: str) -> str:
    return " ".join(text.split())


@cache
def _known() -> frozenset[str]:
    found = set(_GRAMMAR)
    for path in _VOCABULARY.glob("*.json"):
        found.update(_words_in(json.loads(path.read_text(encoding="utf-8"))))
    return frozenset(found)


def _words_in(value: Any) -> set[str]:
    if isinstance(value, str):
        return set(_SMALL.findall(value.lower()))
    items = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else []
    return set().union(*map(_words_in, items))
