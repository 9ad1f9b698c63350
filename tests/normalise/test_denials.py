import pytest

from extractor.normalise.denials import denial, denies


@pytest.mark.parametrize(
    "text",
    [
        "No tea",
        "Not a cup",
        "Without milk",
        "Absence of sugar",
        "Must not drink",
        "Patients without cups",
        "Subjects who have not slept",
        "Lack of spoons",
        "None",
    ],
)
def test_words_that_deny_the_whole_are_found_at_its_beginning(text: str) -> None:
    assert denies(text)


@pytest.mark.parametrize(
    "text", ["No more than 3 cups", "Not exceeding 3", "Notes", "Unable", "Tea without milk", "Northern", ""]
)
def test_limits_and_denials_of_a_part_deny_nothing(text: str) -> None:
    assert denial(text) is None
