"""Results in prose: what was found out, for whom, and the figures of one sentence.

A sentence whose form is not known gives nothing. Whether it speaks of this study is the caller's to say.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from extractor.normalise.abstract_parts import OTHER, part_of
from extractor.normalise.concepts import concept_of
from extractor.normalise.result_clauses import are_paired, clauses_of
from extractor.normalise.result_figures import PEOPLE, Figure, result_figures, tests_of
from extractor.normalise.result_kinds import statistic_of
from extractor.normalise.result_words import direction_in, is_baseline, is_no_result, subject_of
from extractor.records.comparator import Comparator
from extractor.records.results import Statistic

Place = tuple[int, int]
"""First and last offset into the sentence."""

_ARM: Final = re.compile(
    r"\b(?:in|with|for|receiving|given|among|after|favou?red)\s+(?:the\s+|those\s+(?:receiving|given|on)\s+)?"
    r"(?P<arm>(?:[\w+/-]+\s+){0,4}?(?:group|arm|cohort)s?(?![A-Za-z])|(?:[a-z][\w+/-]*\s?){1,3})",
)
_COUNTED: Final = re.compile(
    rf"\s*(?:of\s+|the\s+)*(?:{PEOPLE}\s+)?(?P<arm>(?:in|on|receiving)\s+(?:the\s+)?[\w\s-]{{2,40}}?(?:group|arm)\s+)?"
    r"(?P<verb>had|developed|experienced|achieved|reported|showed|were|was|are|attained|reached)?\s*(?P<rest>[a-z(].*)",
    re.IGNORECASE | re.DOTALL,
)
_KEPT_VERBS: Final = frozenset({"reported"})
_ARTICLE: Final = re.compile(r"(?:a|an|the)\s+")
_MORE: Final = re.compile(r"\s*\((?:p|P|\d)|[;,]\s")
_ABOUT: Final = re.compile(r"\s*(?:for|of|in)\s+(?P<what>.+?)\s*(?:was|were|is|=|:|,)?\s*")
_RANGE: Final = re.compile(r"\s*\((?P<low>\d+\.\d+)\s?(?:-|–|to|,)\s?(?P<high>\d+\.\d+)\)")
_LONGEST: Final = 1500
"""A longer text is no sentence."""
_TIME_TAIL: Final = re.compile(
    r"\s+(?:at|after|within|by)\s+(?:the\s+)?(?:baseline|entry|enrol+ment|\d+[\s-]\w+|one\s+year).*$",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(r"[A-Za-z]{3,}")
_OF_PEOPLE: Final = re.compile(r"\s?(?:of|pat)")
_FIRST: Final = 14
_VERB: Final = re.compile(
    r"\b(?:was|were|is|are|had|did|favou?red|decreased|increased|improved|declined|rose|fell|occurred|achieved|attained)\b|:",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(
    r"(?<![-\d])\b[a-z]{4,}(?:\s\([^)]*\))?,\s(?!and\b|respectively)|[a-z)]\sand\s[a-z]+\s(?:[a-z]+\s){0,3}(?:were|was)\b"
)


@dataclass(frozen=True, slots=True)
class PrintedResult:
    """One result: places are offsets into the sentence, `start` and `end` those of its statement."""

    outcome: Place
    outcome_norm: str | None
    start: int
    end: int
    statistic: Statistic
    value: Decimal | None = None
    unit: Place | None = None
    count: int | None = None
    denominator: int | None = None
    percent: Decimal | None = None
    level: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    p_value: Decimal | None = None
    p_comparator: Comparator | None = None
    direction: Place | None = None
    arm: Place | None = None
    baseline: bool = False


@lru_cache(maxsize=512)
def result_statements(sentence: str) -> tuple[PrintedResult, ...]:
    """The results of one sentence, in order."""
    part, begin = part_of(sentence)
    if part == OTHER or len(sentence) > _LONGEST or is_no_result(sentence):
        return ()
    body = sentence[begin:]
    figures = result_figures(body)
    if not figures:
        told = _told(body)
        return (_moved(told, begin),) if told else ()
    return tuple(_moved(one, begin) for one in _Reader(body, figures).read())


def _moved(one: PrintedResult, by: int) -> PrintedResult:
    if not by:
        return one

    def moved(place: Place | None) -> Place | None:
        return (place[0] + by, place[1] + by) if place else None

    outcome = (one.outcome[0] + by, one.outcome[1] + by)
    return replace(
        one, outcome=outcome, start=one.start + by, end=one.end + by, unit=moved(one.unit),
        direction=moved(one.direction), arm=moved(one.arm),
    )  # fmt: skip


def _told(sentence: str) -> PrintedResult | None:
    """A finding without a figure: what was found out, and the words for its direction."""
    found = direction_in(sentence)
    if found is None:
        return None
    outcome, direction = found
    p = tests_of(sentence).p_values
    end = len(sentence.rstrip(" ."))
    return PrintedResult(
        outcome, concept_of(sentence[slice(*outcome)]), 0, end, Statistic.QUALITATIVE,
        p_value=p[0][1] if len(p) == 1 else None, p_comparator=p[0][0] if len(p) == 1 else None,
        direction=direction,
    )  # fmt: skip


class _Reader:
    """Reads the figures of one sentence from left to right; an outcome holds until another is named."""

    def __init__(self, sentence: str, figures: tuple[Figure, ...]) -> None:
        self.sentence = sentence
        self.figures = figures
        self.tests = tests_of(sentence)
        self.outcome: Place | None = None

    def read(self) -> list[PrintedResult]:
        found: list[PrintedResult] = []
        clauses = clauses_of(self.sentence, self.figures)
        for at, (figure, clause) in enumerate(zip(self.figures, clauses, strict=True)):
            outcome = self._outcome(at, figure, clause)
            if outcome is None or self._is_unclear(figure, clause):
                return []
            self.outcome = outcome
            found.append(self._result(at, figure, clause, outcome))
        return found

    def _is_unclear(self, figure: Figure, clause: Place) -> bool:
        """Whether a figure hangs in brackets behind no verb, or outcomes and figures are told in turn."""
        head = self.sentence[clause[0] : figure.start]
        hangs = figure.statistic is None and head.rstrip().endswith("(") and not _VERB.search(head)
        told = self.sentence[: self.figures[0].start]
        in_turn = "respectively" in self.sentence and _LISTED.search(told) is not None
        return hangs or in_turn

    def _outcome(self, at: int, figure: Figure, clause: Place) -> Place | None:
        text = self.sentence
        if figure.statistic is not None:
            return self._of_a_ratio(figure, clause)
        counts = figure.count is not None or _OF_PEOPLE.match(text, figure.end) is not None
        leads = figure.start - clause[0] <= _FIRST and not _WORDS.search(text, clause[0], figure.start)
        if at and leads and self._is_of_another_arm(figure, clause):
            return self.outcome
        if leads or (counts and figure.start - clause[0] <= _FIRST and self.outcome is None):
            return self._counted(figure, clause) or self.outcome
        own = subject_of(text, clause[0], figure.start)
        return own or (self.outcome if at else None)

    def _of_a_ratio(self, figure: Figure, clause: Place) -> Place | None:
        """`hazard ratio for relapse 1.02`; in brackets it is about what the sentence is about."""
        text = self.sentence
        if figure.between:
            match = _ABOUT.fullmatch(text, *figure.between)
            if match and _WORDS.search(match.group("what")):
                return match.span("what")
        if self.outcome is not None:
            return self.outcome
        return subject_of(text, clause[0], figure.start)

    def _is_of_another_arm(self, figure: Figure, clause: Place) -> bool:
        behind = self.sentence[figure.end : figure.end + 2].strip()
        told = _ARM.match(self.sentence, figure.end + 1, clause[1])
        return figure.end >= clause[1] - 1 or told is not None or behind in {"", ")", ";", ","}

    def _counted(self, figure: Figure, clause: Place) -> Place | None:
        """What those who are counted had or did: `Eight patients (6.7%) discontinued …`."""
        match = _COUNTED.match(self.sentence, figure.end, clause[1])
        if match is None:
            return None
        verb = (match.group("verb") or "").lower()
        start = match.start("verb") if verb in _KEPT_VERBS else match.start("rest")
        if lead := _ARTICLE.match(self.sentence, start):
            start = lead.end()
        words = _TIME_TAIL.sub("", self.sentence[start : clause[1]])
        words = _MORE.split(words)[0].rstrip(" .,;")
        return (start, start + len(words)) if _WORDS.search(words) else None

    def _result(self, at: int, figure: Figure, clause: Place, outcome: Place) -> PrintedResult:
        text = self.sentence
        stop = self.figures[at + 1].start if at + 1 < len(self.figures) else len(text)
        interval = next((one for one in self.tests.intervals if figure.end <= one.start < stop), None)
        low, high, level = (interval.low, interval.high, interval.level) if interval else self._bare(figure)
        p = self._p(at, figure)
        head = text[: figure.start]
        return PrintedResult(
            outcome, concept_of(text[slice(*outcome)]), *clause,
            statistic_of(figure, head, text[figure.start : clause[1]]),
            value=figure.value, unit=figure.unit or self._unit_of_pair(at), count=figure.count,
            denominator=figure.denominator, percent=figure.percent, level=level, low=low, high=high,
            p_value=p[1] if p else None, p_comparator=p[0] if p else None, arm=self._arm(figure, clause),
            baseline=is_baseline(text[slice(*clause)]) or is_baseline(text[slice(*outcome)]),
        )  # fmt: skip

    def _bare(self, figure: Figure) -> tuple[Decimal | None, Decimal | None, None]:
        """The interval in brackets behind a ratio that is not called one: `1.02 (0.88-1.18)`."""
        if figure.statistic is None:
            return None, None, None
        match = _RANGE.match(self.sentence, figure.end)
        if match is None:
            return None, None, None
        return Decimal(match.group("low")), Decimal(match.group("high")), None

    def _p(self, at: int, figure: Figure) -> tuple[Comparator, Decimal, int, int] | None:
        """The p value of a figure: the next one behind it, but that of a ratio is the ratio's alone."""
        later = self.figures[at + 1 :]
        for one in self.tests.p_values:
            if one[2] >= figure.end:
                ratio = any(other.statistic is not None and other.start < one[2] for other in later)
                return None if ratio and figure.statistic is None else one
        return None

    def _unit_of_pair(self, at: int) -> Place | None:
        """The unit behind the last of figures that stand side by side: `5.1 vs 7.4 days`."""
        figure = self.figures[at]
        if figure.value is None or figure.statistic is not None:
            return None
        for left, right in pairwise(self.figures[at:]):
            if not are_paired(self.sentence, left, right):
                return None
            if right.unit:
                return right.unit
        return None

    def _arm(self, figure: Figure, clause: Place) -> Place | None:
        match = _ARM.search(self.sentence, figure.end, clause[1])
        return match.span("arm") if match else None
