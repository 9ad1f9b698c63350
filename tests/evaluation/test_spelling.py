import pytest

from extractor.evaluation.spelling import unspelt


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("Tumour", "tumor"),
        ("haemoglobin", "hemoglobin"),
        ("anaemia", "anemia"),
        ("leukaemia", "leukemia"),
        ("oesophageal varices", "esophageal varices"),
        ("randomised", "randomized"),
        ("randomisation", "randomization"),
        ("chemoembolisation", "chemoembolization"),
        ("analysed", "analyzed"),
        ("enrolment", "enrollment"),
        ("open-labelled", "open labeled"),
        ("medical centre", "medical center"),
        ("diarrhoea", "diarrhea"),
        ("paediatric", "pediatric"),
        ("A, B; C", "A B C"),
    ],
)
def test_spelling_and_punctuation_do_not_count(british: str, american: str) -> None:
    assert unspelt(british) == unspelt(american)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("four", "for"),
        ("disease", "dizease"),
        ("1.5 mg", "15 mg"),
        ("1,500", "1 500"),
        ("-1", "1"),
        ("< 3", "3"),
        ("(a) b", "a b"),
        ("no ascites", "ascites"),
        ("10/20", "10 20"),
    ],
)
def test_numbers_signs_brackets_and_other_words_count(first: str, second: str) -> None:
    assert unspelt(first) != unspelt(second)
