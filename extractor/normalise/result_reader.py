"""Reads the figures of a result sentence clause by clause; every word of it must belong to a known form."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from extractor.normalise import result_frames as frames
from extractor.normalise.figures import with_points
from extractor.normalise.result_figures import Figure
from extractor.normalise.result_subjects import (
    counted_outcome,
    is_a_subject,
    lists_several,
    names_a_measure,
    subject_in,
)
from extractor.normalise.result_tokens import FIGURE, INTERVAL, P_VALUE, Token, shape_of, tokens_of
from extractor.records.comparator import Comparator
from extractor.records.results import Statistic

Place = tuple[int, int]
_ABOUT: Final = re.compile(r"\s*(?:for|of|in)\s+(?P<what>.+?)\s*(?:was|were|is|=|:|,)?\s*")
_MOST: Final = 12
"""A sentence with more figures is a table."""
_PAIR: Final = 2


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A figure with what it is about, the clause before it, its group, and its tests."""

    figure: Figure
    outcome: Place
    begin: int
    arm: Place | None = None
    level: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    p_value: tuple[Comparator, Decimal] | None = None
    interval_at: Place | None = None
    p_at: Place | None = None

    @property
    def tests(self) -> tuple[Place, ...]:
        """Where its interval and its p value stand."""
        return tuple(place for place in (self.interval_at, self.p_at) if place)


def read_figures(sentence: str) -> tuple[ReadFigure, ...]:
    """The figures of a sentence in order, or none where it is not understood from end to end."""
    text = with_points(sentence)
    tokens = tokens_of(text)
    figures = sum(one.figure is not None for one in tokens)
    if not 0 < figures <= _MOST:
        return ()
    found = _Reader(text, tokens).read()
    # A figure that no clause took would be lost without a word.
    return tuple(found) if len(found) == figures else ()


