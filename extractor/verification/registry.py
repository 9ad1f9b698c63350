"""Which rule judges which leaf: by the object it stands in first, then by its declared kind."""

from typing import Final

from pydantic import BaseModel

from extractor.records.criteria import (
    ClassConstraint,
    PerformanceStatusConstraint,
    QuantityConstraint,
    TimeConstraint,
)
from extractor.records.declare import Check
from extractor.records.references import Reference
from extractor.records.regimen import Dose, Regimen, WeightBand
from extractor.records.results import ConfidenceInterval, ResultStatement
from extractor.records.times import Duration, TimePoint
from extractor.verification.bound import (
    moments,
    quantities,
    references,
    regimens,
    results,
    spans,
    statuses,
)
from extractor.verification.case import PlaceRule, TextRule
from extractor.verification.contexts import Shape
from extractor.verification.kinds import booleans, dates, derived, enums, norms, numbers, verbatim

BOUND: Final[dict[type[BaseModel], TextRule]] = {
    QuantityConstraint: quantities.says,
    PerformanceStatusConstraint: statuses.performance,
    ClassConstraint: statuses.classed,
    TimeConstraint: spans.says,
    Regimen: regimens.says,
    Dose: regimens.says,
    WeightBand: regimens.says,
    ResultStatement: results.says,
    ConfidenceInterval: results.says,
    Reference: references.says,
    TimePoint: moments.says,
}
"""Objects whose leaves must belong together in one text: a criterion's, a dose statement's, a result's …"""

_UNBOUND: Final = frozenset(
    {
        (Regimen, "text"),
        (ResultStatement, "text"),
        (Reference, "citation"),
        (Reference, "type"),
        (Reference, "pmid"),
        (Reference, "retraction_pmids"),
    }
)
"""Leaves of such objects that have words of their own."""

KINDS: Final[dict[Check, PlaceRule]] = {
    Check.VERBATIM: verbatim.says,
    Check.IDENTIFIER: verbatim.identifier,
    Check.ENUM: enums.says,
    Check.NUMBER: numbers.says,
    Check.DATE: dates.says,
    Check.BOOLEAN: booleans.says,
    Check.NORM: norms.says,
    Check.DERIVED: derived.says,
}


def bound_rule(shape: Shape, name: str) -> TextRule | None:
    """The rule for a field that is bound to the words of an object around it, or None."""
    model = shape.model
    rule = BOUND.get(model)
    if rule is None:
        if model is not Duration:
            return None
        return regimens.says if shape.around(Regimen) is not None else moments.says
    return None if (model, name) in _UNBOUND else rule
