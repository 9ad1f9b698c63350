"""Results: a figure must be the one that stands with its outcome."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from extractor.normalise.comparisons import comparisons, differences
from extractor.normalise.figures import (
    Interval,
    intervals,
    is_count,
    is_denominator,
    p_values,
    plain_figures,
)
from extractor.normalise.limits import Limit
from extractor.records.results import ConfidenceInterval, ResultStatement, Statistic
from extractor.verification.bound import compared
from extractor.verification.bound.result_readings import reading
from extractor.verification.case import SILENT, Case, Say, doubtful, no, silent, unsettled, yes
from extractor.verification.fold import fold

_STATISTICS: Final = {
    Statistic.MEDIAN: r"\bmedian\b",
    Statistic.MEAN: r"\b(?:mean|average)\b",
    Statistic.RATE: r"\b(?:rate|proportion|percentage)\b",
    Statistic.HR: r"\b(?:hazard\s+ratio|HR)\b",
    Statistic.RR: r"\b(?:relative\s+risk|risk\s+ratio|RR)\b",
    Statistic.OR: r"\b(?:odds\s+ratio|OR)\b",
    Statistic.DIFFERENCE: (
        r"(?<!\bno )(?<!\bno significant )(?<!\bno statistically significant )\bdifference\b"
    ),
}
_BASELINE: Final = re.compile(
    r"\bat\s+(?:baseline|entry|enrol+ment)\b|\bhad\b|\bmedian\s+age\b|\bwere\s+(?:fe)?male\b", re.IGNORECASE
)
_FOUND: Final = re.compile(
    r"\brates?\b|\bmedian\b(?!\s+age)|\b(?:OS|PFS|TTP|RFS|DFS|ORR|DCR)\b|surviv|respon[sd]|progression|tolera|toxic|adverse|correlat|\bsafe|activity|efficac|recurrence",
    re.IGNORECASE,
)
_CASED: Final = frozenset({Statistic.HR, Statistic.RR, Statistic.OR})


def says(case: Case, text: str) -> Say:
    """Whether the statement says this figure of this outcome."""
    result = case.around(ResultStatement)
    name = case.leaf.name
    if (say := reading(case, result, text)) is not None:
        return say
    if (say := _in_comparison(case, result, text, name)) is not None:
        return say
    if isinstance(case.owner, ConfidenceInterval):
        interval = _near(intervals(text), result.outcome, text)
        return Say(
            interval is not None and getattr(interval, name) == case.value,
            f"the interval printed with {result.outcome!r}",
        )
    if name in {"p_value", "p_comparator"}:
        found = {one[1] if name == "p_value" else one[0] for one in p_values(text)}
        return Say(found == {case.value}, "the p value printed")
    if name in {"value", "percent", "count", "denominator"}:
        return _figure(case, result, text, name)
    rules: dict[str, Callable[[], Say]] = {
        "statistic": lambda: _statistic(case.value, result, text),
        "is_baseline": lambda: _is_baseline(text, baseline=case.value),
        "unit": lambda: _unit(result, text),
    }
    return rules[name]() if name in rules else SILENT


def _in_comparison(case: Case, result: ResultStatement, text: str, name: str) -> Say | None:
    """What a text says that prints the figures of two arms beside each other; None for any other text."""
    scope = compared.scope_of(result, text)
    if scope is None:
        return None
    of_both = isinstance(case.owner, ConfidenceInterval) or name in {"p_value", "p_comparator"}
    if of_both and compared.is_of_one_arm(result, text):
        return doubtful("it is that of the comparison, not of one arm's figure")
    if isinstance(case.owner, ConfidenceInterval):
        return _interval_in(case, scope, text, name)
    if of_both:
        found = {one[1] if name == "p_value" else one[0] for one in p_values(scope or text)}
        return Say(found == {case.value}, "the p value printed")
    holds = name == "outcome" and result.value is not None
    return compared.holds(result, text) if holds else None


def _interval_in(case: Case, scope: str, text: str, name: str) -> Say:
    """What the words about one outcome say of its interval, in a text that compares."""
    found = [getattr(one, name) for one in intervals(scope)]
    if not scope and case.value in {getattr(one, name) for one in intervals(text)}:
        return doubtful("the words do not tell which interval is this outcome's")
    return Say(found == [case.value], "the interval printed with the figures of this outcome")


def _near(items: Iterable[Interval | Limit], outcome: str, text: str) -> Interval | Limit | None:
    """The figure that stands with an outcome: the first behind it, else the last before it."""
    found = list(items)
    at = text.casefold().find(outcome.casefold())
    if at < 0:
        return found[0] if len(found) == 1 else None
    end = at + len(outcome)
    behind = [item for item in found if item.start >= end]
    before = [item for item in found if item.end <= at]
    return behind[0] if behind else before[-1] if before else None


def _figure(case: Case, result: ResultStatement, text: str, name: str) -> Say:
    if name in {"value", "percent"} and (say := compared.figure(case, result, text)):
        return say
    figures = plain_figures(text)
    if name == "percent":
        kept = [figure for figure in figures if figure.unit and figure.unit.ucum == ("%",)]
    elif name == "count":
        kept = [figure for figure in figures if is_count(text, figure) and not is_denominator(text, figure)]
    elif name == "denominator":
        kept = [figure for figure in figures if is_denominator(text, figure)]
    else:
        kept = [figure for figure in figures if _has_unit(figure, result.unit, text)]
    figure = _near(kept, result.outcome, text)
    if not isinstance(figure, Limit):
        return no(f"no {name} stands with {result.outcome!r}")
    shown = text[figure.start : figure.end]
    return Say(figure.value == case.value, f"{name} {shown!r} stands with {result.outcome!r}")


def _has_unit(figure: Limit, unit: str | None, text: str) -> bool:
    if unit is None:
        return True
    behind = fold(text[figure.number_end : figure.number_end + len(unit) + 12])
    return behind.startswith(fold(unit)) or (is_count(text, figure) and not figure.unit)


def _unit(result: ResultStatement, text: str) -> Say:
    unit = fold(result.unit or "")
    for figure in plain_figures(text):
        if result.value is not None and figure.value != result.value:
            continue
        if result.value is None and result.count is not None and figure.value != result.count:
            continue
        printed = fold(text[figure.unit.start : figure.unit.end]) if figure.unit else ""
        if printed == unit or (not printed and unit in fold(text[figure.end :]).split()):
            return yes(f"unit of {text[figure.start : figure.end]!r}")
    return no("no figure of this result has this unit")


def _statistic(value: Statistic, result: ResultStatement, text: str) -> Say:
    found = {
        kind
        for kind, form in _STATISTICS.items()
        if re.search(form, text, 0 if kind in _CASED else re.IGNORECASE)
    }
    if Statistic.DIFFERENCE in found and len(found) > 1 and result.value is not None:
        found = _one_kind(found, result, text)
    figures = plain_figures(text)
    if any(is_count(text, figure) for figure in figures) and result.count is not None:
        found.add(Statistic.COUNT)
    if not figures and not intervals(text):
        found = {Statistic.QUALITATIVE}
    if value is Statistic.RATE and not found and any(f.unit and f.unit.ucum == ("%",) for f in figures):
        found = {Statistic.RATE}
    if value is Statistic.OTHER and not found:
        return unsettled("the words name no kind of figure")
    return Say(found == {value}, f"the words show {' and '.join(sorted(found)) or 'no kind of figure'}")


def _one_kind(found: set[Statistic], result: ResultStatement, text: str) -> set[Statistic]:
    """The kinds of figure that a text shows, without those that its value is not."""
    scope = compared.scope_of(result, text) or text
    if result.value in differences(scope):
        return {Statistic.DIFFERENCE}
    return found - {Statistic.DIFFERENCE} if comparisons(text) else found


def _is_baseline(text: str, *, baseline: bool) -> Say:
    entry, found = bool(_BASELINE.search(text)), bool(_FOUND.search(text))
    if entry == found:
        why = "the words do not say whether it is about entry"
        return silent(why) if baseline else unsettled(why)
    return Say(entry == baseline, "a fact at entry" if entry else "a finding")
