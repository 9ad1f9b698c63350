"""Names of closed lists that a form asks for one by one: `Randomised: Yes`, `Female: Yes`, `Male: No`."""

import re
from functools import lru_cache
from typing import Final

from extractor.normalise.terms import lookup

_PAIR: Final = re.compile(
    r"(?:[A-Z]\.\d[\d.]*\s+)?(?P<label>[^\r\n\t:]{2,120}?)\s*[:\t\r\n]\s*(?P<answer>Yes|No)(?=\W|[A-Z]\.|$)\s*"
)
_BRACKET: Final = re.compile(r"\s*\((?P<inside>[^()]*)\)$")
_LONGEST: Final = 400
_BOTH_SEXES: Final = frozenset({"FEMALE", "MALE"})


@lru_cache(maxsize=2048)
def answered(kind: str, words: str) -> str | None:
    """What questions of a form with their answers name together, or None where words are anything else.

    Who may take part is told by the answers for both sexes only; what is not randomised is `NON_RANDOMIZED`.
    """
    pairs = _pairs(words)
    names = {_named(kind, label): answer for label, answer in pairs}
    if not pairs or None in names:
        return None
    yes = {name for name, answer in names.items() if answer}
    if kind == "Sex":
        both = names.keys() == _BOTH_SEXES
        return None if not both or not yes else "ALL" if len(yes) > 1 else yes.pop()
    if kind == "Allocation" and names == {"RANDOMIZED": False}:
        return "NON_RANDOMIZED"
    return yes.pop() if len(yes) == 1 else None


def _pairs(words: str) -> list[tuple[str, bool]]:
    """Labels and answers, if words consist of nothing else."""
    found: list[tuple[str, bool]] = []
    at = 0
    while at < len(words) < _LONGEST:
        match = _PAIR.match(words, at)
        if match is None:
            return []
        found.append((match.group("label").strip(), match.group("answer") == "Yes"))
        at = match.end()
    return found


def _named(kind: str, label: str) -> str | None:
    """What a label stands for, by its words or by those in its brackets: `Therapeutic use (Phase IV)`."""
    bracket = _BRACKET.search(label)
    forms = [label, label[: bracket.start()], bracket.group("inside")] if bracket else [label]
    return next((name for form in forms if (name := lookup("enums", form, kind))), None)
