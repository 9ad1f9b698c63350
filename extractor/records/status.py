"""Status of the trial and its dates."""

from enum import StrEnum
from typing import Annotated

from extractor.records.base import RecordModel
from extractor.records.declare import Check, Scoring, declare
from extractor.records.times import PartialDate


class OverallStatus(StrEnum):
    """Recruitment status. UNKNOWN is a status that registries print, not an absent value."""

    ACTIVE_NOT_RECRUITING = "ACTIVE_NOT_RECRUITING"
    COMPLETED = "COMPLETED"
    ENROLLING_BY_INVITATION = "ENROLLING_BY_INVITATION"
    NOT_YET_RECRUITING = "NOT_YET_RECRUITING"
    RECRUITING = "RECRUITING"
    SUSPENDED = "SUSPENDED"
    TERMINATED = "TERMINATED"
    WITHDRAWN = "WITHDRAWN"
    AVAILABLE = "AVAILABLE"
    NO_LONGER_AVAILABLE = "NO_LONGER_AVAILABLE"
    TEMPORARILY_NOT_AVAILABLE = "TEMPORARILY_NOT_AVAILABLE"
    APPROVED_FOR_MARKETING = "APPROVED_FOR_MARKETING"
    WITHHELD = "WITHHELD"
    UNKNOWN = "UNKNOWN"


class ExpandedAccess(RecordModel):
    """Expanded access to the intervention outside the trial."""

    has_expanded_access: Annotated[
        bool | None, declare("Whether expanded access is stated to exist.", Check.BOOLEAN)
    ] = None
    nct_id: Annotated[str | None, declare("NCT number of the expanded access record.", Check.IDENTIFIER)] = (
        None
    )
    status: Annotated[OverallStatus | None, declare("Status of the expanded access record.", Check.ENUM)] = (
        None
    )


class Status(RecordModel):
    """Recruitment status and the dates of the trial, each as printed."""

    overall_status: Annotated[
        OverallStatus | None,
        declare(
            "Recruitment status. UNKNOWN only where the page says unknown.",
            Check.ENUM,
            usual_home=("status", ""),
        ),
    ] = None
    last_known_status: Annotated[
        OverallStatus | None, declare("Last known status of a trial whose status is unknown.", Check.ENUM)
    ] = None
    why_stopped: Annotated[str | None, declare("Why the trial stopped, verbatim.", Check.VERBATIM)] = None
    start_date: Annotated[
        PartialDate | None, declare("Start of the trial.", scoring=Scoring.DATE, home=("start_date",))
    ] = None
    primary_completion_date: Annotated[
        PartialDate | None,
        declare("Primary completion.", scoring=Scoring.DATE, home=("primary_completion_date",)),
    ] = None
    completion_date: Annotated[
        PartialDate | None,
        declare("Completion of the trial.", scoring=Scoring.DATE, home=("completion_date",)),
    ] = None
    first_submitted: Annotated[
        PartialDate | None, declare("First submission to the registry.", scoring=Scoring.DATE)
    ] = None
    first_posted: Annotated[
        PartialDate | None, declare("First posting by the registry.", scoring=Scoring.DATE)
    ] = None
    last_update: Annotated[
        PartialDate | None, declare("Last update posted by the registry.", scoring=Scoring.DATE)
    ] = None
    verified: Annotated[
        PartialDate | None, declare("When the record was last verified.", scoring=Scoring.DATE)
    ] = None
    first_submitted_qc: Annotated[
        PartialDate | None, declare("First submission that met quality control.", scoring=Scoring.DATE)
    ] = None
    results_first_submitted: Annotated[
        PartialDate | None, declare("First submission of results.", scoring=Scoring.DATE)
    ] = None
    results_first_posted: Annotated[
        PartialDate | None, declare("First posting of results.", scoring=Scoring.DATE)
    ] = None
    last_update_submitted: Annotated[
        PartialDate | None, declare("Last update submitted to the registry.", scoring=Scoring.DATE)
    ] = None
    delayed_posting: Annotated[
        bool | None, declare("Whether posting of results is delayed.", Check.BOOLEAN)
    ] = None
    expanded_access: Annotated[ExpandedAccess | None, declare("Expanded access outside the trial.")] = None
    has_results: Annotated[
        bool | None,
        declare(
            "Whether the page says results are posted; false for words such as 'Results pending'.",
            Check.BOOLEAN,
            home=("results",),
        ),
    ] = None
    results_note: Annotated[
        str | None,
        declare("What the page says about posted results, verbatim.", Check.VERBATIM, home=("results",)),
    ] = None
