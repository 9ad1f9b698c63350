"""Records of ClinicalTrials.gov in JSON and in XML."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import extract
from extractor.documents import Document
from extractor.extraction import Extractor
from extractor.layout import ctgov_api_names, ctgov_xml_names
from extractor.records.declare import Tier
from extractor.records.envelope import Extraction
from extractor.records.finding import FindingCode
from extractor.records.leaves import leaves
from extractor.records.record import TrialRecord

RECORDS = Path(__file__).parent / "records"
API, XML = RECORDS / "api-v2.json", RECORDS / "legacy.xml"


def changed(**modules: dict[str, Any]) -> Extraction:
    """The invented record with other modules; `None` takes a field out."""
    record = json.loads(API.read_text(encoding="utf-8"))
    for name, fields in modules.items():
        module = record["protocolSection"].setdefault(name, {})
        module.update(fields)
    return extracted(record)


def extracted(record: Any) -> Extraction:
    data = json.dumps(record).encode()
    return Extractor().extract(Document.from_bytes(data, id="tea", media_type="application/json"))


def read_xml(inside: str) -> Extraction:
    text = f"<clinical_study><id_info><nct_id>NCT09990003</nct_id></id_info>{inside}</clinical_study>"
    return Extractor().extract(Document.from_bytes(text.encode(), id="tea"))


def unread(extraction: Extraction) -> list[str]:
    return [
        finding.message
        for finding in extraction.findings
        if finding.code is FindingCode.UNREAD and finding.spans
    ]


def printed(record: TrialRecord) -> dict[str, Any]:
    """What the fields of a record print; what grammars read from it has tests of its own."""
    return {leaf.pointer: leaf.value for leaf in leaves(record) if leaf.tier is Tier.STRUCTURE}


@pytest.mark.parametrize("path", [API, XML], ids=["json", "xml"])
def test_a_whole_record_is_read(path: Path) -> None:
    text = (RECORDS / "expected" / f"{path.stem}.json").read_text(encoding="utf-8")
    read, expected = extract(path).record, TrialRecord.model_validate_json(text)
    assert printed(read) == printed(expected)
    assert read.references == expected.references
    assert [site.country_iso2 for site in read.locations] == [
        site.country_iso2 for site in expected.locations
    ]


@pytest.mark.parametrize("path", [API, XML], ids=["json", "xml"])
def test_every_value_is_verified_or_quoted_where_the_reader_says(path: Path) -> None:
    extraction, document = extract(path), Document.from_path(path)
    for pointer, evidence in extraction.evidence.items():
        assert evidence.status in {"VERIFIED", "QUOTED"}, (pointer, evidence)
        assert all(document.text[span.start : span.end] == span.quote for span in evidence.spans)


@pytest.mark.parametrize("path", [API, XML], ids=["json", "xml"])
def test_all_that_is_not_read_is_the_posted_results_and_a_finding_says_so(path: Path) -> None:
    (finding,) = extract(path).findings
    assert (finding.code, finding.pointer) == (FindingCode.UNREAD, "/results")


def words_of(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, below in node.items():
            yield from words_of(below, f"{path}/{key}".removeprefix("/"))
    elif isinstance(node, list):
        for below in node:
            yield from words_of(below, path)
    else:
        yield path, node if isinstance(node, str) else json.dumps(node)


def test_every_field_of_a_record_is_evidence_or_declared_as_left_out() -> None:
    extraction = extract(API)
    shown = {span.quote for evidence in extraction.evidence.values() for span in evidence.spans}
    names = ctgov_api_names.NAMES
    known = (*names.left_out, names.results)
    lost = [
        (path, words)
        for path, words in words_of(json.loads(API.read_text(encoding="utf-8")))
        if words not in shown and not any(path == top or path.startswith(f"{top}/") for top in known)
    ]
    assert lost == []


def test_a_field_that_no_version_had_yet_is_named_in_a_finding() -> None:
    assert unread(changed(designModule={"colour": "green"})) == [
        "The field protocolSection/designModule/colour is not read"
    ]
    assert unread(read_xml("<colour>green</colour>")) == ["The field clinical_study/colour is not read"]


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        ({"statusModule": {"overallStatus": "STEEPING"}}, "OverallStatus could not be read"),
        ({"statusModule": {"startDateStruct": {"date": "2021-13"}}}, "The date could not be read"),
        ({"designModule": {"enrollmentInfo": {"count": 1.5}}}, "The count could not be read"),
        ({"designModule": {"enrollmentInfo": {"count": -4}}}, "The count could not be read"),
        ({"designModule": {"phases": ["PHASE9"]}}, "Phase could not be read"),
        ({"eligibilityModule": {"minimumAge": "old"}}, "The age could not be read"),
        ({"oversightModule": {"oversightHasDmc": "maybe"}}, "Yes or no could not be read"),
        ({"identificationModule": {"nctId": "NCT1"}}, "The registration number has no known pattern"),
    ],
)
def test_a_value_that_is_none_is_said_to_be_unread(modules: dict[str, Any], said: str) -> None:
    assert said in unread(changed(**modules))


@pytest.mark.parametrize(
    ("modules", "pointer"),
    [
        ({"armsInterventionsModule": {"armGroups": [{"type": "OTHER"}]}}, "/arms"),
        ({"armsInterventionsModule": {"interventions": [{"type": "DRUG"}]}}, "/interventions"),
        ({"outcomesModule": {"otherOutcomes": [{"timeFrame": "1 week"}]}}, "/outcomes"),
        ({"referencesModule": {"references": [{"pmid": "99000001"}]}}, "/references"),
        ({"contactsLocationsModule": {"overallOfficials": [{"role": "STUDY_CHAIR"}]}}, "/officials"),
        ({"referencesModule": {"seeAlsoLinks": [{"label": "tea"}]}}, "/see_also"),
    ],
)
def test_an_object_without_what_names_it_is_said_to_be_unread(modules: dict[str, Any], pointer: str) -> None:
    findings = changed(**modules).findings
    assert pointer in {finding.pointer for finding in findings if "without" in finding.message}


def test_an_arm_that_is_not_listed_is_linked_to_nothing() -> None:
    extraction = changed(
        armsInterventionsModule={
            "interventions": [{"name": "Oolong", "armGroupLabels": ["Tea group", "No group"]}]
        }
    )
    assert [(link.arm, link.intervention) for link in extraction.record.arm_interventions] == [("A1", "I1")]
    assert "The label of an arm that is not listed could not be read" in unread(extraction)


def test_criteria_that_no_heading_divides_are_kept_as_text() -> None:
    extraction = changed(
        eligibilityModule={"eligibilityCriteria": "PEOPLE WHO DRINK TEA:\n\n* adults\n* no children"}
    )
    eligibility = extraction.record.eligibility
    assert eligibility.criteria_text == "PEOPLE WHO DRINK TEA:\n\n* adults\n* no children"
    assert (eligibility.inclusion, eligibility.exclusion) == ([], [])
    assert "A part of the criteria could not be read" in unread(extraction)


def test_the_design_in_one_field_is_read_piece_by_piece() -> None:
    extraction = read_xml(
        "<study_type>Interventional</study_type><study_design>Allocation: Non-Randomized, "
        "Endpoint Classification: Safety/Efficacy Study, Intervention Model: Parallel Assignment, "
        "Masking: Double Blind (Subject, Caregiver), Primary Purpose: Basic Science</study_design>"
    )
    design = extraction.record.design
    assert (design.allocation, design.intervention_model) == ("NON_RANDOMIZED", "PARALLEL")
    assert (design.masking, design.who_masked) == ("DOUBLE", ["PARTICIPANT", "CARE_PROVIDER"])
    assert design.primary_purpose == "BASIC_SCIENCE"
    assert {evidence.status for evidence in extraction.evidence.values()} == {"VERIFIED"}


@pytest.mark.parametrize(
    ("older", "pointer"),
    [
        ("<firstreceived_date>May 2, 2011</firstreceived_date>", "first_submitted"),
        ("<lastchanged_date>May 2, 2011</lastchanged_date>", "last_update_submitted"),
        ("<firstreceived_results_date>May 2, 2011</firstreceived_results_date>", "results_first_submitted"),
    ],
)
def test_older_names_of_dates_are_known(older: str, pointer: str) -> None:
    assert getattr(read_xml(older).record.status, pointer).date == "2011-05-02"


def test_the_formats_declare_the_same_lists() -> None:
    assert ctgov_api_names.NAMES.lists.keys() == ctgov_xml_names.NAMES.lists.keys()
    assert ctgov_api_names.NAMES.outcomes.keys() == ctgov_xml_names.NAMES.outcomes.keys()


@pytest.mark.parametrize(
    "whole",
    [
        {"tea": 1},
        [],
        [1, 2],
        "tea",
        {"protocolSection": {}},
        {"protocolSection": "tea"},
        {"protocolSection": [[]]},
    ],
)
def test_json_of_another_shape_has_an_unknown_layout(whole: Any) -> None:
    text = json.dumps(
        {"id": "NCT09990004", "whole": whole} if not isinstance(whole, dict) else {**whole, "a": "b"}
    )
    extraction = Extractor().extract(
        Document.from_bytes(text.encode(), id="tea", media_type="application/json")
    )
    assert extraction.record.source.layout == "unknown"
    assert FindingCode.UNKNOWN_LAYOUT in {finding.code for finding in extraction.findings}


WORDS = st.text(
    st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12
) | st.sampled_from(["NCT09990001", "2020-01", "PHASE1", "18 Years", "ACTUAL", "Inclusion Criteria:"])
VALUES = st.recursive(
    WORDS | st.booleans() | st.integers() | st.none(),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(["name", "label", "date"]), below)
    ),
    max_leaves=4,
)


@settings(deadline=None, max_examples=50)
@given(st.data())
def test_no_record_breaks_the_reader_whatever_stands_in_its_fields(data: st.DataObject) -> None:
    record = json.loads(API.read_text(encoding="utf-8"))
    module = data.draw(st.sampled_from(sorted(record["protocolSection"])))
    fields = record["protocolSection"][module]
    for name in data.draw(st.sets(st.sampled_from(sorted(fields)), min_size=1)):
        fields[name] = data.draw(VALUES)
    document = Document.from_bytes(
        json.dumps(record).encode("utf-8", "replace"), id="tea", media_type="application/json"
    )
    extraction = Extractor().extract(document)
    assert extraction.record.source.layout in {"ctgov-api-v2", "unknown"}
