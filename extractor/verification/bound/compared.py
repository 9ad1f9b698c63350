"""Results that print the figures of two arms beside each other: which figure is this arm's."""

import re
from decimal import Decimal
from typing import Any, Final

from extractor.normalise.comparisons import Comparison, comparison_of, comparisons, differences
from extractor.records.results import ConfidenceInterval, ResultStatement, Statistic
from extractor.verification.case import Case, Say, doubtful, no
from extractor.verification.fold import fold
from extractor.verification.page import Place

_JOINT: Final = r"(?:\s+(?:groups?|arms?))?\s*(?:versus|vs\.?|and|or)\s+(?:the\s+)?"
_OF_ARMS: Final = frozenset(
    {Statistic.MEAN, Statistic.MEDIAN, Statistic.RATE, Statistic.COUNT, Statistic.OTHER}
)
_OF_RESULTS: Final = frozenset({ResultStatement, ConfidenceInterval})


def whole_comparison(case: Case, place: Place) -> str:
    """The words of a result; to the end of the sentence where it names its outcomes in turn."""
    text = case.page.text[place[0] : place[1]]
    if type(case.owner) not in _OF_RESULTS or not comparisons(text):
        return text
    end = case.page.sentence_at(place[0])[1]
    whole = case.page.text[place[0] : max(place[1], end)]
    return whole if "respectively" in whole else text


def scope_of(result: ResultStatement, text: str) -> str | None:
    """The words about one outcome in a text that compares several; None where it compares nothing.

    Empty where the text compares and does not tell which figures are the outcome's.
    """
    if not comparisons(text):
        return None
    found = comparison_of(text, result.outcome)
    return text[found.start : found.end] if found else ""


def figure(case: Case, result: ResultStatement, text: str) -> Say | None:
    """What a comparison says of the value of a result, or None where the text compares nothing."""
    if not comparisons(text):
        return None
    found = comparison_of(text, result.outcome)
    if found is None:
        return _unbound(case.value, text)
    if result.statistic is Statistic.DIFFERENCE:
        printed = differences(text[found.start : found.end])
        return Say(printed == (case.value,), f"the difference printed with {result.outcome!r}")
    if case.value not in {found.first, found.second}:
        return no(f"{found.first} and {found.second} stand with {result.outcome!r}")
    mine = _of_arm(case, result, found, text)
    if mine is None:
        return doubtful("which arm has which of two figures is not said")
    return Say(mine == case.value, f"{mine} is the figure of this arm with {result.outcome!r}")


def is_of_one_arm(result: ResultStatement, text: str) -> bool:
    """Whether the figure of a result is that of one arm, in a text that compares two."""
    found = comparison_of(text, result.outcome)
    return found is not None and result.statistic in _OF_ARMS and result.value in {found.first, found.second}


def holds(result: ResultStatement, text: str) -> Say:
    """Whether the figure of a result stands with its outcome, in a text that compares."""
    found = comparison_of(text, result.outcome)
    if found is None:
        return doubtful("figures are compared, and the words do not tell which are this outcome's")
    printed = {found.first, found.second, *differences(text[found.start : found.end])}
    return Say(result.value in printed, f"{found.first} and {found.second} stand with {result.outcome!r}")


def _unbound(value: Any, text: str) -> Say:
    values = {number for one in comparisons(text) for number in (one.first, one.second)}
    if value in values | set(differences(text)):
        return doubtful("figures are compared, and the words do not tell which are this outcome's")
    return no("no figure that is compared is the value")


def _of_arm(case: Case, result: ResultStatement, found: Comparison, text: str) -> Decimal | None:
    """The figure of the arm of a result: by the words beside it, else by the order of the arms before it."""
    labels = {arm.key: fold(arm.label) for arm in case.contexts.record.arms}
    mine = labels.get(result.arm or "")
    others = [label for key, label in labels.items() if key != result.arm]
    if not mine or not others:
        return None
    beside = [_named(side, mine, others) for side in found.sides]
    if beside == [True, False]:
        return found.first
    if beside == [False, True]:
        return found.second
    if beside != [None, None]:
        return None
    return _by_order(fold(text[: found.start]), mine, others, found)


def _by_order(before: str, mine: str, others: list[str], found: Comparison) -> Decimal | None:
    """The figure of an arm by the order in which two are named: `talc versus chalk`, `talc and chalk`."""
    firsts = [other for other in others if _joined(before, mine, other)]
    seconds = [other for other in others if _joined(before, other, mine)]
    if len(firsts) + len(seconds) != 1:
        return None
    return found.first if firsts else found.second


def _joined(before: str, one: str, other: str) -> bool:
    """Whether one name stands before another with nothing but a joint between them."""
    form = rf"(?<!\w){re.escape(one)}{_JOINT}{re.escape(other)}(?!\w)"
    return re.search(form, before) is not None


def _named(side: str, mine: str, others: list[str]) -> bool | None:
    """Whether words beside a figure name this arm, another one, or none."""
    words = fold(side)
    if any(label in words for label in others if label not in mine):
        return False
    return True if mine in words else None
