from extractor.layout.abstracts import put_abstract
from extractor.records.draft import Draft, Quote
from extractor.records.record import TrialRecord

ABSTRACT = (
    "Objectives: Sorafenib has been shown to warm 80% of feet. Methods: Treatment included oral sorafenib "
    "(400 mg twice daily). Results: Forty patients were included. Sixteen (40%) patients had cold feet. The "
    "median OS was 4.6 months (95% CI 2.3-6.9 months). Conclusions: The median OS was long."
)


def _draft(abstract: str, **parts: object) -> Draft:
    record = {
        "source": {"page_kind": "PUBLICATION_PAGE", "layout": "test"},
        "publication": {"abstract": abstract},
    }
    quote = Quote(text=abstract, start=100)
    draft = Draft(
        record=TrialRecord.model_validate({**record, **parts}), quotes={"/publication/abstract": [quote]}
    )
    put_abstract(draft)
    return draft


def test_results_are_read_from_their_part_alone() -> None:
    record = _draft(ABSTRACT).record
    assert [(one.outcome, one.count, one.value) for one in record.results] == [
        ("cold feet", 16, None),
        ("OS", None, record.results[1].value),
    ]


def test_what_a_figure_was_found_about_is_an_outcome_once() -> None:
    (outcome,) = [one for one in _draft(ABSTRACT).record.outcomes if one.measure == "OS"]
    assert (outcome.kind, outcome.abbreviation) == ("UNSPECIFIED", "OS")


def test_doses_of_known_drugs_are_interventions_that_no_list_names() -> None:
    (item,) = _draft(ABSTRACT).record.interventions
    assert (item.name, item.listed) == ("sorafenib", False)
    assert [regimen.text for regimen in item.regimens] == ["oral sorafenib (400 mg twice daily)"]


def test_words_are_quoted_where_they_stand_on_the_page() -> None:
    for pointer, quotes in _draft(ABSTRACT).quotes.items():
        for quote in quotes:
            assert quote.start is not None, pointer
            assert ABSTRACT[quote.start - 100 :].startswith(quote.text)


def test_an_abstract_without_labelled_parts_is_left_alone() -> None:
    record = _draft(ABSTRACT.replace("Results: ", "")).record
    assert record.results == record.interventions == []


def test_a_sentence_that_is_not_understood_is_named_in_a_finding() -> None:
    draft = _draft("Results: The OS rate was 12%. Waking was 5% lower with tea.")
    assert [one.outcome for one in draft.record.results] == ["OS rate"]
    (finding,) = draft.findings
    assert (finding.code, finding.pointer) == ("unread", "/results")
    assert [span.quote for span in finding.spans] == ["Waking was 5% lower with tea."]


def test_sentences_on_who_took_part_are_not_missed() -> None:
    assert _draft("Results: In all, 40 adults were randomized. The OS rate was 12%.").findings == []


def test_the_words_of_a_result_hold_its_outcome_and_its_tests() -> None:
    record = _draft("Results: Waking was seen in 9% with tea and 12% with milk (P=0.02).").record
    assert [(one.percent, one.text) for one in record.results] == [
        (9, "Waking was seen in 9% with tea and 12% with milk (P=0.02)"),
        (12, "Waking was seen in 9% with tea and 12% with milk (P=0.02)"),
    ]


def test_a_primary_end_point_names_no_outcome() -> None:
    draft = _draft("Results: The primary end point occurred in 12% of patients.")
    assert [one.outcome for one in draft.record.results] == ["primary end point"]
    assert draft.record.outcomes == []


def test_doses_of_background_and_conclusions_are_no_ones() -> None:
    record = _draft(
        "Background: Warfarin 5 mg daily is the standard. Methods: Adults received metformin 500 mg twice "
        "daily. Results: The median OS was 4.6 months. Conclusions: Sorafenib 400 mg twice daily may help."
    ).record
    assert [item.name for item in record.interventions] == ["metformin"]
    (regimen,) = record.interventions[0].regimens
    assert regimen.text == "Adults received metformin 500 mg twice daily."
