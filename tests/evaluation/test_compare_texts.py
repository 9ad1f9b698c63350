import pytest

from extractor.evaluation.compare_texts import normalised, text


@pytest.mark.parametrize(
    ("gold", "predicted", "partial"),
    [
        ("Tumour response", "Tumor response", "SPELLING"),
        ("progression-free survival", "progression free survival", "SPELLING"),
        ("randomised, double blind", "randomized double blind", "SPELLING"),
        ("Overall survival of all patients", "overall survival", "SUBSET"),
        ("Overall survival", "Overall survival in the safety set", "SUPERSET"),
        ("Sorafenib", "Sorafenib tosylate", "SUPERSET"),
    ],
)
def test_text_may_be_right_in_part(gold: str, predicted: str, partial: str) -> None:
    verdict = text(gold, predicted)
    assert not verdict.equal
    assert verdict.partial == partial


@pytest.mark.parametrize(
    ("gold", "predicted"),
    [
        ("no metastasis", "metastasis"),
        ("metastasis", "no metastasis"),
        ("36 months", "months"),
        ("36 months", "36 weeks"),
        ("1.5 x ULN", "1.5 mg"),
        ("3x10(9)/L", "3109"),
        ("age ≥ 18", "age"),
        ("progression free survival", "progression survival"),
        ("progression free survival", "survival"),
        ("Phase 1", "Phase 2"),
        ("RECRUITING", "NOT_RECRUITING"),
        ("survival", "surviv"),
        ("four patients", "for patients"),
    ],
)
def test_a_part_without_its_number_sign_or_negation_is_no_part(gold: str, predicted: str) -> None:
    verdict = text(gold, predicted)
    assert (verdict.equal, verdict.partial) == (False, None)


def test_text_that_nobody_copies_may_be_spelt_either_way() -> None:
    assert normalised("tumour-free", "tumor free").equal
    assert not normalised("stage III", "stage II").equal
    assert normalised("stage III", "stage II").partial is None