class _Reader:
    def __init__(self, text: str, tokens: tuple[Token, ...]) -> None:
        self.text = text
        self.shape = shape_of(text, tokens)
        self.tokens = tokens
        self.at_start = {one.start: one for one in tokens}
        self.last: ReadFigure | None = None

    def read(self) -> list[ReadFigure]:
        found: list[ReadFigure] = []
        at = 0
        while True:
            lead = frames.LEAD.match(self.shape, at)
            begin = lead.end() if lead else at
            clause = self._clause(begin)
            if clause is None:
                return []
            read, at = clause
            found += read
            if frames.END.match(self.shape, at) or frames.BEHIND.match(self.shape, at):
                return found
            joint = frames.NEXT.match(self.shape, at)
            if joint is None:
                return []
            at = joint.end()

    def _clause(self, begin: int) -> tuple[list[ReadFigure], int] | None:
        forms = (
            self._ratio, self._there_were, self._counted, self._plain, self._compared, self._had_more,
            self._fewer, self._listed, self._elliptic,
        )  # fmt: skip
        for form in forms:
            if (found := form(begin)) is not None:
                self.last = found[0][-1]
                return found
        return None

    def _ratio(self, begin: int) -> tuple[list[ReadFigure], int] | None:
        """`The odds ratio for remission was 2.45 (95% CI 1.32-4.55)`."""
        match = frames.RATIO_FIRST.match(self.shape, begin)
        if match is None:
            return None
        figure = self._figure(match)
        about = _ABOUT.fullmatch(self.text, *figure.between) if figure.between else None
        named = about is not None and any(map(str.isalpha, about.group("what")))
        carried = self.last.outcome if self.last else None
        outcome = about.span("what") if about and named else carried
        if outcome is None:
            return None
        one = ReadFigure(figure, outcome, begin)
        return [self._tested(one, match.span("tests"))], match.end()

    def _counted(self, begin: int) -> tuple[list[ReadFigure], int] | None:
        """`12 patients (5.8%) in the tea group and 19 (9.2%) in the milk group had died`."""
        lead = frames.COUNTED_LEAD.match(self.shape, begin)
        groups, at = self._groups(lead.end() if lead else begin, counted=True)
        form = frames.LAST_PREDICATE if self._is_last(at) else frames.PREDICATE
        match = form.match(self.shape, at) if groups else None
        if match is None:
            return None
        outcome = counted_outcome(self.text, match.span("verb"), match.span("rest"))
        if outcome is None:
            return None
        at = match.end()
        if joint := frames.JOINT.match(self.shape, at):
            more, end = self._groups(joint.end())
            if more and not frames.PREDICATE.match(self.shape, end):
                groups, at = groups + more, end
        return self._finished(groups, outcome, begin, at)

    def _plain(self, begin: int) -> tuple[list[ReadFigure], int] | None:
        """`The median sleep was 7 hours with tea and 6 hours with milk`."""
        for verb in frames.VERBS:
            match = verb.search(self.shape, begin)
            outcome = self._subject(begin, match.start()) if match else None
            if match is None or outcome is None:
                continue
            groups, at = self._groups(match.end())
            subject = self.text[begin : match.start()]
            if match.group().strip() in {":", "="} and not names_a_measure(subject):
                return None
            if len(groups) > 1 and lists_several(subject) and not all(one.arm for one in groups):
                return None
            return self._finished(groups, outcome, begin, at)
        return None

    def _compared(self, begin: int) -> tuple[list[ReadFigure], int] | None:
        """`Sleep was longer with tea than with milk (7.7 vs 6.1 hours)`."""
        match = frames.COMPARED.search(self.shape, begin)
        outcome = self._subject(begin, match.start()) if match else None
        if match is None or outcome is None or lists_several(self.text[begin : match.start()]):
            return None
        if self.shape[match.end()] != FIGURE:
            return self._finished([], outcome, begin, match.end())
        groups, at = self._groups(match.end())
        if len(groups) != _PAIR:
            return None
        order = frames.ORDER.fullmatch(self.text, *match.span("middle")) if match.group("middle") else None
        if order and not any(one.arm for one in groups):
            names = [order.span("first"), order.span("second") if order.group("second") else None]
            groups = [replace(one, arm=name) for one, name in zip(groups, names, strict=False)]
        return self._finished(groups, outcome, begin, at)

    def _had_more(self, begin: int) -> tuple[list[ReadFigure], int] | None:
        """`Those given tea had longer sleep (7.7 vs 6.1 h)`, `No difference was seen in sleep (7 vs 8 h)`."""
        match = frames.NO_DIFFERENCE.match(self.shape, begin) or frames.HAD_MORE.match(self.shape, begin)
        outcome = self._subject(*match.span("subject")) if match else None
        if match is None or outcome is None or lists_several(match.group("subject")):
            return None
        groups, at = self._groups(match.end())
        # The words before the outcome speak of a difference, its figures are none.
        return self._finished(groups, outcome, match.start("subject"), at) if len(groups) == _PAIR else None

    def _fewer(self, begin: int) -> tuple[list[ReadFigure], int] | None:
        """`Fewer patients given tea than given milk had cold feet (5.2% vs 9.1%)`."""
        match = frames.FEWER.match(self.shape, begin)
        outcome = counted_outcome(self.text, match.span("verb"), match.span("rest")) if match else None
        if match is None or outcome is None:
            return None
        groups, at = self._groups(match.end())
        return self._finished(groups, outcome, begin, at) if len(groups) == _PAIR else None

    def _there_were(self, begin: int) -> tuple[list[ReadFigure], int] | None:
        """`There were 12 deaths with tea and 18 with milk`."""
        match = frames.THERE_WERE.match(self.shape, begin)
        outcome = self._subject(*match.span("subject")) if match else None
        if match is None or outcome is None:
            return None
        # What is counted stands between the figure and its group: the group is read as if it did not.
        whole, self.shape = self.shape, frames.without(self.shape, *match.span("subject"))
        groups, at = self._groups(match.start("figure"))
        self.shape = whole
        return self._finished(
            [replace(one, figure=_as_count(one.figure)) for one in groups], outcome, begin, at
        )

    def _elliptic(self, begin: int) -> tuple[list[ReadFigure], int] | None:
        """`… and specificity 78%`: behind another clause a verb may be left out."""
        match = frames.ELLIPTIC.match(self.shape, begin) if self.last and self.last.arm is None else None
        outcome = self._subject(begin, match.end("subject")) if match else None
        if match is None or outcome is None:
            return None
        groups, at = self._groups(match.end())
        return self._finished(groups, outcome, begin, at)

    def _listed(self, begin: int) -> tuple[list[ReadFigure], int] | None:
        """`Death (3.5% vs 4.2%) and stroke (2.8% vs 2.1%) were similar in both groups`."""
        found: list[ReadFigure] = []
        named = frames.COMMONEST.match(self.shape, begin)
        at = named.end() if named else begin
        while match := frames.LISTED.match(self.shape, at):
            outcome = self._subject(at, match.end("subject"))
            groups, end = self._groups(match.end())
            read = self._finished(groups, outcome, at, end) if outcome and groups else None
            if read is None or (not named and len(groups) != _PAIR):
                return None
            found += read[0]
            at = read[1]
            if frames.ALIKE.match(self.shape, at) or (named and frames.END.match(self.shape, at)):
                return found, len(self.shape)
            joint = frames.NEXT.match(self.shape, at)
            at = joint.end() if joint else at
        return None

    def _subject(self, begin: int, stop: int) -> Place | None:
        """What a clause is about, where the words before its verb are a name and nothing else."""
        if any(begin <= one.start < stop for one in self.tokens):
            return None
        return subject_in(self.text, begin, stop) if is_a_subject(self.text[begin:stop]) else None

    def _figure(self, match: re.Match[str]) -> Figure:
        figure = self.at_start[match.start("figure")].figure
        assert figure is not None  # noqa: S101 - the shape has the sign of figures there
        return figure

    def _is_last(self, at: int) -> bool:
        """Whether no token stands behind an offset."""
        return self.tokens[-1].start < at

    def _groups(self, at: int, *, counted: bool = False) -> tuple[list[ReadFigure], int]:
        """Figures joined to each other, each with its own tests and its group.

        A figure of another kind, or one with a verb of its own, begins another clause.
        """
        found: list[ReadFigure] = []
        end = at
        while match := frames.GROUP.match(self.shape, at):
            if found and not self._goes_on(found[0].figure, match, counted=counted):
                break
            arm = match.span("arm") if match.group("arm") else match.span("label")
            if arm[0] >= 0 and _opens(self.shape[match.end("figure") : arm[0] - 1]):
                return [], at  # `(P = 0.03 for noninferiority)` names no group
            one = ReadFigure(self._figure(match), (0, 0), at, arm=self._name(*arm))
            found.append(self._tested(self._tested(one, match.span("tests")), match.span("more")))
            end = match.end()
            joint = frames.JOINT.match(self.shape, end)
            if joint is None:
                break
            at = joint.end()
        return found, end

    def _goes_on(self, first: Figure, match: re.Match[str], *, counted: bool) -> bool:
        """Whether a figure behind a joint belongs to the clause of the first."""
        figure = self._figure(match)
        if (figure.value is None) is not (first.value is None):
            return False
        return counted or frames.PREDICATE.match(self.shape, match.end()) is None

    def _name(self, start: int, end: int) -> Place | None:
        """The place of a name without the stop behind it."""
        return (start, start + len(self.text[start:end].rstrip("."))) if start >= 0 else None

    def _tested(self, one: ReadFigure, behind: Place) -> ReadFigure:
        """A figure with the interval and the p value that stand at a place behind it."""
        for token in self.tokens:
            if not behind[0] <= token.start < behind[1]:
                continue
            if token.kind == P_VALUE:
                one = replace(one, p_value=token.p_value, p_at=(token.start, token.end))
            elif token.interval and (token.kind == INTERVAL or one.figure.statistic):
                interval = token.interval
                place = (token.start, token.end)
                one = replace(
                    one, level=interval.level, low=interval.low, high=interval.high, interval_at=place
                )
        return one

    def _finished(
        self, groups: list[ReadFigure], outcome: Place, begin: int, at: int
    ) -> tuple[list[ReadFigure], int] | None:
        """The groups of a clause with what they are about, and the ratios and differences beside them."""
        if turn := frames.IN_TURN.match(self.shape, at):
            groups = _in_turn(groups, turn)
            at = turn.end()
        elif told := frames.RESPECTIVELY.match(self.shape, at):
            at = told.end()
        shared = frames.TESTS.match(self.shape, at)
        if shared and groups:
            groups[-1] = self._tested(groups[-1], shared.span())
            at = shared.end()
        if _is_unclear(groups):
            return None
        found = [replace(one, outcome=outcome, begin=begin) for one in _with_shared(groups)]
        while match := frames.DIFFERENCE.match(self.shape, at) or frames.BESIDE.match(self.shape, at):
            found.append(self._beside(match, outcome, begin))
            at = match.end()
        close = frames.CLOSE.match(self.shape, at)
        return (found, close.end() if close else at) if found else None

    def _beside(self, match: re.Match[str], outcome: Place, begin: int) -> ReadFigure:
        """A ratio or a difference behind the figures of a clause, with its own tests."""
        figure = self._figure(match)
        if figure.statistic is None:
            figure = replace(figure, statistic=Statistic.DIFFERENCE, start=match.start("start"))
        return self._tested(ReadFigure(figure, outcome, begin), match.span("tests"))


