"""What the grammar of results reads in a statement, held against a result that says all of its figures."""

from typing import Any

from extractor.normalise.arm_names import arm_core
from extractor.normalise.result_statements import PrintedResult, result_statements
from extractor.records.results import ConfidenceInterval, ResultStatement
from extractor.verification.case import Case, Say, yes
from extractor.verification.fold import fold

_FIGURES = ("value", "percent", "count", "denominator")


def reading(case: Case, result: ResultStatement, text: str) -> Say | None:
    """Agreement where the statement reads as the result says; None where it does not.

    The words beside the figure must name the arm of a result that has one; one without an arm claims none.
    """
    if result.comparison:
        return None
    arm = next((one.label for one in case.contexts.record.arms if one.key == result.arm), None)
    for one in result_statements(text):
        if result.arm and not (arm and one.arm and _is_named(arm, text[slice(*one.arm)])):
            continue
        if _is_of(one, result, text) and _read(one, case, text) == case.value:
            return yes("the statement reads so")
    return None


def _is_named(label: str, words: str) -> bool:
    """Whether words name an arm by its label."""
    core = arm_core(words)
    return core is not None and core == arm_core(label)


def _is_of(one: PrintedResult, result: ResultStatement, text: str) -> bool:
    """Whether a reading has the outcome and all the figures of a result."""
    same = all(getattr(one, name) == getattr(result, name) for name in _FIGURES)
    return same and fold(text[slice(*one.outcome)]) == fold(result.outcome)


def _read(one: PrintedResult, case: Case, text: str) -> Any:
    """What a reading has for a leaf; a leaf that is no figure and no test is not asked for."""
    name = case.leaf.name
    if isinstance(case.owner, ConfidenceInterval):
        return getattr(one, name)
    if name == "unit":
        return text[slice(*one.unit)] if one.unit else None
    if name == "outcome":
        return case.value  # a reading of this result has it
    read = {"is_baseline": one.baseline, "statistic": one.statistic, "p_value": one.p_value}
    read |= {"p_comparator": one.p_comparator, **{figure: getattr(one, figure) for figure in _FIGURES}}
    return read.get(name)
