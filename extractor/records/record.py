"""The trial record: everything one page says about its trial."""

from typing import Annotated, ClassVar

from pydantic import Field

from extractor.records.arms import Arm, ArmIntervention, Intervention
from extractor.records.base import RecordModel
from extractor.records.declare import Check, Scoring, Tier, declare
from extractor.records.design import Design
from extractor.records.eligibility import Eligibility
from extractor.records.identifiers import Identifier
from extractor.records.locations import Location
from extractor.records.outcomes import Outcome
from extractor.records.oversight import Oversight
from extractor.records.people import Contact, Official, Organization, ResponsibleParty, Sponsor
from extractor.records.publication import Publication
from extractor.records.references import Reference
from extractor.records.results import ResultStatement
from extractor.records.sharing import AvailableIpd, IpdSharing, WebLink
from extractor.records.source import Source
from extractor.records.status import Status


class TrialRecord(RecordModel):
    """What one page says about its trial. null means: not stated."""

    printed_by_publications: ClassVar[frozenset[str]] = frozenset(
        {"source", "identifiers", "brief_title", "official_title", "publication", "keywords", "see_also"}
    )
    """Fields that a publication page prints; all others it says in its abstract only."""

    source: Annotated[Source, declare("The page itself.", group="source")]
    identifiers: Annotated[list[Identifier], declare("Identifiers.", group="identifiers")] = []
    brief_title: Annotated[str | None, declare("The page's main title.", Check.VERBATIM, group="titles")] = (
        None
    )
    official_title: Annotated[
        str | None,
        declare("Official title, where the page prints a second one.", Check.VERBATIM, group="titles"),
    ] = None
    acronym: Annotated[str | None, declare("Acronym of the trial.", Check.VERBATIM, group="titles")] = None
    publication: Annotated[
        Publication | None, declare("The publication, on publication pages only.", group="publication")
    ] = None
    status: Annotated[Status, declare("Status and dates.", group="status")] = Field(default_factory=Status)
    sponsors: Annotated[
        list[Sponsor],
        declare("Sponsors and collaborators.", group="people", home=("lead_sponsor", "sponsors")),
    ] = []
    responsible_party: Annotated[
        ResponsibleParty | None,
        declare("Who answers for the information.", group="people", home=("responsible_party",)),
    ] = None
    officials: Annotated[
        list[Official], declare("Study officials.", group="people", home=("investigators",))
    ] = []
    brief_summary: Annotated[
        str | None,
        declare(
            "Brief summary, verbatim.",
            Check.VERBATIM,
            scoring=Scoring.LONG_TEXT,
            group="narrative",
            block=True,
            home=("brief_summary",),
        ),
    ] = None
    detailed_description: Annotated[
        str | None,
        declare(
            "Detailed description, verbatim.",
            Check.VERBATIM,
            scoring=Scoring.LONG_TEXT,
            group="narrative",
            block=True,
            home=("description",),
        ),
    ] = None
    conditions: Annotated[
        list[str],
        declare("Conditions, each as printed.", Check.VERBATIM, group="conditions", home=("conditions",)),
    ] = []
    keywords: Annotated[
        list[str],
        declare("Keywords, each as printed.", Check.VERBATIM, group="conditions", home=("keywords",)),
    ] = []
    design: Annotated[Design, declare("How the trial is designed.", group="design")] = Field(
        default_factory=Design
    )
    arms: Annotated[list[Arm], declare("Arms or cohorts.", group="arms", usual_home=("arms",))] = []
    interventions: Annotated[
        list[Intervention],
        declare("Interventions.", group="interventions", usual_home=("interventions", "arms", "other_names")),
    ] = []
    arm_interventions: Annotated[
        list[ArmIntervention], declare("Which arm receives what.", group="arms")
    ] = []
    outcomes: Annotated[
        list[Outcome],
        declare(
            "Outcome measures.",
            group="outcomes",
            usual_home=("primary_outcomes", "secondary_outcomes", "other_outcomes"),
        ),
    ] = []
    eligibility: Annotated[Eligibility, declare("Who may take part.", group="eligibility")] = Field(
        default_factory=Eligibility
    )
    locations: Annotated[list[Location], declare("Sites.", group="locations", home=("location_list",))] = []
    location_count_stated: Annotated[
        int | None,
        declare("Number of sites the page states.", Check.NUMBER, group="locations", home=("location_list",)),
    ] = None
    countries: Annotated[
        list[str],
        declare(
            "Countries, each once, as printed.",
            Check.VERBATIM,
            group="locations",
            home=("countries", "location_list"),
        ),
    ] = []
    references: Annotated[
        list[Reference], declare("References.", group="references", home=("references",))
    ] = []
    results: Annotated[
        list[ResultStatement], declare("Results of this trial.", tier=Tier.PROSE, group="results")
    ] = []
    organization: Annotated[
        Organization | None, declare("Organisation that registered the trial.", group="people")
    ] = None
    oversight: Annotated[Oversight | None, declare("Oversight.", group="oversight")] = None
    central_contacts: Annotated[list[Contact], declare("Central contacts.", group="people")] = []
    see_also: Annotated[list[WebLink], declare("Links the page prints.", group="sharing")] = []
    avail_ipd: Annotated[
        list[AvailableIpd], declare("Participant data that are available.", group="sharing")
    ] = []
    ipd_sharing: Annotated[IpdSharing | None, declare("Plan to share participant data.", group="sharing")] = (
        None
    )