def _opens(shape: str) -> bool:
    """Whether a bracket opens that is not closed."""
    return shape.count("(") + shape.count("[") > shape.count(")") + shape.count("]")


def _as_count(figure: Figure) -> Figure:
    """A bare number of deaths counts those who died."""
    if figure.value is None or figure.unit:
        return figure
    return replace(figure, value=None, count=int(figure.value))


def _in_turn(groups: list[ReadFigure], match: re.Match[str]) -> list[ReadFigure]:
    """Two figures with the two groups that are named behind them in their order."""
    if len(groups) != _PAIR or groups[0].arm:
        return groups
    first = match.span("first") if match.group("first") else groups[1].arm
    return [replace(groups[0], arm=first), replace(groups[1], arm=match.span("second"))]


def _is_unclear(groups: list[ReadFigure]) -> bool:
    """Whether figures are of different kinds, or an interval may be of one of them or of their difference."""
    kinds = {(one.figure.value is None, one.figure.count is None) for one in groups}
    if len({value for value, _ in kinds}) > 1:
        return True
    with_interval = [one.low is not None for one in groups]
    return len(groups) > 1 and with_interval[-1] and not any(with_interval[:-1])


def _with_shared(groups: list[ReadFigure]) -> list[ReadFigure]:
    """A p value behind the last of several figures is that of all, where no other has its own."""
    if not groups or any(one.p_value for one in groups[:-1]):
        return groups
    return [replace(one, p_value=groups[-1].p_value, p_at=groups[-1].p_at) for one in groups]
