"""Other names of headings and labels, as registries and portals print them.

One entry is a family: names that a site would change together, each with its synonyms in equal order.
"""

Family = dict[str, tuple[str, ...]]

_CRITERIA: Family = {
    "Inclusion Criteria": (
        "Key inclusion criteria",
        "Participant inclusion criteria",
        "Principal inclusion criteria",
        "Inclusion Criteria:",
        "INCLUSION CRITERIA",
    ),
    "Exclusion Criteria": (
        "Key exclusion criteria",
        "Participant exclusion criteria",
        "Principal exclusion criteria",
        "Exclusion Criteria:",
        "EXCLUSION CRITERIA",
    ),
}
_SUMMARIES: Family = {
    "Brief Summary": ("Summary", "Study Overview", "Plain English Summary", "Lay Summary", "Brief summary"),
    "Detailed Description": (
        "Description",
        "Study Details",
        "Detailed Summary",
        "Full Description",
        "Detailed description",
    ),
}
_CONDITIONS: Family = {
    "Conditions": (
        "Condition",
        "Condition or disease",
        "Health Condition(s) or Problem(s) Studied",
        "Medical condition",
        "Disease or condition",
    )
}

MEDPATH: tuple[Family, ...] = (
    _CONDITIONS,
    _SUMMARIES,
    _CRITERIA,
    {"Interventions": ("Intervention", "Intervention(s)", "Intervention/treatment", "Study Interventions")},
    {
        "Registration Number": (
            "Trial ID",
            "Main ID",
            "ClinicalTrials.gov Identifier",
            "Trial Registration Number",
            "NCT Number",
        )
    },
    {"Lead Sponsor": ("Sponsor", "Primary Sponsor", "Name of the sponsor", "Study Sponsor")},
    {
        "Recruitment & Eligibility": (
            "Participation Criteria",
            "Eligibility and Recruitment",
            "Participants",
            "Recruitment and participants",
        )
    },
    {"Status": ("Recruitment Status", "Overall Status", "Trial Status", "Recruitment status")},
    {"Sex": ("Gender", "Sexes Eligible for Study", "Sex/Gender", "Eligible Sex")},
    {
        "Target Recruitment": (
            "Target sample size",
            "Enrollment",
            "Planned number of participants",
            "Target number of participants",
            "Sample Size",
        )
    },
    {"Study & Design": ("Study Plan", "Trial Design and Outcomes", "Design", "Study Design and Arms")},
    {"Study Type": ("Type of Study", "Trial Type", "Type of trial", "Study type")},
    {
        "Study Design": (
            "Intervention Model",
            "Interventional Study Model",
            "Intervention Assignment",
            "Assignment",
        )
    },
    {
        "Arm && Interventions": (
            "Arms and Interventions",
            "Study Arms",
            "Treatment Arms",
            "Arm Groups / Interventions",
        )
    },
    {
        "GroupInterventionDescription": (
            "ArmInterventionDescription",
            "Arm/GroupIntervention/TreatmentDescription",
            "Participant Group/ArmIntervention/TreatmentDescription",
        )
    },
    {
        "Primary Outcome Measures": (
            "Primary Outcome(s)",
            "Primary Outcome",
            "Primary Endpoints",
            "Primary end point(s)",
            "Primary outcome measure",
        ),
        "Secondary Outcome Measures": (
            "Secondary Outcome(s)",
            "Secondary Outcome",
            "Secondary Endpoints",
            "Secondary end point(s)",
            "Secondary outcome measures",
        ),
    },
    {
        "NameTimeMethod": (
            "Outcome MeasureTime FrameDescription",
            "MeasureTimepointMethod",
            "OutcomeTimepoint",
        )
    },
    {
        "Trial Locations": (
            "Study Locations",
            "Contacts and Locations",
            "Study Centres",
            "Recruiting Locations",
        ),
    },
    {"Locations": ("Sites", "Trial Sites", "Study Sites")},
)

