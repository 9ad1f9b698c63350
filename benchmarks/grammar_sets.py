"""Which sets of labelled phrases there are, and how their rows become parts of a record."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from phrases import (
    labelled_frame,
    labelled_regimens,
    labelled_results,
    read_frame,
    read_regimens,
    read_results,
)

from extractor.normalise.criterion_tree import criterion
from extractor.records.criteria import Criterion

Row = dict[str, Any]
"""One labelled phrase: `text`, what it says, and `acceptable` where other answers are right too."""


@dataclass(frozen=True, slots=True)
class GrammarSet:
    """Phrases of one kind, and how a row becomes a part of a record.

    `at` is the pointer of that part, `gold` makes it from the labels of a row, `read` from the words alone.
    The fields below `at` are scored by name, those in `given` not at all; a set that is given `text` holds
    one item for each phrase, other sets make the whole part.
    """

    name: str
    at: str
    gold: Callable[[Row], Any]
    read: Callable[[Row], Any]
    given: frozenset[str] = frozenset()
    also: Callable[[Row], Row] = lambda row: row.get("acceptable", {})
    """Other right answers of a row, by pointer below its part of the record."""
    within: Callable[[Any], Row] | None = None
    """The whole record around a part that stands inside an item of a list."""


def _labelled_criterion(row: Row) -> Row:
    kept = {name: value for name, value in row.items() if name in Criterion.model_fields}
    return {**kept, "children": [_labelled_criterion(child) for child in row.get("children", ())]}


def _other_categories(row: Row, pointer: str = "") -> Row:
    """The neighbouring categories that labels call as good, by the pointer of the category."""
    found = {f"{pointer}/category": row["category_also"]} if "category_also" in row else {}
    for at, child in enumerate(row.get("children", ())):
        found |= _other_categories(child, f"{pointer}/children/{at}")
    return found


def _read_criterion(row: Row) -> Row:
    return criterion(row["text"], exclusion=row["list"] == "exclusion").model_dump()


SETS = (
    GrammarSet(
        "criteria",
        "/eligibility/inclusion",
        _labelled_criterion,
        _read_criterion,
        frozenset({"text"}),
        _other_categories,
    ),
    GrammarSet(
        "regimens",
        "/interventions/regimens",
        labelled_regimens,
        read_regimens,
        within=lambda part: {"interventions": [{"key": "I1", "name": "agent", "regimens": part}]},
    ),
    GrammarSet(
        "time_frames",
        "/outcomes",
        labelled_frame,
        read_frame,
        frozenset({"kind", "measure"}),
        within=lambda part: {"outcomes": [{"kind": "PRIMARY", "measure": "measure", **part}]},
    ),
    GrammarSet("results", "/results", labelled_results, read_results),
)
