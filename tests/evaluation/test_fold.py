import pytest

from extractor.evaluation.fold import NEARLY, fold, likeness


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Overall survival.", "overall  survival"),
        ("1year", "1 year"),
        ("5–10 mg", "5-10 mg"),
        ("Child–Pugh", "Child-Pugh"),
        ("patient’s", "patient's"),
        ("“open label”", '"open label"'),
        ("ＷＢＣ ＜ 3", "WBC < 3"),
        ("3 mg;", "3 mg"),
    ],
)
def test_case_blanks_dashes_quotes_width_and_a_final_stop_do_not_count(first: str, second: str) -> None:
    assert fold(first) == fold(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1.5 x ULN", "1.5 mg"),
        ("36 months", "36 weeks"),
        ("3x10(9)/L", "3109"),
        ("3x10⁹/L", "3x109/L"),
        ("H₂O", "H2O"),
        ("1½ tablets", "11/2 tablets"),
        ("Hb ≥ 9", "Hb > 9"),
        ("Hb ≥ 9", "Hb ≤ 9"),
        (r"\<60kg", "<60kg"),
        ("no metastasis", "metastasis"),
        ("1 5 mg", "15 mg"),
        ("(a) b", "a b"),
        ("-1", "1"),
        ("v4.0", "v40"),
    ],
)
def test_digits_signs_brackets_operators_escapes_and_negations_count(first: str, second: str) -> None:
    assert fold(first) != fold(second)


def test_a_text_of_stops_alone_is_kept() -> None:
    assert fold("...") == "..."


def test_likeness_is_one_only_for_the_same_text() -> None:
    assert likeness("Overall survival", "overall survival.") == 1
    assert likeness("survival overall", "overall survival") == NEARLY


def test_likeness_is_twice_the_shared_words_over_all_words() -> None:
    assert likeness("overall survival", "recurrence free survival") == pytest.approx(0.4)
    assert likeness("overall survival", "adverse events") == 0
    assert likeness("...", "overall") == 0
