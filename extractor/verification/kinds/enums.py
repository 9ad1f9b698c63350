"""Names of closed lists: found by the shipped synonyms, as a whole or as a phrase in a sentence."""

import re
from enum import Enum
from functools import cache, lru_cache
from typing import Final

from extractor._data import table
from extractor.normalise.printed_dates import printed_dates
from extractor.normalise.terms import fold, lookup, lookup_cut
from extractor.verification.case import SILENT, Case, Say, doubtful, no, silent, unsettled, yes
from extractor.verification.denials import denied
from extractor.verification.kinds import sexes
from extractor.verification.kinds.answered import answered
from extractor.verification.page import Page, Place

_LABEL: Final = re.compile(
    r"(?:(?:sponsor|responsibility)\s+role|role|(?:group|intervention|reference|study|arm)\s+type|lead\s+(?=sponsor$)|"
    r"[A-Z][\w &/()-]{2,40}[\r\n]+|[A-Z][\w /()-]{2,40}:)\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
# A constant of the registry behind a label of any name: "Kind of work RESULT".
_CONSTANT: Final = re.compile(r"(?:[A-Z][\w/]*|of|the)(?:\s[\w/]+){0,5}:?\s+(?P<name>[A-Z][A-Z_]{2,})")
# The last word behind a label without a colon: "Role of sponsor lead".
_BEHIND_LABEL: Final = re.compile(
    r"(?=(?:[\w/]+\s){0,4}(?:type|role|status|class|kind|function)\b)(?:[\w/]+\s){1,5}(?P<value>\w+)",
    re.IGNORECASE,
)
_SPONSOR: Final = re.compile(
    r"(?:name\s+of\s+(?:the\s+)?)?(?:(?:lead|primary|main|study|trial|responsible)\s+)?sponsor"
    r"(?:\s+(?:organi[sz]ation|institution|name))?(?:\s+1)?:?",
    re.IGNORECASE,
)
_ONE_OF_SPONSORS: Final = re.compile(r"sponsor(?:\s+organi[sz]ation)?\s+\d{1,2}:?", re.IGNORECASE)
_SUPPORT: Final = re.compile(r"(?<=support)\s*\d{1,2}$", re.IGNORECASE)
"""The number of one of several sources of support."""
_GOVERNMENT: Final = frozenset({"government", "governmental", "government body", "national government"})
_CODE: Final = 4
"""A name this short in capitals (`RCT`, `II`) is one only as a badge."""
_NO_WORD: Final = re.compile(r"[\d\W]+")
_EDGE: Final = 80
"""A badge stands alone on its line or at the edge of a line no longer than this."""
# These words mean their list's name in any sentence; the names of other lists are everyday words.
_SPOKEN: Final = frozenset(
    {"Allocation", "Masking", "InterventionModel", "TimePerspective", "Phase", "PerformanceScale"}
)


def says(case: Case, place: Place) -> Say:
    """Whether words name the value and no other member of its list."""
    value = case.value
    kind = type(value).__name__
    if kind not in table("enums"):
        return SILENT
    words = case.text(place)
    if (say := _doubt(case, kind, words) or _answer(kind, value, words)) is not None:
        return say
    named = _whole(kind, words)
    if named is not None and (_speaks(kind, words) or _stands_alone(case, place)):
        return _verdict(named, value, f"{words.strip()[-40:]!r} is a synonym of {named}")
    if kind == "Sex" and (named is not None or not phrases(kind, words)):
        return sexes.says(case, place)
    if named is not None:
        return silent(f"{words!r} stands in a sentence: a badge is meant")
    return _by_phrases(kind, value, words)


def _answer(kind: str, value: Enum, words: str) -> Say | None:
    """What questions with their answers say, or None for any other words."""
    name = answered(kind, words)
    return None if name is None else _verdict(name, value, f"the page answers for {name}")


def _speaks(kind: str, words: str) -> bool:
    """Whether words name a member of their list in any sentence."""
    return kind in _SPOKEN and not (words.isupper() and len(words) <= _CODE)


def _by_phrases(kind: str, value: Enum, words: str) -> Say:
    found = phrases(kind, words)
    if not found:
        return silent(f"no synonym of any {kind} is in the words")
    if found == {value.name}:
        return yes(f"the words hold a synonym of {value.name}")
    return no(f"the words say {' and '.join(sorted(found))}")


def _doubt(case: Case, kind: str, words: str) -> Say | None:
    """What words say that name no single member of their list, or None."""
    if kind == "ActualEstimated" and (other := _other_date(case, words)):
        return no(other)
    if kind == "AgencyClass" and fold(words) in _GOVERNMENT:
        return _government(case.value.name)
    if kind == "SponsorRole" and _ONE_OF_SPONSORS.fullmatch(words.strip()) and _whole(kind, words) is None:
        return doubtful("one of several sponsors: which leads is not said")
    return None


def _government(name: str) -> Say:
    """Some government: of which country, and whether it is a part of it, is not said."""
    if name == "OTHER_GOV":
        return unsettled("the words say a government, not which")
    return doubtful("the words say a government, not which") if name in {"FED", "NIH"} else no("a government")


def _other_date(case: Case, words: str) -> str | None:
    """Why words cannot tell whether this date was reached: they print another one."""
    mine = case.sibling("date")
    found = {printed.date for printed in printed_dates(words)}
    return f"the words are of the date {min(found)}" if mine and found and mine not in found else None


def _verdict(named: str, value: Enum, why: str) -> Say:
    return yes(why) if named == value.name else no(f"the words say {named}")


@lru_cache(maxsize=4096)
def _whole(kind: str, words: str) -> str | None:
    """What words stand for as a whole, a label of the field before them aside."""
    named = lookup("enums", words, kind)
    if named is None and kind == "OverallStatus":
        named = lookup_cut("enums", words, kind)
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
    if named is None and kind == "ActualEstimated":
        named = lookup("enums", _NO_WORD.sub(" ", _without_dates(words)), kind)
    if named is None and kind == "SponsorRole" and (match := _SUPPORT.search(words)):
        named = lookup("enums", words[: match.start()], kind)
    if named is None and kind == "SponsorRole" and _SPONSOR.fullmatch(words.strip()):
        named = "LEAD"
    return named


def _without_dates(words: str) -> str:
    for printed in reversed(printed_dates(words)):
        words = words[: printed.start] + words[printed.end :]
    return words


def _stands_alone(case: Case, place: Place) -> bool:
    """Whether words are no part of a sentence: a badge, one of a list in brackets, a label or behind one."""
    return _is_badge(case.page, place) or _is_listed(case, place) or _is_labelled(case, place)


def _is_badge(page: Page, place: Place) -> bool:
    """Whether words stand at the edge of a short line, nothing but a label or a colon beside them."""
    start, end = place
    text = page.text
    line = page.line_at(start)
    behind = text[end : max(line[1], end)].strip()
    before = text[page.item_start(line) : start].strip()
    if line[1] - line[0] > _EDGE:
        return False
    return (not before and (not behind or behind[0] in ":(/,|")) or (
        not behind and (before.endswith(":") or len(before.split()) <= 4)  # noqa: PLR2004
    )


def _is_listed(case: Case, place: Place) -> bool:
    """Whether words are one of a list in brackets: `Double Blind (Subject, Investigator)`."""
    text, line = case.page.text, case.page.line_at(place[0])
    before, behind = text[line[0] : place[0]].rstrip(), text[place[1] : line[1]].lstrip()
    return case.leaf.name == "who_masked" and before[-1:] in {"(", ","} and behind[:1] in {",", ")"}


def _is_labelled(case: Case, place: Place) -> bool:
    """Whether words label a sponsor, or begin with the name of their own field as a label."""
    text, line = case.page.text, case.page.line_at(place[0])
    if type(case.value).__name__ == "SponsorRole":
        return place[0] == case.page.item_start(line) and text[place[1] : line[1]].lstrip().startswith(":")
    label, colon, _ = case.text(place).partition(":")
    return bool(colon) and fold(label) == fold(case.leaf.name)


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
