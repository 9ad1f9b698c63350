import pytest

from extractor.normalise.result_reader import read_figures


def _read(sentence: str) -> list[tuple[str, str]]:
    return [
        (sentence[slice(*one.outcome)], sentence[one.figure.start : one.figure.end])
        for one in read_figures(sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        (
            "Among 412 adults who were randomized (mean [SD] age, 61 [9] years; 187 [45%] women)",
            [("age", "61"), ("women", "187 [45%]")],
        ),
        (
            "In all, 45 adults were enrolled (median age 62 years; 58% men).",
            [("age", "62 years"), ("men", "58%")],
        ),
        ("mean age, 61 years", [("age", "61 years")]),
    ],
)
def test_facts_in_brackets_are_read_and_how_many_took_part_is_no_result(
    sentence: str, read: list[tuple[str, str]]
) -> None:
    assert _read(sentence) == read


@pytest.mark.parametrize(
    "sentence",
    [
        "In all, 45 adults were enrolled (23 with tea and 22 with milk).",
        "In all, 45 adults were enrolled (median age 62 years; 58% on tea).",
        "In all, 45 adults were enrolled.",
    ],
)
def test_other_words_in_brackets_give_nothing(sentence: str) -> None:
    assert _read(sentence) == []
