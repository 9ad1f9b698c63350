"""Where dose statements begin and end: a sentence may hold several."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extractor.normalise.agents import agent_before, agent_behind, known_agents, routes_in
from extractor.normalise.courses import begins_in
from extractor.normalise.dose_amounts import bounds_amount, doubtful_amounts
from extractor.normalise.dose_doubts import placebo_for
from extractor.normalise.dose_groups import WEIGHT, Group, dose_groups
from extractor.normalise.printed_amounts import PrintedAmount
from extractor.normalise.schedules import printed_frequencies
from extractor.normalise.terms import fold

_SENTENCE_END: Final = re.compile(
    r"(?<!\b[a-zA-Z])(?<!vs)(?<!approx)[.!?](?=\s+[A-Z(\"'])|;\s|\n[ \t\r]*\n|\n[ \t]*(?=[-•*]\s)"
)
_JOINS: Final = re.compile(
    r"(?:[\s,;:+&/(\[]|\band\b|\bor\b|\bplus\b|\bthen\b|\bfollowed\s+by\b|\bin\s+combination\s+with\b|\bcombined\s+with\b|\badded\s+to(?:\s+ongoing)?\b|\bversus\b|\bvs\b\.?|\bwith\b|"
    r"\b(?:increas|reduc|decreas|escalat|titrat)(?:e|es|ed|ing)\s+(?:[a-z]+\s+){0,2}to\b|\bafter\b|\b(?:an?\s+|the\s+)?(?:loading\s+|maintenance\s+|initial\s+|"
    r"starting\s+|subsequent\s+)?(?:(?:two|three|four|\d)\s+)?do[sz]es?\s+of\b|\b(?:maintenance|subsequent|morning|evening|first|second|third)\s+do[sz]es?\b|"
    r"\b(?:days?|weeks?|months?|cycles?|visits?)\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?:|\b(?:an?\s+)?(?:continuous\s+)?(?:bolus|infusion|boost)\s+(?:of|at)\b)+$",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"\s*[(\[]?\s*(?:(?:for|if|in|with|once|twice|daily|day|a)\s+){0,4}", re.IGNORECASE
)
_NOT_GIVEN: Final = re.compile(
    r"\b(?:visits?|assess\w*|blood\s+samples?|scans?|measured|follow-?up|questionnaires?|evaluat\w+|monitor\w*|examin\w+|imaging|"
    r"will\s+be\s+(?:performed|recorded|collected))\b",
    re.IGNORECASE,
)
"""What a frequency is of where nothing is given."""
_WITH: Final = re.compile(r"(?<![A-Za-z])with\s+$", re.IGNORECASE)
"""`an enema with 100 mL of tea`: what is given stands behind its amount."""
_OF: Final = re.compile(r"\s+of\s+\w")
_OFTEN: Final = 40
_OF_SEVERAL: Final = re.compile(r"\bof\s?:|\bfollowing\b", re.IGNORECASE)
"""Words behind which a limit on body weight is one condition of several."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A dose statement `text[start:end]` in a sentence; `weight` is its limit on body weight."""

    start: int
    end: int
    agent: tuple[int, int] | None
    weight: tuple[int, int] | None
    amounts: tuple[PrintedAmount, ...]


def sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text; a semicolon and an empty line end one too."""
    found, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        found.append((start, match.end()))
        start = match.end()
    found.append((start, len(text)))
    return tuple(place for place in (_stripped(text, *place) for place in found) if place[1] > place[0])


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ";"):
        end -= 1
    return start, end


@lru_cache(maxsize=512)
def statements(text: str, names: frozenset[str] = frozenset()) -> tuple[Statement, ...]:
    """The dose statements of one sentence; `names` are agents to look for, folded."""
    groups = dose_groups(text)
    if not groups:
        return _without_amount(text, names)
    heads: list[_Head] = []
    floor = 0
    for group in groups:
        heads.append(_head(text, group, names, floor))
        agent = heads[-1].agent
        floor = max(group[-1].end, agent[1] if agent else 0)
    found = []
    for at, (group, head) in enumerate(zip(groups, heads, strict=True)):
        end = _end_before(text, heads[at + 1].start) if at + 1 < len(heads) else len(text)
        end = max(end, group[-1].end)
        weight = head.weight or _weight_behind(text, group[-1].end, end)
        place = _balanced(text, head.start, end) if len(groups) > 1 else (head.start, end)
        found.append(Statement(*place, head.agent, weight, group))
    return tuple(found)


def _without_amount(text: str, names: frozenset[str]) -> tuple[Statement, ...]:
    """A statement that says how often, or when it starts, of an agent that is known by name."""
    if not (printed_frequencies(text) or begins_in(text)) or _NOT_GIVEN.search(text) or bounds_amount(text):
        return ()
    known = known_agents(text, names)
    if not known or (len(known) > 1 and doubtful_amounts(text)):
        return ()
    return (Statement(0, len(text), known[0], None, ()),)


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """A statement without the bracket that closes one which opened before it."""
    words = text[start:end].rstrip(" ,;")
    while words.endswith((")", ").", "]", "].")) and _closes_more(words):
        words = words.rstrip(".")[:-1].rstrip(" ,;")
    return start, start + len(words)


def _closes_more(words: str) -> bool:
    return words.count(")") + words.count("]") > words.count("(") + words.count("[")


def _weight_behind(text: str, start: int, end: int) -> tuple[int, int] | None:
    match = WEIGHT.search(text, start, end)
    return match.span() if match and not _OF_SEVERAL.search(text, start, match.start()) else None


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a statement begins, its agent, and the limit on body weight before it."""

    start: int
    agent: tuple[int, int] | None
    weight: tuple[int, int] | None


def _head(text: str, group: Group, names: frozenset[str], floor: int) -> _Head:
    first = group[0].start
    agent = _agent(text, group, names, floor)
    start = min(first, agent[0]) if agent else first
    for _, begin, end in reversed(routes_in(text[floor:start])):
        if not text[floor + end : start].strip(" ("):
            start = floor + begin
    before = [match.span() for match in WEIGHT.finditer(text, floor, first)]
    weight = before[-1] if before and not _is_of_the_last(text, before[-1], floor, first) else None
    return _Head(min(start, weight[0]) if weight else start, agent, weight)


def _is_of_the_last(text: str, weight: tuple[int, int], floor: int, first: int) -> bool:
    """Whether a limit on weight stands behind the amount before it: `12 mg (weight >= 60 kg) or 8 mg`."""
    between = text[floor : weight[0]]
    if floor > 0 and between.count("(") > between.count(")") and ")" in text[weight[1] : first]:
        return True
    return floor > 0 and _BEHIND.fullmatch(text, floor, weight[0]) is not None


def _agent(text: str, group: Group, names: frozenset[str], floor: int) -> tuple[int, int] | None:
    """What reads like a name right before the amount, a name behind it, or a known name before it."""
    first = group[0].start
    if placebo := placebo_for(text, first):
        return placebo
    known = known_agents(text[floor:first], names)
    nearest = (floor + known[-1][0], floor + known[-1][1]) if known else None
    beside = agent_before(text, first, floor)
    if nearest and beside and nearest[0] < beside[1] and beside[0] < nearest[1]:
        within = beside[0] <= nearest[0] and nearest[1] <= beside[1]
        return beside if within and fold(text[slice(*nearest)]) not in names else nearest
    if beside and not _WITH.search(text, floor, first):
        return beside
    unit = group[0].unit or (first, group[0].end)
    ends = (group[-1].end, group[0].end, unit[1])
    behind = next((found for end in ends if (found := _behind(text, end))), None)
    if beside:
        return behind or beside
    if nearest and behind and not _is_known(text, behind, names):
        return nearest
    unread = _OF.match(text, unit[1]) or text[slice(*nearest)].casefold() == "placebo" if nearest else None
    return behind or (None if unread else nearest)


def _behind(text: str, end: int) -> tuple[int, int] | None:
    """The name behind an amount, or behind how often it is given: `50 mg twice daily of heatol`."""
    if any(not text[end : end + start].strip() for _, start, _ in routes_in(text[end : end + _OFTEN])):
        return None
    for often in printed_frequencies(text[end : end + _OFTEN])[:1]:
        if not text[end : end + often.start].strip():
            end += often.end
            return agent_behind(text, end) if text[end:].lstrip().startswith("of ") else None
    return agent_behind(text, end)


def _is_known(text: str, place: tuple[int, int], names: frozenset[str]) -> bool:
    return bool(known_agents(text[slice(*place)], names))


def _end_before(text: str, start: int) -> int:
    """Where the words before a statement end, without what joins the two."""
    match = _JOINS.search(text, max(0, start - 60), start)
    return match.start() if match else start
