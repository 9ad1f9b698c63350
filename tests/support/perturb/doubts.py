"""Values without words of their own that a removed section can make doubtful."""

from typing import Any

from extractor.records.eligibility import AgeSource
from perturb.pruning import Pruning
from perturb.traces import Traces

_AGES = ("/eligibility/minimum_age", "/eligibility/maximum_age")


def settle(fields: dict[str, Any], pruning: Pruning, traces: Traces) -> None:
    """Correct what follows from the words of other values, or remember that it cannot be told."""
    _age_source(fields["eligibility"], pruning, traces)
    for name, naming in (("arms", "label"), ("interventions", "name")):
        for at, item in zip(pruning.order[f"/{name}"], fields[name], strict=True):
            trace = traces.get(f"/{name}/{at}/{naming}")
            if trace and item["listed"] and len(trace.kept) < len(trace.old):
                pruning.doubtful[f"/{name}/{at}/listed"] = "one of the places that list it is gone"


def _age_source(eligibility: dict[str, Any], pruning: Pruning, traces: Traces) -> None:
    pointer = "/eligibility/age_source"
    if eligibility["age_source"] is None:
        return
    if eligibility["minimum_age"] is None and eligibility["maximum_age"] is None:
        eligibility["age_source"] = None
        pruning.emptied.add(pointer)
        return
    gone = any(len(trace.kept) < len(trace.old) for age in _AGES for trace in traces.below(age))
    if gone and eligibility["age_source"] is AgeSource.BOTH:
        pruning.doubtful[pointer] = "one of the places that state an age is gone"
