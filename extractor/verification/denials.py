"""Denials beside a place: before it, they deny its words; behind it, they belong to them."""

import re
from typing import Final

_DENIED: Final = re.compile(
    r"(?:(?<![A-Za-z])(?:no|not|never|without|cannot|neither|nor|absence\s+of|free\s+of|lack\s+of|non|un)[\s-]+"
    r"(?:(?:a|an|any|the|be|been|yet|known|(?:use|evidence|history|signs?)\s+of)\s+)*|"
    r"(?<![A-Za-z])(?:non|un|in|im|ir|dis|anti|a|ab))$",
    re.IGNORECASE,
)
_DENYING: Final = frozenset(
    {"no", "not", "never", "without", "cannot", "neither", "nor", "absence", "free", "lack", "non", "un"}
)
_NEVER_BEFORE: Final = frozenset("\r\n.;:,()•|/0123456789") | {""}
"""Characters that end no denial, even with a blank behind them."""
_REACH: Final = 32


def denied(text: str, start: int) -> bool:
    """Whether the words right before a place deny what stands there: `non-`, `not`, `without`, `no`."""
    if not start:
        return False
    last = text[start - 1]
    if last in _NEVER_BEFORE:
        return False
    prefixed = last.isalpha()  # by a part of a word: `un`, `anti`
    if not prefixed and last != "-" and not last.isspace():
        return False
    if last == " " and text[start - 2 : start - 1] in _NEVER_BEFORE:
        return False
    before = text[max(0, start - _REACH) : start].rpartition("\n")[2].rpartition("\r")[2]
    if not prefixed and _DENYING.isdisjoint(before.lower().replace("-", " ").split()):
        return False
    return _DENIED.search(before) is not None


_ANSWERED_NO: Final = re.compile(
    r"[^:\r\n]{0,40}:[ \t]*(?:\r?\n)?[ \t]*no[ \t]*\.?[ \t]*(?:[\r\n]|$)", re.IGNORECASE
)
_ENDS_IN_NO: Final = re.compile(r":\s*no\W*$", re.IGNORECASE)
_NO_BELOW: Final = re.compile(r"[ \t]*(?:\r?\n[ \t]*){1,2}no[ \t]*\.?[ \t]*(?:[\r\n]|$)", re.IGNORECASE)


def answered_no(text: str, start: int, end: int, *, alone: bool = False) -> bool:
    """Whether words are the question of a field that is answered with no: `Double blind: No`.

    With `alone`, which is for words that fill their line, the answer may stand on the line below.
    """
    if _ENDS_IN_NO.search(text[start:end]) or _ANSWERED_NO.match(text, end):
        return True
    return alone and _NO_BELOW.match(text, end) is not None


_CUT_OFF: Final = re.compile(
    r"[ \t]+(?:is\s+|are\s+|be\s+)?(?:not|no|never|cannot|nor)(?![A-Za-z])|"
    r"[ \t]*,[ \t]*(?:not|never|cannot)(?![A-Za-z])|"
    r"[ \t,(]+(?:without|except(?:ing|\s+for)?|other\s+than|excluding|unless|with\s+the\s+exception|"
    r"but\s+not|apart\s+from)(?![A-Za-z])",
    re.IGNORECASE,
)


def denial_cut_off(text: str, end: int) -> bool:
    """Whether the page goes on, right behind a place, with a denial or an exception of its words."""
    return text[end - 1] not in ".:;" and _CUT_OFF.match(text, end) is not None
