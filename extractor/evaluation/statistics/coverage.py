"""What nominal 95 % intervals covered in the shipped simulation; said beside an interval that is at fault."""

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.evaluation.statistics.estimate import Estimate

FILE = "coverage.json"
TARGET = (0.93, 0.97)


@cache
def measured() -> dict[str, dict[str, dict[str, float]]]:
    """Coverage by method, number of documents and true share, as `make sim` last wrote it."""
    found: dict[str, dict[str, dict[str, float]]] = json.loads(
        (files("extractor.evaluation.statistics") / FILE).read_text(encoding="utf-8")
    )["coverage"]
    return found


def remark(estimate: "Estimate") -> str:
    """A sentence where the simulation missed the target in the nearest case it has, else nothing.

    The nearest case has the same method, no more documents than the estimate, and the nearest share.
    """
    by_documents = measured().get(estimate.method)
    if by_documents is None or estimate.value is None:
        return ""
    fewest, *_ = counts = sorted(map(int, by_documents))
    if estimate.n_documents < fewest:
        return f"{estimate.n_documents} documents: fewer than the simulation of coverage has"
    documents = max(n for n in counts if n <= estimate.n_documents)
    cases = by_documents[str(documents)]
    value = estimate.value
    near = min(cases, key=lambda share: abs(float(share) - value))
    low, high = TARGET
    if low <= cases[near] <= high:
        return ""
    size = "short" if cases[near] < low else "wide"
    return f"too {size}: covers {100 * cases[near]:.0f} % at {documents} documents, share {near}"
