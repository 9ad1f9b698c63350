"""The row lists of an answer: regimens, criteria, constraints, reasons for nulls."""

from functools import cache
from typing import Final

from pydantic import TypeAdapter

from extractor.model.wire.columns import Column
from extractor.model.wire.constraints import ConstraintRow
from extractor.model.wire.derive import JUDGEMENT, object_of
from extractor.model.wire.leaves import WORDS, Checked, Choice, Text
from extractor.model.wire.shapes import Many, WireObject
from extractor.records.criteria import Criterion
from extractor.records.missing import MissingReason
from extractor.records.regimen import Regimen

_ID: Final = Checked("Integer", "row number", "integer", TypeAdapter(int))
_LABEL: Final = Text("label")
HOLDERS: Final = {"ARM": ("arms", "label"), "INTERVENTION": ("interventions", "name")}
"""What a regimen can belong to: the record's field, and the field of its items that names them."""
LISTS: Final = {"INCLUSION": "inclusion", "EXCLUSION": "exclusion"}
"""The lists of criteria and their fields."""


@cache
def regimen_rows(holders: tuple[str, ...]) -> Column:
    """The list of regimens of a form that asks these holders."""
    form = object_of(Regimen)
    link = (
        Column("of", Choice("Holder", holders), "What the statement stands with.", role=JUDGEMENT),
        Column("label", _LABEL, "Printed label of that arm, or name of that intervention."),
    )
    row = WireObject("Regimen", form.doc, (*link, *form.parts), fill=form.fill)
    return Column("regimens", Many(row), "Dose statements, one row for each.")


@cache
def criterion_rows() -> tuple[Column, Column]:
    """The lists of criteria and of their constraints."""
    form = object_of(Criterion)
    place = (
        Column("id", _ID, "Number of your own for this row, used once."),
        Column("parent", _ID, "The id of the criterion it is a listed part of.", nullable=True),
        Column("list", Choice("CriteriaList", tuple(LISTS)), "The list it stands in.", role=JUDGEMENT),
    )
    row = WireObject("Criterion", form.doc, (*place, *form.parts), fill=form.fill)
    owner = Column("criterion", _ID, "The id of its criterion.")
    return (
        Column("criteria", Many(row), "Criteria and their parts in printed order, one row for each."),
        Column(
            "constraints", Many(ConstraintRow(owner)), "What a computer can check, one row for each limit."
        ),
    )


@cache
def missing_rows() -> Column:
    """The list of reasons for nulls."""
    row = WireObject(
        "Missing",
        "Why a value is null or a list is empty, where the page shows more than that nothing is there.",
        (
            Column("pointer", Text("JSON Pointer"), "Address in the record: `/status/why_stopped`."),
            Column("reason", Choice.of(MissingReason), "The reason.", role=JUDGEMENT),
            Column("words", WORDS, "The page's words that say so, verbatim.", nullable=True),
        ),
    )
    return Column("missing", Many(row), "Reasons for nulls.")
