"""Evaluation: two Extractions side by side, value by value."""

from extractor.evaluation.agreement import Agreement as Agreement
from extractor.evaluation.agreement import agreement as agreement
from extractor.evaluation.aspects import AbsenceMatch as AbsenceMatch
from extractor.evaluation.aspects import EvidenceMatch as EvidenceMatch
from extractor.evaluation.aspects import Origin as Origin
from extractor.evaluation.aspects import PartialReason as PartialReason
from extractor.evaluation.case import Case as Case
from extractor.evaluation.evaluate import evaluate as evaluate
from extractor.evaluation.evaluate import passes_floor as passes_floor
from extractor.evaluation.gold import check_gold as check_gold
from extractor.evaluation.outcome import Cell as Cell
from extractor.evaluation.outcome import Outcome as Outcome
from extractor.evaluation.problem import GoldProblem as GoldProblem
from extractor.evaluation.rate import Rate as Rate
from extractor.evaluation.report import EvaluationReport as EvaluationReport
from extractor.evaluation.score import DocumentScore as DocumentScore
from extractor.evaluation.score import score as score
from extractor.evaluation.suite import Suite as Suite
from extractor.evaluation.tally import Tally as Tally

__all__ = [
    "AbsenceMatch",
    "Agreement",
    "Case",
    "Cell",
    "DocumentScore",
    "EvaluationReport",
    "EvidenceMatch",
    "GoldProblem",
    "Origin",
    "Outcome",
    "PartialReason",
    "Rate",
    "Suite",
    "Tally",
    "agreement",
    "check_gold",
    "evaluate",
    "passes_floor",
    "score",
]
