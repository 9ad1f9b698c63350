"""Oversight of the trial."""

from typing import Annotated

from extractor.records.base import RecordModel
from extractor.records.declare import Check, declare


class Oversight(RecordModel):
    """Who watches over the trial, as far as the page states it."""

    has_dmc: Annotated[bool | None, declare("Whether a data monitoring committee exists.", Check.BOOLEAN)] = (
        None
    )
    fda_regulated_drug: Annotated[
        bool | None, declare("Whether it studies a drug regulated by the FDA.", Check.BOOLEAN)
    ] = None
    fda_regulated_device: Annotated[
        bool | None, declare("Whether it studies a device regulated by the FDA.", Check.BOOLEAN)
    ] = None
    unapproved_device: Annotated[
        bool | None, declare("Whether the device is not yet approved.", Check.BOOLEAN)
    ] = None
    ppsd: Annotated[
        bool | None, declare("Whether it is a pediatric postmarket surveillance of a device.", Check.BOOLEAN)
    ] = None
    us_export: Annotated[
        bool | None, declare("Whether the product is exported from the U.S.", Check.BOOLEAN)
    ] = None
    fdaaa801_violation: Annotated[
        bool | None, declare("Whether a violation of FDAAA 801 is stated.", Check.BOOLEAN)
    ] = None
