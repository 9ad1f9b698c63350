"""The outcome of one value."""

from typing import Any

from extractor.evaluation.compare import Compare
from extractor.evaluation.outcome import Outcome

Judgement = tuple[Outcome, str]


def judge(gold: Any, predicted: Any, others: tuple[Any, ...], compare: Compare) -> Judgement:
    """The outcome and its reason. `others` are gold's alternatives; None among them: it may be null."""
    if predicted is None:
        return _without_prediction(gold, others)
    if gold is not None:
        verdict = compare(gold, predicted)
        if verdict.equal:
            return Outcome.CORRECT, verdict.reason
    for other in others:
        if other is not None and (found := compare(other, predicted)).equal:
            return Outcome.CORRECT, f"acceptable: {found.reason}"
    return (Outcome.SPURIOUS, "null: gold has none") if gold is None else (Outcome.WRONG, verdict.reason)


def _without_prediction(gold: Any, others: tuple[Any, ...]) -> Judgement:
    if gold is None:
        return Outcome.CORRECTLY_NULL, "null: on both sides"
    if any(other is None for other in others):
        return Outcome.CORRECTLY_NULL, "acceptable: null"
    return Outcome.MISSING, "null: the prediction has none"
