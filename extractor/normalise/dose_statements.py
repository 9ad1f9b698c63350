"""Where dose statements begin and end: a sentence may hold several."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.normalise.agents import agent_before, agent_behind, known_agents, routes_in
from extractor.normalise.dose_amounts import AmountKind, PrintedAmount, amounts
from extractor.normalise.places import Places
from extractor.normalise.schedules import printed_frequencies

_SENTENCE_END = re.compile(
    r"(?<!\d)(?<!\b[a-zA-Z])(?<!vs)(?<!approx)[.!?](?=\s+[A-Z(\"'])|;\s|\r?\n\s*\r?\n|\n\s*(?=[-•*]\s)"
)
_WEIGHT = re.compile(
    r"(?:(?:for|in)\s+)?(?:(?:patients|participants|subjects|those|adults|children)\s+)?(?:(?:who\s+)?weigh(?:ing|s)?\s+|"
    r"with\s+(?:a\s+)?(?:body\s+)?weights?\s+(?:of\s+)?|(?:body\s+)?weights?\s*(?:of\s+|is\s+)?)?"
    r"(?:\\?[<>≤≥≦≧]\s?=?|(?:less|more|greater)\s+than(?:\s+or\s+equal\s+to)?|at\s+least|under|over|below|above|up\s+to)\s?"
    r"\d{1,3}(?:\.\d)?\s?kg(?:\s+or\s+(?:more|less|above|greater))?(?!\s?/)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"(?:[\s,;:+&(\[]|\band\b|\bor\b|\bplus\b|\bthen\b|\bfollowed\s+by\b|\bin\s+combination\s+with\b|\bcombined\s+with\b|\bwith\b)+$",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\s*(?:[,;]\s*)?(?:[(\[]\s*|=|i\.e\.,?\s*|(?:[(\[]\s*)?(?:total|equivalent|maximum|max|up\s+to|for\s+a\s+total)\b[^.;]{0,40}|"
    r"\bas\b\s*|of\s*|each\s*|x\s*|×\s*)*\s*$",
    re.IGNORECASE,
)
_PIECES_NEAR = 30
_BEHIND = re.compile(r"\s*[(\[]?\s*(?:(?:for|if|in|with|once|twice|daily|day|a)\s+){0,4}", re.IGNORECASE)


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
    groups = _groups(text)
    if not groups:
        return ()
    heads = []
    floor = 0
    for group in groups:
        heads.append(_head(text, group, names, floor))
        floor = group[-1].end
    found = []
    for at, (group, head) in enumerate(zip(groups, heads, strict=True)):
        end = _end_before(text, heads[at + 1][0]) if at + 1 < len(heads) else len(text)
        weight = head[2] or _weight_behind(text, group[-1].end, max(end, group[-1].end))
        found.append(Statement(head[0], max(end, group[-1].end), head[1], weight, group))
    return tuple(found)


def _weight_behind(text: str, start: int, end: int) -> tuple[int, int] | None:
    match = _WEIGHT.search(text, start, end)
    return match.span() if match else None


def _groups(text: str) -> list[tuple[PrintedAmount, ...]]:
    """Amounts that say one dose together: a strength and a count, a dose and its daily total."""
    weights = Places(match.span() for match in _WEIGHT.finditer(text))
    kept = [one for one in amounts(text) if one.start not in weights]
    groups: list[list[PrintedAmount]] = []
    for one in kept:
        if groups and _together(text, groups[-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [tuple(group) for group in groups]


def _together(text: str, group: list[PrintedAmount], one: PrintedAmount) -> bool:
    last = group[-1]
    between = text[last.end : one.start]
    kinds = {member.kind for member in group}
    pieces = {AmountKind.PIECES, AmountKind.STRENGTH}
    if one.kind in pieces and kinds & pieces and one.kind not in kinds:
        return len(between) <= _PIECES_NEAR and "and" not in between.split()
    if one.kind in kinds and one.kind is not AmountKind.DOSE:
        return False
    if _SAME.fullmatch(between):
        return one.kind not in kinds
    tail = printed_frequencies(between)
    rest = between
    for frequency in reversed(tail):
        rest = rest[: frequency.start] + rest[frequency.end :]
    for _, start, end in reversed(routes_in(rest)):
        rest = rest[:start] + rest[end:]
    return one.kind not in kinds and _SAME.fullmatch(rest) is not None


def _head(
    text: str, group: tuple[PrintedAmount, ...], names: frozenset[str], floor: int
) -> tuple[int, tuple[int, int] | None, tuple[int, int] | None]:
    """Where a statement begins, its agent, and the limit on body weight before it."""
    first = group[0].start
    agent = _agent(text, group, names, floor)
    start = min(first, agent[0]) if agent else first
    for _, begin, end in reversed(routes_in(text[floor:start])):
        if not text[floor + end : start].strip(" ("):
            start = floor + begin
    before = [match.span() for match in _WEIGHT.finditer(text, floor, first)]
    weight = before[-1] if before and not _is_of_the_last(text, before[-1], floor) else None
    return (min(start, weight[0]) if weight else start), agent, weight


def _is_of_the_last(text: str, weight: tuple[int, int], floor: int) -> bool:
    """Whether a limit on weight stands behind the amount before it: `12 mg (weight >= 60 kg) or 8 mg`."""
    return floor > 0 and _BEHIND.fullmatch(text, floor, weight[0]) is not None


def _agent(
    text: str, group: tuple[PrintedAmount, ...], names: frozenset[str], floor: int
) -> tuple[int, int] | None:
    """What reads like a name right before the amount, a known name before it, or a name behind it."""
    first = group[0].start
    known = known_agents(text[floor:first], names)
    nearest = (floor + known[-1][0], floor + known[-1][1]) if known else None
    beside = agent_before(text, first, floor)
    if nearest and (
        beside is None or nearest[0] <= beside[0] < nearest[1] or beside[0] <= nearest[0] < beside[1]
    ):
        return nearest
    if beside:
        return beside
    return agent_behind(text, group[-1].end) or agent_behind(text, group[0].end)


def _end_before(text: str, start: int) -> int:
    """Where the words before a statement end, without what joins the two."""
    match = _JOINS.search(text, max(0, start - 60), start)
    return match.start() if match else start
