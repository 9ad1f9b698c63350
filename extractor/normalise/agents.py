"""What is given: the agent named in a dose statement, and the route it takes."""

import re
from functools import cache, lru_cache
from typing import Final

from extractor._data import table
from extractor.normalise.terms import fold

_WORD: Final = re.compile(r"[^\s,;:()\[\]]+")
_MOST_WORDS: Final = 4
_LEAST_LETTERS: Final = 3
_REACH: Final = 90
_LETTERS: Final = re.compile(r"[A-Za-z]")
_FORM: Final = (
    r"(?:tablets?|capsules?|injections?|infusions?|cream|ointment|gel|oral\s+solution|solution|suspension|spray|"
    r"patch(?:es)?|syrup|powder|drops|therapy|treatment)"
)
_BETWEEN: Final = re.compile(
    rf"(?:(?:\s{_FORM}(?![A-Za-z]))?\s*[,:-]?\s*"
    r"(?:\([^()\n]{1,40}\)|\[[^\[\]\n]{1,40}\])?\s*[,:(\[-]?\s*"
    r"(?:(?<![A-Za-z])(?:is|are|was|were|will\s+be|to\s+be)\s+)?(?:(?<![A-Za-z])(?:given|taken|administered|dosed|injected|infused|"
    r"started)\s+)?(?:(?<![A-Za-z])(?:orally|intravenously|subcutaneously)\s+)?(?:(?<![A-Za-z])over\s+\d+\s*\w+\s+)?(?:(?<![A-Za-z])(?:at|in|with|using|as)\s+)?"
    r"(?:(?<![A-Za-z\d])(?:(?-i:a)|A(?=\s(?:[a-z-]+\s){{0,2}}do[sz]e)|an|the|oral|fixed|total|daily|single|standard|initial|starting|loading|maintenance|intravenous|subcutaneous|iv|po|"
    r"administered|target|flat|weekly|orally|intravenously|subcutaneously|bolus)\s+){0,4}"
    r"(?:(?<![A-Za-z])do[sz](?:age|es?)\s*(?:of|:|is|was|=)?\s*)?(?:(?<![A-Za-z])(?:approximately|about)\s+)?)$",
    re.IGNORECASE,
)
_NOT_GIVEN: Final = re.compile(
    r"(?:after|before|following|for|in|on|during|by|within|without|from|until|at|than|to|against|under)\s+(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)
"""Words between which and an amount stands no name of what is given: `after hepatectomy at a dose of`."""
_DONE: Final = re.compile(r"[a-z]{2,}ed")
"""`loaded with 75 mg`: what is done, no name."""
_UNIT: Final = re.compile(
    r"(?:m?[gl]|cc|mcg|[µμu]g|ng|iu|units?|mmol|gy)(?:/\S{1,12})?|\d+-(?:hours?|days?|weeks?|months?|years?|min(?:utes?)?)",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"\d+(?:-\d+)+")
_OF: Final = re.compile(
    r"\s+(?:do[sz]es?\s+(?=of\s))?(?:(?:of|de)\s+)?(?:(?:the|study\s+drug|oral|intravenous|subcutaneous|inhaled|topical|IV|generic)\s+){0,2}"
    r"(?P<name>[A-Za-z][^\s,;:()\[\]]*(?:\s[A-Za-z0-9][^\s,;:()\[\]]*){0,3})"
)


@cache
def _table_names() -> dict[str, str]:
    return {fold(name): key for key, synonyms in table("agents").items() for name in synonyms}


@lru_cache(maxsize=512)
def _named(names: frozenset[str]) -> re.Pattern[str] | None:
    """Names as they are printed: blanks and dashes may differ."""
    longest = sorted(names - {""}, key=lambda name: (-len(name), name))
    forms = (r"[\s\-/]+".join(map(re.escape, name.split())) for name in longest)
    body = "|".join(forms)
    return re.compile(rf"(?<![A-Za-z0-9])(?:{body})(?![A-Za-z0-9])", re.IGNORECASE) if body else None


@cache
def _of_the_table() -> re.Pattern[str] | None:
    return _named(frozenset(_table_names()))


def known_agents(text: str, names: frozenset[str] = frozenset()) -> tuple[tuple[int, int], ...]:
    """Where names of the table of agents, or other names (folded), are printed.

    Of two names at one place the longer one counts; a second name in brackets behind the first is left out.
    """
    patterns = filter(None, (_of_the_table(), _named(names)))
    places = {match.span() for pattern in patterns for match in pattern.finditer(text)}
    found: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if found and (start < found[-1][1] or text[found[-1][1] : start].strip() in {"(", "["}):
            continue
        found.append((start, end))
    return tuple(found)


def agent_before(text: str, amount: int, floor: int = 0) -> tuple[int, int] | None:
    """The words right before an amount that read like a name: `Heatol (HX-1) at a dose of`."""
    start = max(floor, amount - _REACH)
    between = _BETWEEN.search(text, start, amount)
    end = between.start() if between else amount
    words = list(_WORD.finditer(text, start, end))
    if not words or text[words[-1].end() : end].strip():
        return None
    if start > floor and words[0].start() == start:
        words.pop(0)
    return _name(text, words)


def _name(text: str, words: list[re.Match[str]]) -> tuple[int, int] | None:
    """The longest run of words at the end that may be a name."""
    first = len(words)
    while first and _may_be(words[first - 1].group()):
        if first < len(words) and text[words[first - 1].end() : words[first].start()].strip():
            break
        first -= 1
    run = words[first:]
    if run and run[0].group() == "A":
        run = run[1:]  # an article, not the end of a name
    while len(run) > 1 and fold(run[-1].group()) in _routes()[1]:
        run = run[:-1]
    while len(run) > 1 and fold(run[0].group()) in _routes()[1]:
        run = run[1:]
    if not 0 < len(run) <= _MOST_WORDS or _DONE.fullmatch(run[-1].group()):
        return None
    start, end = run[0].start(), run[-1].end()
    if len(_LETTERS.findall(text[start:end])) < _LEAST_LETTERS or _CODE.match(text, start):
        return None
    return None if _NOT_GIVEN.search(text, max(0, start - 16), start) else (start, end)


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(table("plain_words"))


def _may_be(word: str) -> bool:
    return (
        (word.casefold().strip(".") not in _plain_words() or word == "A")
        and word[-1] not in ".?!"
        and word[0] not in "-+=<>≤≥/&"
        and (len(word) > 1 or word.isupper())
        and (_LETTERS.search(word) is not None or _CODE.fullmatch(word) is not None)
        and not word.casefold().endswith(("ing", "ly"))
        and _UNIT.fullmatch(word) is None
    )


def agent_behind(text: str, end: int) -> tuple[int, int] | None:
    """The name behind an amount: `250 mg of vitamin C`, `1 g tranexamic acid`."""
    match = _OF.match(text, end)
    if match is None:
        return None
    words = []
    for word in _WORD.finditer(text, *match.span("name")):
        if not _may_be(word.group().rstrip(".")):
            break
        words.append(word)
    if not words:
        return None
    if len(words) == 1 and _DONE.fullmatch(words[0].group()):
        return None
    start, stop = words[0].start(), words[-1].end()
    return (start, stop - (1 if text[stop - 1] == "." else 0))


@cache
def _routes() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {fold(words): key for key, synonyms in table("routes").items() for words in synonyms}
    printed = {words for synonyms in table("routes").values() for words in synonyms}
    longest = sorted(printed, key=lambda words: (-len(words), words))
    forms = (r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", words))) for words in longest)
    return re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(forms)})(?![A-Za-z0-9])", re.IGNORECASE), names


def routes_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """Every route printed: its name in the table, first and last offset."""
    pattern, names = _routes()
    return tuple(
        (names[fold(match.group())], *match.span())
        for match in pattern.finditer(text)
        if fold(match.group()) in names
    )