SNAPSHOT: tuple[Family, ...] = (
    _CONDITIONS,
    _SUMMARIES,
    _CRITERIA,
    {"NCT ID": ("ClinicalTrials.gov ID", "NCT Number", "ClinicalTrials.gov Identifier", "Trial ID")},
    {"Last Updated": ("Last updated on", "Date last updated", "Page last updated", "Last edited")},
    {"Study Results": ("Results", "Results Overview", "Trial Results", "Study results")},
    {"Basic Information": ("Study Overview", "Key Facts", "At a Glance", "Trial Information")},
    {"Recruitment Status": ("Overall Status", "Status", "Trial Status", "Overall recruitment status")},
    {"Clinical Phase": ("Phase", "Study Phase", "Trial Phase", "Development Phase")},
    {
        "Total Enrollment": (
            "Enrollment",
            "Number of Participants",
            "Target sample size",
            "Planned number of participants",
        )
    },
    {"Study Classification": ("Study Type", "Type of Study", "Trial Type")},
    {
        "Study Start Date": ("Study Start", "Start Date", "Trial Start Date", "Start date of the study"),
        "Study Completion Date": (
            "Study Completion",
            "Completion Date",
            "Trial Completion Date",
            "End date of the study",
        ),
    },
    {"Study Design": ("Design Details", "Trial Design", "How is the study designed?", "Design")},
    {"Allocation Method": ("Allocation", "Method of Allocation", "Allocation to intervention")},
    {
        "Intervention Model": (
            "Interventional Study Model",
            "Study Model",
            "Intervention assignment",
            "Assignment",
        )
    },
    {"Primary Study Purpose": ("Primary Purpose", "Purpose of the study", "Purpose")},
    {"Blinding Strategy": ("Masking", "Blinding", "Masking / blinding", "Blinding/Masking")},
    {"Study Groups": ("Study Arms", "Arms and Groups", "Treatment Arms", "Groups and Cohorts")},
    {"Group Type": ("Arm Type", "Type of arm")},
    {"Interventions": ("Intervention(s)", "Intervention", "Intervention/treatment", "Study Interventions")},
    {"Intervention Type": ("Type of intervention", "Intervention/treatment type")},
    {"Other Intervention Names": ("Other Names", "Alternative Names", "Intervention Synonyms")},
    {
        "Eligibility Criteria": (
            "Eligibility",
            "Participation Criteria",
            "Who can participate",
            "Participant Eligibility",
        )
    },
    {
        "Minimum Eligible Age": ("Minimum Age", "Lower age limit", "Age Minimum", "Inclusion age min"),
        "Maximum Eligible Age": ("Maximum Age", "Upper age limit", "Age Maximum", "Inclusion age max"),
    },
    {"Eligible Sex": ("Sex", "Gender", "Sexes Eligible for Study", "Sex/Gender")},
    {
        "Accepts Healthy Volunteers": (
            "Healthy Volunteers",
            "Healthy volunteers accepted",
            "Can healthy volunteers participate?",
        )
    },
    {"Sponsors": ("Sponsor", "Sponsors and Collaborators", "Sponsor / Collaborators")},
    {"Sponsor Role": ("Role of sponsor", "Sponsor type")},
    {"Responsible Party": ("Party responsible", "Responsible Person", "Responsible organisation or person")},
    {"Responsibility Role": ("Responsible party type", "Type of responsible party")},
    {"Principal Investigators": ("Study Officials", "Overall Officials", "Investigators and Officials")},
    {"Role": ("Official role", "Function")},
    {"Locations": ("Study Locations", "Trial Sites", "Study Centres", "Recruitment Centres")},
    {"Site Status": ("Location status", "Recruitment status of the site")},
    {"Countries": ("Countries of recruitment", "Location Countries", "Recruitment Countries")},
    {"References": ("Publications", "Citations", "Bibliography", "Related Publications")},
    {"Reference Type": ("Citation type", "Type of reference")},
    {"PMID": ("PubMed ID", "PubMed")},
    {
        "Other Identifiers": (
            "Secondary IDs",
            "Other Study ID Numbers",
            "Secondary identifying numbers",
            "Other IDs",
        )
    },
    {
        "Identifier Type": ("ID Type", "Type of identifier"),
        "Identifier Source": ("ID Source", "Source of identifier"),
    },
)

PORTAL: tuple[Family, ...] = (
    {"Original language": ("Language", "Language of publication", "Publication language")},
    {"Pages (from-to)": ("Pages", "Page range", "Page numbers")},
    {"Number of pages": ("Page count", "No. of pages", "Total pages")},
    {"Issue number": ("Issue", "Journal issue", "Issue no.")},
    {"Publication status": ("Status", "State of publication", "Publication state")},
    {"Externally published": ("External publication", "Published externally")},
    {
        "ASJC Scopus subject areas": (
            "Subject areas",
            "Scopus subject areas",
            "Research areas",
            "All Science Journal Classification (ASJC) codes",
        )
    },
)

BY_FORM = {"medpath": MEDPATH, "ctgov-snapshot": SNAPSHOT, "pure-portal": PORTAL}
