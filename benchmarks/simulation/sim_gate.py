"""How often the gate cries wolf, and whether the detectable drop that it prints is the one it detects."""

from collections.abc import Iterable
from statistics import median
from typing import Any

import numpy as np
from sim_documents import Setting, TwoRuns, two_runs

from extractor.evaluation.outcome import Cell, Outcome
from extractor.evaluation.rules import GateRules
from extractor.evaluation.runs.comparison import compare
from extractor.evaluation.runs.gate import Verdict, gate
from extractor.evaluation.runs.run import Run
from extractor.evaluation.runs.scored import ScoredRun
from extractor.evaluation.score import DocumentScore
from extractor.evaluation.statistics.difference import difference
from extractor.evaluation.statistics.power import ALPHA, POWER
from extractor.evaluation.statistics.ratio import Ratio
from extractor.records.declare import Tier

DOCUMENTS = (20, 40, 80)
SHARE = 0.9
FIELDS = 10
"""Fields of a document; every second one is critical."""

RULES = GateRules(critical=tuple(f"/field{at}" for at in range(0, FIELDS, 2)))


def alarms(setting: Setting, churn: float, *, trials: int, seed: int) -> list[dict[str, object]]:
    """By number of documents: verdicts on a rerun of equal quality, printed and true detectable drop."""
    rows: list[dict[str, object]] = []
    for documents in DOCUMENTS:
        random = np.random.default_rng(seed)
        found = [_judged(random, setting, documents, churn, 0.0) for _ in range(trials)]
        drops = [one.comparison.power.detectable or 1.0 for one in found]
        true = detected(setting, documents, churn, trials=2 * trials, seed=seed + 1)
        rows.append(
            {
                "setting": setting.name,
                "documents": documents,
                "churn": churn,
                "regression": _share(one.verdict is Verdict.REGRESSION for one in found),
                "underpowered": _share(one.verdict is Verdict.UNDERPOWERED for one in found),
                "printed": round(median(drops), 4),
                "simulated": round(true, 4),
                "ratio": round(median(drops) / true, 2),
            }
        )
    return rows


def detected(setting: Setting, documents: int, churn: float, *, trials: int, seed: int) -> float:
    """The drop that the gate's test of all values notices in 80 % of all trials.

    The test alone, at the level that the gate gives it: the rest of a gate would be simulated for nothing.
    """
    low, high = 0.0, SHARE / 2
    for _ in range(8):
        middle = (low + high) / 2
        random = np.random.default_rng(seed)
        noticed = sum(_is_noticed(random, setting, documents, churn, middle) for _ in range(trials))
        low, high = (low, middle) if noticed / trials >= POWER else (middle, high)
    return (low + high) / 2


def _is_noticed(
    random: np.random.Generator, setting: Setting, documents: int, churn: float, drop: float
) -> bool:
    runs = two_runs(random, setting, documents, share=SHARE, churn=churn, drop=drop)
    before, after = (
        [Ratio(float(right.sum()), len(right)) for right in side] for side in (runs.before, runs.after)
    )
    found = difference(before, after, cells=1, draws=1_999)
    return found.drop > 0 and found.p_drop <= ALPHA / 2


def _judged(random: np.random.Generator, setting: Setting, documents: int, churn: float, drop: float) -> Any:
    runs = two_runs(random, setting, documents, share=SHARE, churn=churn, drop=drop)
    return gate(compare(*_scored(runs), RULES), RULES)


def _scored(runs: TwoRuns) -> tuple[ScoredRun, ScoredRun]:
    before, after = (_run(side) for side in (runs.before, runs.after))
    return before, after


def _run(side: list[Any]) -> ScoredRun:
    scores = {f"d{at}": (_score(f"d{at}", right),) for at, right in enumerate(side)}
    return ScoredRun(Run("simulated", {}), "simulated", "gold", "scorer", scores)


def _score(document: str, right: Iterable[bool]) -> DocumentScore:
    cells = tuple(
        Cell(
            document=document,
            path=f"/field{at % FIELDS}",
            gold_pointer=f"/field{at % FIELDS}/{at}",
            predicted_pointer=None,
            group="simulated",
            tier=Tier.STRUCTURE,
            outcome=Outcome.CORRECT if one else Outcome.WRONG,
            reason="",
            gold=1,
            predicted=1 if one else 0,
        )
        for at, one in enumerate(right)
    )
    return DocumentScore(document, cells, ())


def _share(found: Iterable[bool]) -> float:
    values = list(found)
    return round(sum(values) / len(values), 3)
