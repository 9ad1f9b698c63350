"""Terms of a trial's design in a sentence: `randomized`, `open-label`, `multicenter`, `phase II`.

A term counts only where it is said of a study (`a randomized, double-blind trial`, `the study was
open-label`) or of those who take part (`patients were randomly assigned`): a blinded run-in, an open-label
drug and trials in the plural say nothing of this one. Whose study it is, is the caller's to say.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from extractor._data import table
from extractor.normalise.terms import fold

_KINDS: Final = {
    "allocation": "Allocation",
    "intervention_model": "InterventionModel",
    "masking": "Masking",
    "time_perspective": "TimePerspective",
    "phases": "Phase",
}
_YES_OR_NO: Final = ("multicenter", "investigator_initiated")
_TYPE: Final = "study_type"
_SEPARATED: Final = r"[\s‐‑–/-]+"
_STUDY: Final = r"(?:study|trial|design|RCT|investigation|comparison|fashion|manner)(?![A-Za-z])"
_STOP: Final = (
    r"(?:was|were|is|are|be|been|to|of|in|on|with|for|who|that|which|by|from|at|or|than|versus|vs|added|period|extension|"
    r"run|phase\s+of|patients?|participants?|subjects?|adults|children|women|men|not|no|previous|earlier)\b"
)
_FORWARD: Final = re.compile(
    rf"[\s,;/-]*(?:and\s+)?(?:(?!{_STOP})[\w/.×'’‐–-]+(?:\s\([^()]{{1,40}}\))?[\s,]+(?:and\s+)?){{0,10}}?{_STUDY}",
    re.IGNORECASE,
)
_BACKWARD: Final = re.compile(
    r"(?:study|trial|design|RCT)\s+(?:was|is)\s+(?:an?\s+)?(?:(?!not\b)[\w-]+,?\s+(?:and\s+)?){0,6}$",
    re.IGNORECASE,
)
_SAID_OF_PEOPLE: Final = re.compile(
    r"(?:(?:were|was|are|and|who|will\s+be|we|to\s+be)\s+(?:then\s+|also\s+|subsequently\s+|prospectively\s+)?)$",
    re.IGNORECASE,
)
_WHERE: Final = re.compile(r"\b(?:at|in|from)\s+(?:a\s+)?$", re.IGNORECASE)
_DENIED: Final = re.compile(r"(?:\bnon[\s-]*|\bnot\s+|\bun|\bquasi[\s-]*)$", re.IGNORECASE)
_OTHER_PHASE: Final = re.compile(r"\s?[/-]\s?(?:\d|I|phase)|[a-c](?![A-Za-z])|\s+of\b", re.IGNORECASE)
_ANY_STUDY: Final = re.compile(r"\b(?:study|trial)\b", re.IGNORECASE)
_REACH: Final = 100
_SIGN: Final = 5


@dataclass(frozen=True, slots=True)
class DesignTerm:
    """A term at `sentence[start:end]`: the field of the design it speaks of, and the value's name.

    `of_study` is false for what is said of those who take part.
    """

    field: str
    value: str
    start: int
    end: int
    of_study: bool


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, tuple[tuple[str, str], ...]]]:
    """Every term of the tables, longest first, and the fields and values of each."""
    names: dict[str, list[tuple[str, str]]] = {}
    for field, kind in _KINDS.items():
        for value, synonyms in table("phrases")[kind].items():
            for words in synonyms:
                names.setdefault(fold(words), []).append((field, value))
    for words in table("phrases")["StudyType"]["OBSERVATIONAL"]:
        names.setdefault(fold(words), []).append((_TYPE, "OBSERVATIONAL"))
    for field in _YES_OR_NO:
        for value, synonyms in table("booleans")[f"/design/{field}"].items():
            for words in synonyms:
                names.setdefault(fold(words), []).append((field, value))
    longest = sorted(names, key=lambda words: (-len(words), words))
    forms = (_SEPARATED.join(map(re.escape, words.split())) for words in longest)
    found = {words: tuple(dict.fromkeys(pairs)) for words, pairs in names.items()}
    return re.compile(rf"(?<![\w])(?:{'|'.join(forms)})(?![\w])", re.IGNORECASE), found


@cache
def _signs() -> tuple[str, ...]:
    """The beginnings of all terms: a sentence that holds none of them is not looked at any closer."""
    return tuple(sorted({words.split()[0][:_SIGN] for words in _pattern()[1]}))


@lru_cache(maxsize=512)
def design_terms(sentence: str) -> tuple[DesignTerm, ...]:
    """The terms of a sentence, in order."""
    pattern, names = _pattern()
    small = sentence.lower()
    if not any(sign in small for sign in _signs()):
        return ()
    return tuple(
        DesignTerm(field, value, *match.span(), of_study=said == "study")
        for match in pattern.finditer(sentence)
        for field, value in names[fold(match.group())]
        if (said := _said_of(sentence, field, *match.span()))
    )


def _said_of(sentence: str, field: str, start: int, end: int) -> str:
    """Whether a term is said of a `study`, of `people`, or of neither."""
    before = sentence[max(0, start - _REACH) : start]
    if _DENIED.search(before) or (field == "phases" and _OTHER_PHASE.match(sentence, end)):
        return ""
    if field == _TYPE or _FORWARD.match(sentence, end, end + _REACH) or _BACKWARD.search(before):
        return "study"
    if field == "investigator_initiated":
        return "study" if _ANY_STUDY.search(sentence) else ""
    if field == "multicenter":
        return "study" if _WHERE.search(before) else ""
    if field in {"allocation", "time_perspective"} and _SAID_OF_PEOPLE.search(before):
        return "people"
    return ""
