"""What nominal 95 % intervals covered in the shipped simulation; said beside an interval that is at fault."""

import json
import math
from functools import cache
from importlib.resources import files
from statistics import fmean
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.evaluation.statistics.estimate import Estimate

FILE = "coverage.json"
TARGET = (0.93, 0.97)

Cases = dict[int, dict[float, float]]
"""Coverage by number of documents and true share."""


@cache
def covered(setting: str, method: str) -> Cases:
    """What `make sim` last found in one setting; of F1 and plain shares the worse."""
    found: Cases = {}
    for row in _written()["rows"]:
        if (row["setting"], row["method"]) == (setting, method):
            by_share = found.setdefault(row["documents"], {})
            here, before = row["coverage"], by_share.get(row["share"], math.fsum(TARGET) / 2)
            by_share[row["share"]] = max(before, here, key=lambda one: abs(one - math.fsum(TARGET) / 2))
    return found


def setting_of(estimate: "Estimate") -> str:
    """The setting whose documents are nearest in length to those of the estimate."""
    length = max(1.0, estimate.n_cells / max(1, estimate.n_documents))
    sizes: dict[str, float] = {one["name"]: fmean(one["sizes"]) for one in _written()["settings"]}
    return min(sizes, key=lambda name: abs(math.log(sizes[name] / length)))


def remark(estimate: "Estimate") -> str:
    """A sentence where the simulation missed the target in the nearest case it has, else nothing.

    The nearest case has the same method, documents of about that length, no more documents than the
    estimate, and the nearest share.
    """
    by_documents = covered(setting_of(estimate), estimate.method)
    if not by_documents or estimate.value is None:
        return ""
    if estimate.n_documents < min(by_documents):
        return f"{estimate.n_documents} documents: fewer than the simulation of coverage has"
    documents = max(n for n in by_documents if n <= estimate.n_documents)
    value = estimate.value
    share, found = min(by_documents[documents].items(), key=lambda case: abs(case[0] - value))
    low, high = TARGET
    if low <= found <= high:
        return ""
    size = "short" if found < low else "wide"
    return f"too {size}: covers {100 * found:.1f} % at {documents} documents, share {share:g}"


@cache
def _written() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (files("extractor.evaluation.statistics") / FILE).read_text(encoding="utf-8")
    )
    return found
