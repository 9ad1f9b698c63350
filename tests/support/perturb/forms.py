"""What the known pages look like: their headings, labels and tables, as printed."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one site's pages.

    `panel`: fields between the title block and the first section. `sections`: headings with the fields below
    them. `inline`: labels that stand on one line with their value. `glued`: labels that have lost the blank
    before their value; such lines are a panel of fields too. `tables`: printed table headers.
    `footer`: what a line of the footer begins with. `rows`: headings of sections made of rows,
    and the record's list whose items begin the rows; `""` where every line is a row. `lists`: headings of
    sections made of list items. `needed`: headings every such page has.
    """

    name: str
    sign: str
    sections: dict[str, tuple[str, ...]]
    panel: tuple[str, ...] = ()
    inline: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    rows: dict[str, str] = field(default_factory=dict)
    lists: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()


MEDPATH = Form(
    name="medpath",
    sign="Study & Design",
    panel=("Conditions", "Interventions", "Registration Number", "Lead Sponsor"),
    sections={
        "Brief Summary": (),
        "Detailed Description": (),
        "Recruitment & Eligibility": (
            "Status",
            "Sex",
            "Target Recruitment",
            "Inclusion Criteria",
            "Exclusion Criteria",
        ),
        "Study & Design": (
            "Study Type",
            "Study Design",
            "Arm && Interventions",
            "Primary Outcome Measures",
            "Secondary Outcome Measures",
        ),
        "Trial Locations": (),
    },
    inline=("Locations",),
    tables=("GroupInterventionDescription", "NameTimeMethod"),
    footer=("©", "MedPath"),
    rows={
        "Arm && Interventions": "",
        "Primary Outcome Measures": "/outcomes/measure",
        "Secondary Outcome Measures": "/outcomes/measure",
    },
    lists=("Inclusion Criteria", "Exclusion Criteria"),
    needed=("Registration Number",),
)
SNAPSHOT = Form(
    name="ctgov-snapshot",
    sign="Basic Information",
    sections={
        "Study Results": (),
        "Basic Information": (
            "Recruitment Status",
            "Clinical Phase",
            "Total Enrollment",
            "Study Classification",
            "Study Start Date",
            "Study Completion Date",
        ),
        "Brief Summary": (),
        "Detailed Description": (),
        "Conditions": (),
        "Study Design": (
            "Allocation Method",
            "Intervention Model",
            "Primary Study Purpose",
            "Blinding Strategy",
        ),
        "Study Groups": (),
        "Interventions": (),
        "Other Intervention Names": (),
        "Eligibility Criteria": (
            "Inclusion Criteria",
            "Exclusion Criteria",
            "Minimum Eligible Age",
            "Maximum Eligible Age",
            "Eligible Sex",
            "Accepts Healthy Volunteers",
        ),
        "Sponsors": (),
        "Responsible Party": (),
        "Principal Investigators": (),
        "Locations": (),
        "Countries": (),
        "References": (),
        "Other Identifiers": (),
    },
    inline=(
        "NCT ID",
        "Last Updated",
        "Group Type",
        "Intervention Type",
        "Sponsor Role",
        "Responsibility Role",
        "Role",
        "Site Status",
        "Reference Type",
        "PMID",
        "Identifier Type",
        "Identifier Source",
    ),
    footer=("More Related Trials",),
    rows={"Study Groups": "/arms/label", "References": "/references/citation"},
    lists=("Inclusion Criteria", "Exclusion Criteria"),
)
PORTAL = Form(
    name="pure-portal",
    sign="Research output:",
    glued=(
        "Original language",
        "Pages (from-to)",
        "Number of pages",
        "Issue number",
        "Publication status",
        "Externally published",
    ),
    sections={"ASJC Scopus subject areas": ()},
    footer=("Dive into the research topics",),
    lists=("ASJC Scopus subject areas",),
)
FORMS = (MEDPATH, SNAPSHOT, PORTAL)
