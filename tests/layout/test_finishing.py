from extractor.layout.finishing import finish
from extractor.records.draft import Draft, Quote
from extractor.records.record import TrialRecord

RECORD = {
    "source": {"page_kind": "REGISTRY_PAGE", "layout": "test"},
    "interventions": [{"key": "I1", "name": "Nexavar"}, {"key": "I2", "name": "TACE", "name_norm": "kept"}],
    "outcomes": [{"kind": "PRIMARY", "measure": "Overall survival", "time_frame": "3 years, 5 years"}],
}


def test_normal_names_are_added_and_none_is_changed() -> None:
    draft = finish(Draft(record=TrialRecord.model_validate(RECORD)))
    assert [item.name_norm for item in draft.record.interventions] == ["sorafenib", "kept"]


def test_a_normal_name_has_the_words_of_the_name() -> None:
    quote = Quote(text="Nexavar", start=7)
    draft = Draft(record=TrialRecord.model_validate(RECORD), quotes={"/interventions/0/name": [quote]})
    assert finish(draft).quotes["/interventions/0/name_norm"] == [quote]


def test_outcomes_get_their_concept_and_their_moments() -> None:
    (outcome,) = finish(Draft(record=TrialRecord.model_validate(RECORD))).record.outcomes
    assert (outcome.concept_norm, [point.value for point in outcome.time_points]) == ("OS", [3, 5])
