"""Evaluation: two Extractions side by side, value by value."""

from extractor.evaluation.agreement import Agreement as Agreement
from extractor.evaluation.agreement import agreement as agreement
from extractor.evaluation.aspects import AbsenceMatch as AbsenceMatch
from extractor.evaluation.aspects import EvidenceMatch as EvidenceMatch
from extractor.evaluation.aspects import Origin as Origin
from extractor.evaluation.aspects import PartialReason as PartialReason
from extractor.evaluation.averages import Averages as Averages
from extractor.evaluation.averages import averages as averages
from extractor.evaluation.case import Case as Case
from extractor.evaluation.evaluate import evaluate as evaluate
from extractor.evaluation.evaluate import passes_floor as passes_floor
from extractor.evaluation.evaluate import read_suite as read_suite
from extractor.evaluation.gold import check_gold as check_gold
from extractor.evaluation.outcome import Cell as Cell
from extractor.evaluation.outcome import Outcome as Outcome
from extractor.evaluation.problem import GoldProblem as GoldProblem
from extractor.evaluation.rate import Rate as Rate
from extractor.evaluation.report import EvaluationReport as EvaluationReport
from extractor.evaluation.rules import GateRules as GateRules
from extractor.evaluation.runs.baseline import Baseline as Baseline
from extractor.evaluation.runs.baseline import write_baseline as write_baseline
from extractor.evaluation.runs.comparison import Comparison as Comparison
from extractor.evaluation.runs.comparison import compare as compare
from extractor.evaluation.runs.gate import Gate as Gate
from extractor.evaluation.runs.gate import Verdict as Verdict
from extractor.evaluation.runs.gate import gate as gate
from extractor.evaluation.runs.loading import load_run as load_run
from extractor.evaluation.runs.run import Run as Run
from extractor.evaluation.runs.scored import ScoredRun as ScoredRun
from extractor.evaluation.runs.scored import score_run as score_run
from extractor.evaluation.score import DocumentScore as DocumentScore
from extractor.evaluation.score import score as score
from extractor.evaluation.statistics.estimate import Estimate as Estimate
from extractor.evaluation.suite import Suite as Suite
from extractor.evaluation.tally import Tally as Tally

__all__ = [
    "AbsenceMatch",
    "Agreement",
    "Averages",
    "Baseline",
    "Case",
    "Cell",
    "Comparison",
    "DocumentScore",
    "Estimate",
    "EvaluationReport",
    "EvidenceMatch",
    "Gate",
    "GateRules",
    "GoldProblem",
    "Origin",
    "Outcome",
    "PartialReason",
    "Rate",
    "Run",
    "ScoredRun",
    "Suite",
    "Tally",
    "Verdict",
    "agreement",
    "averages",
    "check_gold",
    "compare",
    "evaluate",
    "gate",
    "load_run",
    "passes_floor",
    "read_suite",
    "score",
    "score_run",
    "write_baseline",
]
