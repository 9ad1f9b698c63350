"""Values that hold words of other fields."""

from typing import Any

import pytest

from extractor.layout.foreign import foreign_values
from extractor.records.record import TrialRecord


def foreign(**fields: Any) -> list[str]:
    source = {"page_kind": "REGISTRY_PAGE", "layout": fields.pop("layout", "medpath")}
    return list(foreign_values(TrialRecord.model_validate({"source": source, **fields})))


@pytest.mark.parametrize(
    "condition",
    [
        "NCT09990001",
        "Drug: Tea",
        "Recruiting",
        "Study Type",
        "Insomnia\nTea",
        "Insomnia • Tea",
        "Insomnia    Tea",
        "GroupInterventionDescription",
        "Lyon, Rhône, France",
        "tea@example.org",
        "We ask in this study whether tea helps people who cannot fall asleep.",
    ],
)
def test_no_condition_is_an_identifier_a_heading_or_a_sentence(condition: str) -> None:
    assert foreign(conditions=["Insomnia", condition]) == ["/conditions/1"]


@pytest.mark.parametrize(
    "condition",
    [
        "Carcinoma, Hepatocellular",
        "Stage III Gizzard Cancer",
        "COVID-19",
        "Sleep Disorders, Circadian Rhythm",
        "Other.",
    ],
)
def test_names_with_commas_numbers_and_stops_are_conditions(condition: str) -> None:
    assert foreign(conditions=[condition]) == []


@pytest.mark.parametrize(
    "title",
    [
        "METHODS: Forty offices took part",
        "• Awake at midnight",
        "Volume12",
        "Brief Summary",
    ],
)
def test_no_title_is_an_item_a_fact_or_a_section(title: str) -> None:
    assert foreign(brief_title=title) == ["/brief_title"]


def test_titles_may_be_wrapped() -> None:
    assert foreign(brief_title="A trial\nof tea") == []


def test_names_are_wrapped_where_lines_are() -> None:
    authors = {"authors": ["van der\nLeaf A"]}
    assert foreign(publication=authors, layout="medline-print") == []
    assert foreign(publication=authors, layout="pure-portal") == ["/publication/authors/0"]


@pytest.mark.parametrize(
    "words",
    [
        "Tea\nGroup Type EXPERIMENTAL",
        "Tea\nArm Label: Water",
        "Tea\nShow more\nand water",
        "Tea 🇰🇷",
        "Tea E.5 End points",
    ],
)
def test_no_text_holds_labels_of_registries_or_lines_of_sites(words: str) -> None:
    assert foreign(brief_summary=words) == ["/brief_summary"]
    assert foreign(brief_summary="Show more tea, said the group. Sign in the hall.") == []


def test_a_citation_is_one() -> None:
    one = "Brewer J. Tea. J Tea. 2020 Jan;1(2):3-9. doi: 10.9999/tea.1."
    assert foreign(references=[{"citation": one}]) == []
    assert foreign(references=[{"citation": f"{one} {one}"}]) == ["/references/0/citation"]


def test_a_criterion_ends_before_the_other_list() -> None:
    text = "At least 18 years\n\nExclusion Criteria:\n\n- Tea"
    assert foreign(eligibility={"inclusion": [{"text": text}]}) == ["/eligibility/inclusion/0/text"]


def test_a_measure_may_note_its_time_frame_in_brackets() -> None:
    def outcome(measure: str) -> dict[str, str]:
        return {"kind": "PRIMARY", "measure": measure}

    assert foreign(outcomes=[outcome("Calm [ Time Frame: 12 weeks ]")]) == []
    assert foreign(outcomes=[outcome("Calm Time Frame: 12 weeks")]) == ["/outcomes/0/measure"]
