"""The gate: may a new run take the place of the blessed one?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from extractor.evaluation.rules import GateRules
from extractor.evaluation.runs.changes import WORSE, Change, ChangeKind
from extractor.evaluation.runs.comparison import Compared, Comparison
from extractor.evaluation.statistics.power import ALPHA

_INVENTED = frozenset({ChangeKind.NEWLY_FABRICATED, ChangeKind.NEWLY_SPURIOUS})


class Verdict(StrEnum):
    """What a gate says of a run, or of one measure of it."""

    OK = "OK"
    """Not worse by more than its margin."""
    REGRESSION = "REGRESSION"
    """Worse."""
    UNDERPOWERED = "UNDERPOWERED"
    """It may be worse than its margin allows or not: the documents do not tell."""


class Mode(StrEnum):
    """How the gate decides."""

    DIFFERENCE = "difference"
    """Few documents: every value that got worse counts."""
    TEST = "test"
    """Many documents: what chance would not do counts."""


@dataclass(frozen=True, slots=True)
class Gated:
    """One measure behind the gate: all values, or a critical path with what lies below it."""

    name: str
    margin: float
    compared: Compared
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Gate:
    """The verdict on a run, its exit code, and why.

    `against_rules` are values that no test excuses: new invented values in critical fields, critical values
    lost in documents that must never fail. `worse` are all values that got worse.
    """

    verdict: Verdict
    exit_code: int
    mode: Mode
    measures: tuple[Gated, ...]
    against_rules: tuple[Change, ...]
    worse: tuple[Change, ...]
    comparison: Comparison


def gate(comparison: Comparison, rules: GateRules) -> Gate:
    """Hold a comparison against the rules."""
    mode = Mode.TEST if comparison.documents >= rules.documents else Mode.DIFFERENCE
    worse = tuple(change for change in comparison.changes if change.kind in WORSE)
    against = tuple(change for change in worse if _is_against(change, rules))
    measures = tuple(_measures(comparison, rules))
    verdict = _verdict(mode, measures, worse, against)
    return Gate(verdict, _exit_code(verdict, rules), mode, measures, against, worse, comparison)


def _is_against(change: Change, rules: GateRules) -> bool:
    if not rules.is_critical(change.cell.path):
        return False
    return change.kind in _INVENTED or change.cell.document in rules.must_never_fail


def _measures(comparison: Comparison, rules: GateRules) -> Iterator[Gated]:
    for name, compared in comparison.gated.items():
        if compared.difference.change.value is not None:
            margin = rules.margin(name)
            yield Gated(name, margin, compared, _of_measure(compared, margin))


def _of_measure(compared: Compared, margin: float) -> Verdict:
    """A drop beyond chance and not below the margin is a regression; one surely below the margin is none.

    Where no swap of documents gives a larger change, no document fell: that is fine, however few rose.
    """
    found = compared.difference
    if found.drop > 0 and found.drop >= margin and compared.adjusted <= ALPHA:
        return Verdict.REGRESSION
    no_document_fell = found.p_drop >= 1
    surely = found.lowest is not None and (found.lowest > -margin or found.lowest >= 0)
    return Verdict.OK if no_document_fell or surely else Verdict.UNDERPOWERED


def _verdict(
    mode: Mode, measures: Iterable[Gated], worse: tuple[Change, ...], against: tuple[Change, ...]
) -> Verdict:
    if mode is Mode.DIFFERENCE:
        return Verdict.REGRESSION if worse else Verdict.OK
    found = {measure.verdict for measure in measures}
    if against or Verdict.REGRESSION in found:
        return Verdict.REGRESSION
    return Verdict.UNDERPOWERED if Verdict.UNDERPOWERED in found else Verdict.OK


def _exit_code(verdict: Verdict, rules: GateRules) -> int:
    if verdict is Verdict.UNDERPOWERED and rules.underpowered == "pass":
        return 0
    return {Verdict.OK: 0, Verdict.REGRESSION: 1, Verdict.UNDERPOWERED: 3}[verdict]
