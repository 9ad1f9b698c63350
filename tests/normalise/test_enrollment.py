import pytest

from extractor.normalise.enrollment import enrolled_in


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Forty-three patients were included.", 43),
        (
            "A total of 1,250 adults aged 18-75 years with cold feet were randomly assigned to milk or tea.",
            1250,
        ),
        ("Among 412 patients who were randomized (mean age, 61 years), 398 completed the trial.", 412),
        ("We prospectively enrolled 67 older people with cold feet.", 67),
        ("This was a study in 32 healthy volunteers.", 32),
        ("PARTICIPANTS: 1842 adults aged 75 or over.", 1842),
        ("Of 281 infants assessed, 97 were randomised.", 97),
        ("In all, 120 women were randomly assigned (80 to milk and 40 to tea).", 120),
    ],
)
def test_a_sentence_says_how_many_took_part(sentence: str, count: int) -> None:
    assert [one.count for one in enrolled_in(sentence)] == [count]


@pytest.mark.parametrize(
    "sentence",
    [
        "Forty patients were included in the final analysis.",
        "223 patients were randomized to milk and 224 to tea.",
        "Of 281 infants with cold feet who were randomized, some left.",
        "44 patients (21.4%) had cold feet.",
        "Patients were enrolled at 31 hospitals.",
        "A separate sample of 30 adults was asked; another 12 adults were enrolled.",
    ],
)
def test_parts_of_those_who_took_part_are_not_all_of_them(sentence: str) -> None:
    assert enrolled_in(sentence) == ()


def test_how_they_came_in_is_told_with_the_number() -> None:
    sentence = "Forty-three patients were included."
    (one,) = enrolled_in(sentence)
    assert one.how is not None
    assert (sentence[one.start : one.end], sentence[slice(*one.how)]) == ("Forty-three", "were included")
