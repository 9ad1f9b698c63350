import pytest

from extractor.normalise.result_words import direction_in, is_baseline, is_no_result


@pytest.mark.parametrize(
    ("sentence", "outcome", "direction"),
    [
        ("Sleep was significantly longer with tea", "Sleep", "significantly longer"),
        ("There was no significant difference in sleep between groups", "sleep", "no significant difference"),
        ("No deaths were observed", "deaths", "No"),
        (
            "Levels were adversely correlated with patient survivals.",
            "patient survivals",
            "adversely correlated",
        ),
        ("Treatment was generally tolerable.", "tolerable", None),
        ("There were no deaths from tea.", "deaths from tea", "no"),
        ("No side effects of tea were seen.", "side effects of tea", "No"),
        ("Tea was associated with significantly poorer sleep, and milk was not.", "sleep", "associated"),
    ],
)
def test_a_finding_without_a_figure_has_a_direction(
    sentence: str, outcome: str, direction: str | None
) -> None:
    found = direction_in(sentence)
    assert found is not None
    assert sentence[slice(*found[0])] == outcome
    assert (sentence[slice(*found[1])] if found[1] else None) == direction


@pytest.mark.parametrize(
    "sentence",
    [
        "Sample size was calculated to detect a hazard ratio of 0.65 with 80% power",
        "CT scans were performed every 8 weeks",
        "Forty-three patients were included.",
        "Registry data suggest that 15% of sleepers wake",
    ],
)
def test_plans_methods_and_other_studies_are_no_results(sentence: str) -> None:
    assert is_no_result(sentence)


def test_facts_at_entry_are_told_from_results() -> None:
    assert is_baseline("Mean baseline sleep was 5 hours")
    assert not is_baseline("Mean sleep was 7 hours")


def test_of_a_drug_that_is_tolerated_no_name_is_the_outcome() -> None:
    sentence = "The drug was well tolerated"
    assert direction_in(sentence) == ((13, 27), None)
    assert sentence[13:27] == "well tolerated"
    assert direction_in("Chamomile was well tolerated") is None


def test_a_change_from_baseline_is_no_fact_at_entry() -> None:
    assert not is_baseline("Mean change from baseline in sleep was 2 hours")


def test_a_combination_is_not_what_a_difference_is_in() -> None:
    assert direction_in("There was no difference between tea and tea in combination with milk") is None


def test_no_differences_of_anything_named_are_no_outcome() -> None:
    assert direction_in("No significant differences between tea and milk were seen for any outcome.") is None
