from typing import Any

from extractor.layout.told_design import put_told_design
from extractor.records.draft import Draft, Quote
from extractor.records.finding import FindingCode
from extractor.records.record import TrialRecord

ABSTRACT = (
    "Background: In a randomized trial by Snow et al, tea warmed feet. "
    "Objectives: We began a phase II study of milk. "
    "Methods: This open- label, single-arm, multicentered, investigator-initiated study tested warm milk. "
    "Results: Forty-three patients were included. Conclusions: A double-blind trial is needed."
)
TOLD = (
    "A previous double-blind trial of tea was small. The study is a multicenter, non-randomized, open-label "
    "study of milk."
)


def _draft(kind: str, pointer: str, text: str, **parts: Any) -> Draft:
    source = {"source": {"page_kind": kind, "layout": "test"}}
    draft = Draft(
        record=TrialRecord.model_validate({**source, **parts}), quotes={pointer: [Quote(text=text, start=10)]}
    )
    put_told_design(draft)
    return draft


def _publication(abstract: str, **parts: Any) -> Draft:
    return _draft(
        "PUBLICATION_PAGE", "/publication/abstract", abstract, publication={"abstract": abstract}, **parts
    )


def _registry(text: str, **parts: Any) -> Draft:
    return _draft("REGISTRY_PAGE", "/detailed_description", text, detailed_description=text, **parts)


def test_an_abstract_tells_its_own_design() -> None:
    design = _publication(ABSTRACT).record.design
    assert (design.phases, design.masking, design.intervention_model) == (["PHASE2"], "NONE", "SINGLE_GROUP")
    assert (design.multicenter, design.investigator_initiated, design.allocation) == (True, True, None)
    assert (design.enrollment.count, design.enrollment.type) == (43, "ACTUAL")
    assert design.masking_text == "open- label"
    assert design.design_text is not None
    assert design.design_text.startswith("This open- label, single-arm")


def test_words_are_quoted_where_they_stand() -> None:
    for pointer, quotes in _publication(ABSTRACT).quotes.items():
        for quote in quotes:
            assert quote.start is not None, pointer
            assert ABSTRACT[quote.start - 10 :].startswith(quote.text)


def test_prose_of_a_registry_fills_what_no_field_has() -> None:
    design = _registry(TOLD, design={"masking": "SINGLE"}).record.design
    assert (design.masking, design.allocation, design.multicenter) == ("SINGLE", "NON_RANDOMIZED", True)


def test_a_title_tells_the_design() -> None:
    title = "Warm milk for cold feet: a randomised, double-blind, crossover trial"
    design = _draft("REGISTRY_PAGE", "/official_title", title, official_title=title).record.design
    assert (design.allocation, design.masking, design.intervention_model) == (
        "RANDOMIZED",
        "DOUBLE",
        "CROSSOVER",
    )
    assert design.design_text is None


def test_what_sentences_say_differently_is_left_out_with_a_finding() -> None:
    draft = _registry("This is an open-label study. We plan a double-blind study with 40 people.")
    assert draft.record.design.masking is None
    (finding,) = draft.findings
    assert (finding.code, finding.pointer) == (FindingCode.AMBIGUOUS, "/design/masking")
    assert [span.quote for span in finding.spans] == ["open-label", "double-blind"]


def test_two_numbers_of_participants_are_none() -> None:
    draft = _publication("Methods: We enrolled 40 adults. Results: In all, 38 adults were randomized.")
    assert draft.record.design.enrollment.count is None
    assert [finding.pointer for finding in draft.findings] == ["/design/enrollment/count"]


def test_an_abstract_of_several_trials_has_no_one_design() -> None:
    draft = _publication(
        "Methods: Two double-blind trials were done. Participants were randomly assigned to milk."
    )
    assert draft.record.design.allocation is None
    assert [finding.pointer for finding in draft.findings] == ["/design"]


def test_a_randomised_study_is_no_observational_one() -> None:
    design = _publication("Methods: In this randomised cohort study we gave milk.").record.design
    assert (design.allocation, design.study_type) == ("RANDOMIZED", None)
    assert (
        _publication("Methods: In this cohort study we gave milk.").record.design.study_type
        == "OBSERVATIONAL"
    )
