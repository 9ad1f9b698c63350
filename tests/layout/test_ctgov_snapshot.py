"""Snapshot pages: an invented one, and what changes when the page does."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.records.missing import MissingReason
from extractor.records.times import TimeUnit

Read = Callable[[str], Draft]
Swap = Callable[[str, str, str], str]
Unread = Callable[[Draft], list[str]]


def test_fields_below_their_labels_are_read(read: Read, snapshot_page: str) -> None:
    record = read(snapshot_page).record
    assert (record.source.layout, record.source.page_kind) == ("ctgov-snapshot", "REGISTRY_PAGE")
    assert record.source.last_updated
    assert record.source.last_updated.date == "2024-05-06"
    assert record.brief_title == "Evening Oats for Early Risers"
    assert record.brief_summary == "Oats are eaten late."
    assert record.conditions == ["Early Waking"]
    assert record.status.overall_status == "COMPLETED"
    assert record.status.start_date
    assert record.status.start_date.date == "2021-03"
    assert record.status.completion_date
    assert record.status.completion_date.date == "2023-11-30"
    design = record.design
    assert (design.study_type, design.phases) == ("INTERVENTIONAL", ["PHASE1", "PHASE2"])
    assert (design.allocation, design.intervention_model) == ("RANDOMIZED", "CROSSOVER")
    assert (design.primary_purpose, design.masking) == ("PREVENTION", "DOUBLE")
    assert design.who_masked == ["PARTICIPANT", "INVESTIGATOR"]
    assert design.enrollment.count == 44


def test_eligibility_is_read_from_its_fields(read: Read, snapshot_page: str) -> None:
    eligibility = read(snapshot_page).record.eligibility
    assert eligibility.minimum_age
    assert eligibility.maximum_age
    ages = [eligibility.minimum_age, eligibility.maximum_age]
    assert [(age.value, age.unit, age.inclusive) for age in ages] == [
        (Decimal(20), TimeUnit.YEAR, True),
        (Decimal(70), TimeUnit.YEAR, True),
    ]
    assert (eligibility.age_source, eligibility.sex, eligibility.healthy_volunteers) == (
        "STRUCTURED",
        "ALL",
        True,
    )
    assert [one.text for one in eligibility.inclusion] == ["Wakes before five", "Owns a bowl"]
    assert [one.text for one in eligibility.exclusion] == ["Dislikes oats"]
    assert eligibility.criteria_text
    assert eligibility.criteria_text.startswith("Inclusion Criteria\n\n* Wakes")
    assert eligibility.criteria_text.endswith("* Dislikes oats")


def test_people_places_and_identifiers_are_read(read: Read, snapshot_page: str) -> None:
    record = read(snapshot_page).record
    assert [(one.name, one.agency_class, one.role) for one in record.sponsors] == [
        ("College of Breakfast", "OTHER", "LEAD"),
        ("Mill and Sons", "INDUSTRY", "COLLABORATOR"),
    ]
    assert record.responsible_party
    assert (record.responsible_party.name, record.responsible_party.title) == ("Ada Hafer", "Head of Kitchen")
    assert record.responsible_party.type == "PRINCIPAL_INVESTIGATOR"
    assert [(one.name, one.role, one.affiliation) for one in record.officials] == [
        ("Ada Hafer, PhD", "PRINCIPAL_INVESTIGATOR", "College of Breakfast"),
        ("Ben Korn, MD", "STUDY_CHAIR", "Mill and Sons"),
    ]
    assert [(one.facility, one.city, one.country_iso2) for one in record.locations] == [
        ("Morning Hall", "Graz", "AT")
    ]
    assert record.countries == ["Austria"]
    assert [(one.citation[:8], one.type, one.pmid) for one in record.references] == [
        ("Hafer A.", "BACKGROUND", "99000001")
    ]
    assert [
        (one.scheme, one.value, one.role, one.printed_type, one.issuer) for one in record.identifiers
    ] == [
        ("NCT", "NCT09990002", "PRIMARY", None, None),
        ("ORG_STUDY_ID", "OATS-7", "ORG_STUDY", "Protocol", None),
        ("EUDRACT", "2019-009999-11", "SECONDARY", "EudraCT", "Registry Office"),
    ]


def test_blurbs_and_related_trials_are_no_content(read: Read, snapshot_page: str) -> None:
    draft = read(snapshot_page)
    values = draft.record.model_dump_json()
    for blurb in ("Get a concise", "Review the", "Meet the", "Additional clinical trials"):
        assert blurb not in values
    assert [finding.code for finding in draft.findings] == [FindingCode.AMBIGUOUS]
    assert draft.missing == {"/results": MissingReason.STATED_NOT_AVAILABLE}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Recruitment Status", "Overall Status"),
        ("Total Enrollment", "Actual Enrollment"),
        ("Study Start Date", "Start Date"),
        ("Allocation Method", "Allocation"),
        ("Blinding Strategy", "Masking"),
        ("Study Groups", "Arms"),
        ("Eligible Sex", "Sexes Eligible for Study"),
        ("Principal Investigators", "Study Officials"),
        ("Other Identifiers", "Other Study ID Numbers"),
    ],
)
def test_headings_by_another_name_change_nothing(
    read: Read, swap: Swap, snapshot_page: str, old: str, new: str
) -> None:
    assert read(swap(snapshot_page, f"\n{old}\n", f"\n{new}\n")).record == read(snapshot_page).record


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        ("Interventions\n\nLearn", "Other Intervention Names", "detailed_description"),
        ("Sponsors\n\n", "Responsible Party", "sponsors"),
        ("Responsible Party\n\n", "Principal Investigators", "responsible_party"),
        ("Principal Investigators\n\n", "Locations\n\n", "officials"),
        ("Locations\n\n", "Countries\n\n", "locations"),
        ("Countries\n\n", "References\n\n", "countries"),
        ("References\n\n", "Other Identifiers", "references"),
        ("Study Groups", "Interventions\n\nLearn", "arms"),
    ],
)
def test_a_section_that_is_not_there_leaves_its_part_empty(
    read: Read, snapshot_page: str, start: str, end: str, name: str
) -> None:
    draft = read(snapshot_page[: snapshot_page.index(start)] + snapshot_page[snapshot_page.index(end) :])
    assert draft.record.source.layout == "ctgov-snapshot"
    assert not getattr(draft.record, name)
    assert draft.record.brief_title == "Evening Oats for Early Risers"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Last Updated: 2024-05-06", "Last Updated: long ago", "long ago"),
        ("NCT ID: NCT09990002", "NCT ID: NCT09990002\n\nAlso known as OATMEAL", "Also known as OATMEAL"),
        ("2021-03", "in spring", "in spring"),
        ("2023-11-30", "30/11/2023", "30/11/2023"),
        ("44 participants", "a few", "a few"),
        ("PHASE1/PHASE2", "PHASE 12", "PHASE 12"),
        ("Oats are", "Fine\n\nStudy Phase\n\nPHASE1\n\nand more\n\nBrief Summary\n\nOats are", "and more"),
        ("\nDOUBLE\n", "\nTHICK CURTAINS\n", "THICK CURTAINS"),
        ("\nParticipants\n", "\nThe cat\n", "The cat"),
        ("20 Years", "twenty", "twenty"),
        ("70 Years", "99999999999 Years", "99999999999 Years"),
        ("\nYes\n", "\nPerhaps\n", "Perhaps"),
        ("Sponsor Role collaborator", "Sponsor Role friend", "Sponsor Role friend"),
        ("\nINDUSTRY\n", "\nBAKERY\n", "BAKERY"),
        (
            "Responsibility Role PRINCIPAL_INVESTIGATOR",
            "Responsibility Role COOK",
            "Responsibility Role COOK",
        ),
        ("Role: STUDY_CHAIR", "Role: TABLE", "Role: TABLE"),
        ("Group Type EXPERIMENTAL", "Group Type TASTY", "TASTY"),
        ("Reference Type BACKGROUND", "Reference Type RUMOUR", "RUMOUR"),
        ("Results pending", "They woke at six.", "They woke at six."),
        ("More Related Trials", "Primary Outcomes\n\nHours asleep\n\nMore Related Trials", "Hours asleep"),
        ("Identifier Type: EudraCT\n\nIdentifier Source: Registry Office\n", "", "2019-009999-11"),
    ],
)
def test_words_that_cannot_be_read_are_named_in_a_finding(
    read: Read, swap: Swap, unread: Unread, snapshot_page: str, old: str, new: str, words: str
) -> None:
    assert words in unread(read(swap(snapshot_page, old, new)))


@pytest.mark.parametrize(
    ("old", "new", "pointer", "reason"),
    [
        ("\nRANDOMIZED\n", "\nNot available\n", "/design/allocation", MissingReason.STATED_NOT_AVAILABLE),
        ("\nRANDOMIZED\n", "\n", "/design/allocation", MissingReason.EMPTY_SECTION),
        ("\n2021-03\n", "\n-\n", "/status/start_date", MissingReason.DASH_PLACEHOLDER),
        ("\n20 Years\n", "\nN/A\n", "/eligibility/minimum_age", MissingReason.STATED_NOT_AVAILABLE),
        ("\nOats are eaten late.\n", "\n", "/brief_summary", MissingReason.EMPTY_SECTION),
        ("\nDOUBLE\n\nParticipants\n\nInvestigators\n", "\n", "/design/masking", MissingReason.EMPTY_SECTION),
        ("\nResults pending\n", "\n", "/results", MissingReason.EMPTY_SECTION),
        (
            "Identifier Type: Protocol",
            "Identifier Type: -",
            "/identifiers/1/printed_type",
            MissingReason.DASH_PLACEHOLDER,
        ),
        ("Graz, Styria, Austria", "Graz, , Austria", "/locations/0/state", MissingReason.EMPTY_CELL),
    ],
)
def test_a_placeholder_or_an_empty_section_is_the_reason_of_a_null(
    read: Read, swap: Swap, snapshot_page: str, old: str, new: str, pointer: str, reason: MissingReason
) -> None:
    draft = read(swap(snapshot_page, old, new))
    assert draft.missing[pointer] is reason
    assert draft.quotes[pointer]


def test_two_dates_for_one_field_are_a_contradiction(read: Read, swap: Swap, snapshot_page: str) -> None:
    draft = read(swap(snapshot_page, "Brief Summary\n", "Start Date\n\n2022\n\nBrief Summary\n"))
    assert draft.record.status.start_date
    assert draft.record.status.start_date.date == "2021-03"
    assert (FindingCode.CONTRADICTION, "/status/start_date") in {
        (finding.code, finding.pointer) for finding in draft.findings
    }


def test_three_sites_are_three_and_one_printed_twice_is_one(
    read: Read, swap: Swap, snapshot_page: str
) -> None:
    sites = (
        "Morning Hall\n\nGraz, Styria, Austria\n\nNoon Hall\n\nLinz, Austria\n\n"
        "Evening Hall\n\nSeoul, Korea, Republic of\n\nMorning Hall\n\nGraz, Styria, Austria\n"
    )
    draft = read(swap(snapshot_page, "Morning Hall\n\nGraz, Styria, Austria\n", sites))
    assert [(one.facility, one.city, one.state, one.country) for one in draft.record.locations] == [
        ("Morning Hall", "Graz", "Styria", "Austria"),
        ("Noon Hall", "Linz", None, "Austria"),
        ("Evening Hall", "Seoul", None, "Korea, Republic of"),
    ]
    assert len(draft.quotes["/locations/0/city"]) == 2


@pytest.mark.parametrize("above", ["Accept all cookies", "Back to results for NCT09990077"])
def test_the_title_stands_right_above_the_number(
    read: Read, unread: Unread, snapshot_page: str, above: str
) -> None:
    draft = read(f"{above}\n\n{snapshot_page}")
    assert draft.record.brief_title == "Evening Oats for Early Risers"
    assert above in unread(draft)
