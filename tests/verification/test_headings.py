import pytest

from extractor.verification.page import Page


def named(text: str) -> list[str]:
    return [part.name for part in Page(text).parts][1:]


@pytest.mark.parametrize("line", ["Inclusion Criteria:", "Exclusion Criteria :"])
def test_a_colon_may_end_the_heading_of_a_list_of_criteria(line: str) -> None:
    assert named(f"{line}\n\n- Heat\n") == [line.split(maxsplit=1)[0].lower()]


def test_the_fields_of_a_lettered_form_are_sections_with_their_words_on_the_line() -> None:
    text = "E.3 Principal inclusion criteria: Cold feet\nE.8.1.1 Randomised: Yes\n"
    parts = Page(text).parts[1:]
    assert [part.name for part in parts] == ["inclusion", "unknown"]
    assert text[parts[0].body : parts[0].end].strip() == "Cold feet"


def test_a_lettered_field_below_another_belongs_to_it() -> None:
    text = "E.5.1 Primary end point(s): Steps\nE.5.1.1 Timepoint(s): week 24\nE.6 Scope: None\n"
    assert named(text) == ["primary_outcomes", "unknown"]


def test_a_heading_that_says_nothing_heads_the_list_of_criteria_above_it() -> None:
    assert named("Inclusion\n\nGender\n\nBoth\n\nDescription\n\n1. Heat\n")[-1] == "inclusion"
    assert named("Brief Summary\n\nHeat\n\nDescription\n\nMore heat\n")[-1] == "description"


def test_a_number_may_end_the_heading_of_one_outcome_but_not_of_a_phase() -> None:
    assert named("Secondary Outcome(s) 2\n\nSteps\n") == ["secondary_outcomes"]
    assert named("Phase 3\n\nSteps\n") == []
