"""Facts exchanged between two regimens, constraints, references, results, or ends of a range."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from pydantic import BaseModel

from claims.case import Case
from claims.change import Change
from claims.exchange import exchanged
from claims.wrong_value import plain
from extractor.records.criteria import (
    AgeConstraint,
    Criterion,
    PerformanceStatusConstraint,
    QuantityConstraint,
)
from extractor.records.eligibility import Eligibility
from extractor.records.references import Reference
from extractor.records.regimen import Regimen
from extractor.records.results import ConfidenceInterval, ResultStatement

_REGIMEN = (
    "/dose/value", "/dose/unit", "/dose/ucum", "/dose/unit_strength", "/weight_band/value",
    "/weight_band/comparator", "/frequency", "/doses_per_day", "/route", "/agent", "/start", "/stop",
)  # fmt: skip
_CONSTRAINT = ("/value", "/comparator", "/unit_text", "/ucum", "/reference", "/high", "/unit", "/relation")
_RESULT = (
    "/value", "/percent", "/count", "/denominator", "/unit", "/outcome", "/outcome_norm",
    "/ci/low", "/ci/high", "/p_value", "/direction",
)  # fmt: skip
_REFERENCE = (
    "/pmid", "/doi", "/title", "/journal", "/date", "/volume", "/issue", "/pages", "/type", "/authors/0",
)  # fmt: skip
_RANGES: dict[type[BaseModel], tuple[str, str]] = {
    AgeConstraint: ("/min/value", "/max/value"),
    Eligibility: ("/minimum_age/value", "/maximum_age/value"),
    PerformanceStatusConstraint: ("/min", "/max"),
    ConfidenceInterval: ("/low", "/high"),
}


def dose_facts_exchanged(case: Case) -> Iterator[Change]:
    """The dose of one weight band or agent told of another."""
    for one, other in combinations(case.objects(Regimen), 2):
        for path in _both(case, one, other, _REGIMEN):
            yield from exchanged(case, one, other, path)


def constraint_facts_exchanged(case: Case) -> Iterator[Change]:
    """Value, sign, unit or reference exchanged between two constraints of one criterion."""
    for criterion in case.objects(Criterion):
        constraints = f"{criterion}/constraints"
        count = len(case.value(constraints))
        for one, other in combinations(range(count), 2):
            first, second = f"{constraints}/{one}", f"{constraints}/{other}"
            for path in _both(case, first, second, _CONSTRAINT):
                yield from exchanged(case, first, second, path)
            if _both(case, first, second, ("/parameter",)):
                yield from exchanged(case, first, second, "/parameter", with_it=("/value",))


def criterion_facts_exchanged(case: Case) -> Iterator[Change]:
    """Value, sign or unit exchanged between constraints of two criteria, one behind the other."""
    for one, other in pairwise(case.objects(QuantityConstraint)):
        if one.rpartition("/")[0] != other.rpartition("/")[0]:
            for path in _both(case, one, other, _CONSTRAINT):
                yield from exchanged(case, one, other, path)


def reference_facts_exchanged(case: Case) -> Iterator[Change]:
    """A part of one citation, or its PMID, DOI or type, told of another."""
    for one, other in pairwise(case.objects(Reference)):
        for path in _both(case, one, other, _REFERENCE):
            yield from exchanged(case, one, other, path)


def result_figures_exchanged(case: Case) -> Iterator[Change]:
    """A figure, its unit or its outcome exchanged between two results."""
    for one, other in combinations(case.objects(ResultStatement), 2):
        for path in _both(case, one, other, _RESULT):
            yield from exchanged(case, one, other, path)


def range_turned(case: Case) -> Iterator[Change]:
    """Lower and upper end of a range exchanged: each figure stands in the quote, in the other part."""
    for model, (low, high) in _RANGES.items():
        for pointer in case.objects(model):
            for judged, source in ((low, high), (high, low)):
                value = case.value(pointer + source)
                if value is not None and case.value(pointer + judged) not in {None, value}:
                    yield Change(
                        judged=(pointer + judged,),
                        values={pointer + judged: value},
                        shown=f"{case.value(pointer + judged)} → {value}, the other end",
                        handed=plain(value),
                    )


def _both(case: Case, one: str, other: str, paths: tuple[str, ...]) -> list[str]:
    return [p for p in paths if case.value(one + p) is not None and case.value(other + p) is not None]
