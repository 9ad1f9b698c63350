"""Classes, grades and stages of criteria: `NYHA class ≥ III`, `stage III or IVa … TNM`, `cT1-2N0M0`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from extractor._data import table
from extractor.normalise.classes import LIST, expanded, is_upper
from extractor.normalise.comparators import comparator_after, comparator_before
from extractor.normalise.stated import Stated
from extractor.records.comparator import Comparator
from extractor.records.criteria import ClassConstraint

_UNNAMED: Final = ("STAGE", "GRADE")
"""What a stage or grade is called where no scale is named."""
_NOT_GRADED: Final = frozenset({"ECOG", "RECIST", "R", "GLEASON", "CLIP"})
"""Entries of the table whose figures are scores, or no grading at all."""
_KIND: Final = (
    r"(?:class(?:ification)?(?:es)?|stages?|scores?|grades?|graded|categor(?:y|ies)|types?|phototypes?|"
    r"points?)"
)
_FILLER: Final = re.compile(
    rf"(?:[\s()\[\],:：]|{_KIND}|(?:version|ver|v)\.?\s?\d+(?:\.\d+)?|\d+(?:th|rd)\s+edition|was|were|is|are|of|be|"
    r"must|should|a|the|toxicity|criteria|for|adverse|events?|physical|status|functional|liver|function|skin|"
    r"clinical|staging|system|heart|failure|disease|with|CTCAE|NYHA|ASA|AE|terminology|common)*",
    re.IGNORECASE,
)
_WORSE: Final = re.compile(r"\s*(?:or|and)\s+(?P<worse>worse)(?![A-Za-z])", re.IGNORECASE)
_KIND_BEFORE: Final = re.compile(r"(?<![A-Za-z])(?P<kind>stages?|grades?|class)\s*(?:of\s+)?$", re.IGNORECASE)
_VERSION: Final = re.compile(
    r"(?<![A-Za-z])(?:version|ver|v)\.?\s?(?P<version>\d+(?:[.,]\d+)?)", re.IGNORECASE
)
_EDITION: Final = re.compile(
    r"(?:according\s+to|based\s+on|by|per)\s+(?:the\s+)?(?P<version>[A-Za-z0-9 ]{3,60}?)\s+$", re.IGNORECASE
)
_NUMBERED_EDITION: Final = re.compile(r"(?P<version>\d{1,2}(?:st|nd|rd|th)\s+edition)", re.IGNORECASE)
_TNM: Final = re.compile(
    r"(?<![A-Za-z0-9])(?P<prefix>[cpyr]{0,3})(?:(?P<t>T(?:[0-4][a-d]?|is|x)(?:\s?[-–/]\s?T?[0-4][a-d]?)?))?"
    r"(?P<n>,?\s?N(?:[0-3][a-c]?|x|\+)(?:\s?[-–/]\s?N?[0-3][a-c]?)?)?(?P<m>,?\s?M[01x][a-c]?)?(?![A-Za-z0-9])"
)
_TNM_LETTER: Final = re.compile(r"[TNM][\dxi]")
_TNM_PART: Final = re.compile(r"(?P<first>[0-4][a-d]?|is|x|\+)(?:\s?[-–/]\s?[TN]?(?P<last>[0-4][a-d]?))?")
_FARTHEST: Final = 60
_BEHIND: Final = 40
_BESIDE: Final = 2


@dataclass(frozen=True, slots=True)
class _Named:
    scale: str
    start: int
    end: int


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    scales = {
        _key(name): scale
        for scale, names in table("classes").items()
        if scale not in _NOT_GRADED
        for name in names
    }
    longest = sorted(scales, key=lambda name: (-len(name), name))
    forms = "|".join(
        re.escape(name).replace(r"\-", r"[-\s–]?").replace(r"\ ", r"[-\s–]?") for name in longest
    )
    return re.compile(rf"(?<![A-Za-z])(?:{forms})(?![A-Za-z])", re.IGNORECASE), scales


def _key(name: str) -> str:
    return name.casefold().replace("–", "-")


@lru_cache(maxsize=4096)
def _scale(printed: str) -> str:
    _, scales = _names()
    folded = re.sub(r"[-\s–]", "", printed.casefold())
    return next(scale for name, scale in scales.items() if re.sub(r"[-\s–]", "", name) == folded)


_POINTS: Final = re.compile(r"\s?(?:points?|scores?)(?![A-Za-z])", re.IGNORECASE)


@lru_cache(maxsize=1024)
def gradings(text: str) -> tuple[Stated, ...]:
    """The classes, grades and stages a text states, in order, each with its scale."""
    if not LIST.search(text) and not _TNM_LETTER.search(text):
        return ()
    found = list(_tnm(text))
    taken = bytearray(len(text))
    for letters in found:
        taken[letters.start : letters.end] = b"1" * (letters.end - letters.start)
    named = [_Named(_scale(match.group()), *match.span()) for match in _names()[0].finditer(text)]
    for one in (*_of(named, unnamed=False), *_of(named, unnamed=True)):
        stated = _behind(text, one) or (None if one.scale in _UNNAMED else _ahead(text, one))
        if stated and not any(taken[stated.start : stated.end]):
            found.append(stated)
            taken[stated.start : stated.end] = b"1" * (stated.end - stated.start)
    return tuple(sorted(found, key=lambda stated: stated.start))


def _of(named: list[_Named], *, unnamed: bool) -> Iterator[_Named]:
    return (one for one in named if (one.scale in _UNNAMED) == unnamed)


def _behind(text: str, name: _Named) -> Stated | None:
    """The classes behind a scale's name: `NYHA class ≥ III`."""
    match = LIST.search(text, name.end, min(len(text), name.end + _FARTHEST))
    while match and not is_upper(match.group("list")):
        match = LIST.search(text, match.start() + 1, min(len(text), name.end + _FARTHEST))
    if not match:
        return None
    sign = comparator_before(text, match.start(), name.end) or _sign_before_name(text, name)
    begin = sign[1] if sign and sign[1] >= name.end else match.start()
    if not _FILLER.fullmatch(text, name.end, begin) or _is_score(text, name, match):
        return None
    return _constraint(text, name, match, sign)


