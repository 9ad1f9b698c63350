"""The outcome of one value."""

from typing import Any, NamedTuple

from extractor.evaluation.aspects import PartialReason
from extractor.evaluation.compare import Compare
from extractor.evaluation.outcome import Outcome, Verdict


class Judgement(NamedTuple):
    """The outcome of one value, why, and in which way it is right in part."""

    outcome: Outcome
    reason: str
    partial: PartialReason | None = None


ACCEPTABLE = "acceptable"
"""How reasons begin where gold accepts something else than its own value."""

BOTH_NULL = Judgement(Outcome.CORRECTLY_NULL, "null: on both sides")


def judge(gold: Any, predicted: Any, others: tuple[Any, ...], compare: Compare) -> Judgement:
    """The outcome and its reason. `others` are gold's alternatives; None among them: it may be null.

    Any alternative that is equal makes the value correct. Whether it is right in part is asked of gold's
    own value only.
    """
    if predicted is None:
        return _without_prediction(gold, others)
    if gold is not None:
        verdict = compare(gold, predicted)
        if verdict.equal:
            return Judgement(Outcome.CORRECT, verdict.reason)
    for other in others:
        if other is not None and (found := compare(other, predicted)).equal:
            return Judgement(Outcome.CORRECT, f"{ACCEPTABLE}: {found.reason}")
    if gold is None:
        return Judgement(Outcome.SPURIOUS, "null: gold has none")
    return _other_value(verdict)


def _other_value(verdict: Verdict) -> Judgement:
    outcome = Outcome.PARTIAL if verdict.partial else Outcome.WRONG
    return Judgement(outcome, verdict.reason, verdict.partial)


def _without_prediction(gold: Any, others: tuple[Any, ...]) -> Judgement:
    if gold is None:
        return BOTH_NULL
    if any(other is None for other in others):
        return Judgement(Outcome.CORRECTLY_NULL, f"{ACCEPTABLE}: null")
    return Judgement(Outcome.MISSING, "null: the prediction has none")
