"""Names of closed lists: found by the shipped synonyms, as a whole or as a phrase in a sentence."""

import re
from enum import Enum
from functools import cache, lru_cache

from extractor._data import table
from extractor.normalise.terms import fold, lookup
from extractor.verification.case import SILENT, Case, Say, no, silent, yes
from extractor.verification.denials import denied
from extractor.verification.page import Page, Place

_LABEL = re.compile(
    r"(?:(?:sponsor|responsibility)\s+role|role|(?:group|intervention|reference|study|arm)\s+type|lead\s+(?=sponsor$)|"
    r"[A-Z][\w &/()-]{2,40}[\r\n]+|[A-Z][\w /()-]{2,40}:)\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
# A constant of the registry behind a label of any name: "Kind of work RESULT".
_CONSTANT = re.compile(r"(?:[A-Z][\w/]*|of|the)(?:\s[\w/]+){0,5}:?\s+(?P<name>[A-Z][A-Z_]{2,})")
# The last word behind a label without a colon: "Role of sponsor lead".
_BEHIND_LABEL = re.compile(
    r"(?=(?:[\w/]+\s){0,4}(?:type|role|status|class|kind|function)\b)(?:[\w/]+\s){1,5}(?P<value>\w+)",
    re.IGNORECASE,
)
_SPONSOR = re.compile(
    r"(?:name\s+of\s+(?:the\s+)?)?(?:(?:lead|primary|main|study|trial|responsible)\s+)?sponsor:?",
    re.IGNORECASE,
)
_EDGE = 80
"""A badge stands alone on its line or at the edge of a line no longer than this."""
# These words mean their list's name in any sentence; the names of other lists are everyday words.
_SPOKEN = frozenset(
    {"Allocation", "Masking", "InterventionModel", "TimePerspective", "Phase", "PerformanceScale"}
)


def says(case: Case, place: Place) -> Say:
    """Whether words name the value and no other member of its list."""
    value = case.value
    kind = type(value).__name__
    if kind not in table("enums"):
        return SILENT
    words = case.text(place)
    named = _whole(kind, words)
    if named is not None:
        if kind not in _SPOKEN and not _is_badge(case.page, place):
            return silent(f"{words!r} stands in a sentence: a badge is meant")
        return _verdict(named, value, f"{words.strip()[-40:]!r} is a synonym of {named}")
    found = phrases(kind, words)
    if not found:
        return silent(f"no synonym of any {kind} is in the words")
    if found == {value.name}:
        return yes(f"the words hold a synonym of {value.name}")
    return no(f"the words say {' and '.join(sorted(found))}")


def _verdict(named: str, value: Enum, why: str) -> Say:
    return yes(why) if named == value.name else no(f"the words say {named}")


@lru_cache(maxsize=4096)
def _whole(kind: str, words: str) -> str | None:
    """What words stand for as a whole, a label of the field before them aside."""
    named = lookup("enums", words, kind)
    if named is None and (match := _LABEL.match(words)):
        named = lookup("enums", words[match.end() :], kind)
    if (
        named is None
        and (match := _CONSTANT.fullmatch(words))
        and match.group("name") in table("enums")[kind]
    ):
        named = match.group("name")
    if named is None and (match := _BEHIND_LABEL.fullmatch(words.strip())):
        named = lookup("enums", match.group("value"), kind)
    if named is None and kind == "SponsorRole" and _SPONSOR.fullmatch(words.strip()):
        named = "LEAD"
    return named


def _is_badge(page: Page, place: Place) -> bool:
    """Whether words stand at the edge of a short line, nothing but a label or a colon beside them."""
    start, end = place
    text = page.text
    line = page.line_at(start)
    behind = text[end : max(line[1], end)].strip()
    before = text[page.item_start(line) : start].strip()
    if line[1] - line[0] > _EDGE:
        return False
    return (not before and (not behind or behind[0] in ":(/,|")) or (not behind and len(before.split()) <= 4)  # noqa: PLR2004


@cache
def _pattern(kind: str) -> tuple[re.Pattern[str], dict[str, set[str]]] | None:
    names: dict[str, set[str]] = {}
    for source in (table("phrases").get(kind, {}), _of_several_words(kind)):
        for name, synonyms in source.items():
            for words in synonyms:
                names.setdefault(fold(words), set()).add(name)
    if not names:
        return None
    longest = sorted(names, key=lambda words: (-len(words), words))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest))})(?![^\W_])"), names


def _of_several_words(kind: str) -> dict[str, list[str]]:
    entries: dict[str, list[str]] = table("enums")[kind]
    return {
        name: [words for words in (name, *synonyms) if " " in fold(words)]
        for name, synonyms in entries.items()
    }


@lru_cache(maxsize=4096)
def phrases(kind: str, words: str) -> frozenset[str]:
    """Members of a list that are named by phrases inside words, those that are denied left out."""
    compiled = _pattern(kind)
    if compiled is None:
        return frozenset()
    pattern, names = compiled
    text = fold(words)
    return frozenset(
        name
        for match in pattern.finditer(text)
        if not denied(text, match.start())
        for name in names[match.group()]
    )
