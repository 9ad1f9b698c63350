"""Reads the figures of a result sentence clause by clause; every word of it must belong to a known form."""

import re
from dataclasses import replace
from typing import Final

from extractor.normalise import result_frames as frames
from extractor.normalise.figures import with_points
from extractor.normalise.result_comparisons import caused, compared, fewer, had_more, listed
from extractor.normalise.result_entry import facts_at_entry
from extractor.normalise.result_figures import Figure
from extractor.normalise.result_parts import Clause, Parts, ReadFigure
from extractor.normalise.result_subjects import counted_outcome, known_names, lists_several, names_a_measure
from extractor.normalise.result_tokens import tokens_of

_ABOUT: Final = re.compile(r"\s*(?:for|of|in)\s+(?P<what>.+?)\s*(?:was|were|is|=|:|,)?\s*")
_NO_VERB: Final = frozenset({":", "="})
_MOST: Final = 12
"""A sentence with more figures is a table."""


def read_figures(sentence: str) -> tuple[ReadFigure, ...]:
    """The figures of a sentence in order, or none where it is not understood from end to end."""
    text = with_points(sentence)
    tokens = tokens_of(text)
    figures = sum(one.figure is not None for one in tokens)
    if not 0 < figures <= _MOST:
        return ()
    parts = Parts(text, tokens)
    begin = _behind_all(parts)
    found = _read(parts, begin)
    # A figure that no clause took would be lost without a word; of how many they are is said elsewhere.
    return tuple(found) if len(found) == figures - parts.skipped else ()


def _behind_all(parts: Parts) -> int:
    """Where a sentence goes on behind `Of the 120 patients, …`: that number counts no result."""
    match = frames.OF_ALL.match(parts.shape)
    figure = parts.figure(match) if match else None
    plain = (
        figure is not None and figure.count is not None and figure.percent is None and not figure.denominator
    )
    if match is None or not plain:
        return 0
    parts.skipped += 1
    return match.end()


def _read(parts: Parts, at: int) -> list[ReadFigure]:
    found: list[ReadFigure] = []
    while True:
        lead = frames.LEAD.match(parts.shape, at)
        clause = _clause(parts, lead.end() if lead else at)
        if clause is None:
            return []
        read, at = clause
        found += read
        if frames.END.match(parts.shape, at) or frames.BEHIND.match(parts.shape, at):
            return found
        joint = frames.NEXT.match(parts.shape, at)
        if joint is None:
            return []
        at = joint.end()


def _clause(parts: Parts, begin: int) -> Clause | None:
    for form in _FORMS:
        if (found := form(parts, begin)) is not None:
            parts.last = found[0][-1]
            return found
    return None


def _ratio(parts: Parts, begin: int) -> Clause | None:
    """`The odds ratio for remission was 2.45 (95% CI 1.32-4.55)`."""
    match = frames.RATIO_FIRST.match(parts.shape, begin)
    if match is None:
        return None
    figure = parts.figure(match)
    about = _ABOUT.fullmatch(parts.text, *figure.between) if figure.between else None
    named = about is not None and any(map(str.isalpha, about.group("what")))
    carried = parts.last.outcome if parts.last else None
    outcome = about.span("what") if about and named else carried
    if outcome is None:
        return None
    one = ReadFigure(figure, outcome, begin)
    return [parts.tested(one, match.span("tests"))], match.end()


def _there_were(parts: Parts, begin: int) -> Clause | None:
    """`There were 12 deaths with tea and 18 with milk`."""
    match = frames.THERE_WERE.match(parts.shape, begin)
    outcome = parts.subject(*match.span("subject")) if match else None
    if match is None or outcome is None:
        return None
    # What is counted stands between the figure and its group: the group is read as if it did not.
    whole, parts.shape = parts.shape, frames.without(parts.shape, *match.span("subject"))
    groups, at = parts.groups(match.start("figure"))
    parts.shape = whole
    return parts.finished([replace(one, figure=_as_count(one.figure)) for one in groups], outcome, begin, at)


def _counted(parts: Parts, begin: int) -> Clause | None:
    """`12 patients (5.8%) in the tea group and 19 (9.2%) in the milk group had died`."""
    lead = frames.COUNTED_LEAD.match(parts.shape, begin)
    groups, at = parts.groups(lead.end() if lead else begin, counted=True)
    form = frames.LAST_PREDICATE if parts.is_last(at) else frames.PREDICATE
    match = form.match(parts.shape, at) if groups else None
    if match is None:
        return None
    outcome = counted_outcome(parts.text, match.span("verb"), match.span("rest"))
    if outcome is None:
        return None
    groups = [replace(one, figure=_as_count(one.figure)) for one in groups]
    if any(one.figure.unit for one in groups):
        return None
    at = match.end()
    if joint := frames.JOINT.match(parts.shape, at):
        more, end = parts.groups(joint.end())
        if more and not frames.PREDICATE.match(parts.shape, end):
            groups, at = groups + more, end
    return parts.finished(groups, outcome, begin, at)


def _plain(parts: Parts, begin: int) -> Clause | None:
    """`The median sleep was 7 hours with tea and 6 hours with milk`."""
    for verb in frames.VERBS:
        match = verb.search(parts.shape, begin)
        outcome = parts.subject(begin, match.start()) if match else None
        if match is None or outcome is None:
            continue
        groups, at = parts.groups(match.end())
        subject = parts.text[begin : match.start()]
        if match.group().strip() in _NO_VERB and not names_a_measure(subject):
            return None
        if len(groups) > 1 and lists_several(subject) and not all(one.arm for one in groups):
            return _in_turn(parts, groups, begin, match.start(), at)
        return parts.finished(groups, outcome, begin, at)
    return None


def _in_turn(parts: Parts, groups: list[ReadFigure], begin: int, stop: int, at: int) -> Clause | None:
    """`Sensitivity and specificity were 92% and 78%, respectively`: as many known names as figures."""
    names = known_names(parts.text, begin, stop)
    told = frames.RESPECTIVELY.match(parts.shape, at)
    if len(names) != len(groups) or told is None or any(one.arm or one.tests for one in groups):
        return None
    return [
        replace(one, outcome=name, begin=begin) for one, name in zip(groups, names, strict=True)
    ], told.end()


def _elliptic(parts: Parts, begin: int) -> Clause | None:
    """`… and specificity 78%`: behind another clause a verb may be left out."""
    match = frames.ELLIPTIC.match(parts.shape, begin) if parts.last and parts.last.arm is None else None
    outcome = parts.subject(begin, match.end("subject")) if match else None
    if match is None or outcome is None:
        return None
    groups, at = parts.groups(match.end())
    return parts.finished(groups, outcome, begin, at)


def _as_count(figure: Figure) -> Figure:
    """A bare number before what was done, or of deaths, counts people."""
    if figure.value is None or figure.unit or figure.value != int(figure.value):
        return figure
    return replace(figure, value=None, count=int(figure.value))


_FORMS: Final = (
    facts_at_entry,
    _ratio,
    _there_were,
    _counted,
    _plain,
    compared,
    had_more,
    caused,
    fewer,
    listed,
    _elliptic,
)
"""Forms of a clause, in the order in which they are tried."""