def _sign_before_name(text: str, name: _Named) -> tuple[Comparator, int] | None:
    """The sign of `> NYHA class 2`."""
    at = name.start
    if kind := _KIND_BEFORE.search(text, max(0, at - 12), at):
        at = kind.start()
    return comparator_before(text, at)


def _ahead(text: str, name: _Named) -> Stated | None:
    """The classes before a scale's name: `> grade 2 NCI-CTC`, `stage III or IVa HCC according to … TNM`."""
    begin = max(0, name.start - 2 * _FARTHEST)
    for match in reversed(list(LIST.finditer(text, begin, name.start))):
        if not is_upper(match.group("list")):
            continue
        kind = _KIND_BEFORE.search(text, max(0, match.start() - 12), match.start())
        sign = comparator_before(text, kind.start() if kind else match.start())
        sign = sign or (comparator_before(text, match.start()) if kind else None)
        near = name.start - match.end() <= _BEHIND
        if (kind and (near or name.scale == "TNM")) or (sign and name.start - match.end() <= _BESIDE):
            return _constraint(text, name, match, sign, kind.start() if kind else match.start())
    return None


def _is_score(text: str, name: _Named, match: re.Match[str]) -> bool:
    """Whether a number behind `Child-Pugh score` is a score, which is a quantity."""
    if name.scale in _UNNAMED and _POINTS.match(text, match.end()):
        return True
    words = text[name.end : match.start()].casefold()
    return match.group("list")[0].isdigit() and (
        "score" in words or "point" in words or name.scale == "CHILD_PUGH"
    )


def _constraint(
    text: str,
    name: _Named,
    match: re.Match[str],
    sign: tuple[Comparator, int] | None,
    start: int | None = None,
) -> Stated:
    end = match.end()
    if sign is None:
        worse = _WORSE.match(text, end)
        after = (Comparator.GE, worse.end()) if worse else comparator_after(text, end)
        sign, end = (after, after[1]) if after else (None, end)
    values = expanded(match.group("list"))
    bounded = sign is not None and sign[0] not in {Comparator.EQ, Comparator.BETWEEN} and len(values) == 1
    begin = min(
        name.start,
        match.start(),
        *([sign[1]] if sign and sign[1] < end else []),
        *([start] if start is not None else []),
    )
    version, version_end = _version(text, name)
    constraint = ClassConstraint(
        scale=name.scale,
        values=[] if bounded else list(values),
        comparator=sign[0] if bounded and sign else None,
        threshold=values[0] if bounded else None,
        version=version,
    )
    return Stated(constraint, begin, max(end, name.end, version_end))


def _version(text: str, name: _Named) -> tuple[str | None, int]:
    """The edition of a scale and its end: `version 3.0`, or what stands between `according to` and `TNM`."""
    if name.scale == "NCI_CTC" and (match := _VERSION.search(text, name.start, name.end + _FARTHEST)):
        return match.group("version"), match.end()
    if name.scale == "TNM" and (match := _NUMBERED_EDITION.search(text, name.start, name.end + _BEHIND)):
        return match.group("version"), match.end()
    if name.scale == "TNM" and (match := _EDITION.search(text, max(0, name.start - 80), name.start)):
        return match.group("version"), name.end
    return None, 0


def _tnm(text: str) -> Iterator[Stated]:
    """Letters and numbers of the TNM scale; a `T1` alone may be anything."""
    for match in _TNM.finditer(text):
        parts = [match.group(letter) for letter in "tnm"]
        enough = sum(part is not None for part in parts) > 1 or (match.group("prefix") and match.group("t"))
        if match.group() and (enough or (match.group("t") and _stage_before(text, match.start()))):
            values = [
                value
                for letter, part in zip("TNM", parts, strict=True)
                if part
                for value in _tnm_values(letter, part)
            ]
            yield Stated(ClassConstraint(scale="TNM", values=values), *match.span())


def _stage_before(text: str, at: int) -> bool:
    return re.search(r"stages?\s+$", text[max(0, at - 12) : at], re.IGNORECASE) is not None


def _tnm_values(letter: str, part: str) -> list[str]:
    match = _TNM_PART.search(part)
    if not match:
        return []
    first, last = match.group("first"), match.group("last")
    if last and first.isdigit() and last.isdigit() and int(first) < int(last):
        return [f"{letter}{number}" for number in range(int(first), int(last) + 1)]
    return [f"{letter}{value}" for value in (first, last) if value]
