from extractor.normalise.result_clauses import clauses_of
from extractor.normalise.result_reader import read_figures


def _clauses(text: str) -> list[str]:
    read = read_figures(text)
    places = clauses_of(text, tuple(one.figure for one in read), tuple(one.begin for one in read))
    return [text[start:end] for start, end in places]


def test_figures_with_words_of_their_own_have_a_clause_each() -> None:
    assert _clauses("Sleep lasted 7.7 hours with tea and 6.1 hours with milk.") == [
        "Sleep lasted 7.7 hours with tea",
        "6.1 hours with milk",
    ]


def test_figures_side_by_side_share_a_statement() -> None:
    text = "Sleep was longer with tea (7.7 vs 6.1 hours)"
    assert _clauses(text) == [text, text]


def test_a_ratio_is_a_statement_of_its_own() -> None:
    assert _clauses("Waking was seen in 9% (HR 0.74; P<0.001)")[1] == "HR 0.74; P<0.001"


def test_a_clause_begins_with_its_own_subject() -> None:
    assert _clauses("Waking was seen in 9%, and sleep was longer with tea (7 vs 6 h).")[1:] == [
        "sleep was longer with tea (7 vs 6 h)",
        "sleep was longer with tea (7 vs 6 h)",
    ]
