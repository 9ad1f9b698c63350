import pytest

from extractor.normalise.criterion import meaning


@pytest.mark.parametrize(
    ("text", "exclusion", "expected"),
    [
        ("Age ≥ 21 years", False, "AGE"),
        ("Female", False, "SEX"),
        ("Men and women", False, "SEX"),
        ("Hemoglobin ≥ 8 g/dL", False, "LAB"),
        ("Adequate bone marrow function", False, "LAB"),
        ("Child-Pugh A", False, "LIVER_FUNCTION"),
        ("Presence of ascites", True, "LIVER_FUNCTION"),
        ("ECOG 0-1", False, "PERFORMANCE_STATUS"),
        ("Life expectancy of 3 months", False, "LIFE_EXPECTANCY"),
        ("Written informed consent", False, "CONSENT"),
        ("Pregnant or nursing", True, "PREGNANCY"),
        ("Known allergy to talc", True, "ALLERGY"),
        ("Prior chemotherapy", True, "PRIOR_THERAPY"),
        ("Tumour size ≥ 3 cm", False, "TUMOR"),
        ("With extrahepatic metastasis", True, "TUMOR"),
        ("Histologically confirmed carcinoma", False, "DIAGNOSIS"),
        ("Chronic gout disease", False, "DIAGNOSIS"),
        ("Chronic gout disease", True, "COMORBIDITY"),
        ("No heart disease", False, "COMORBIDITY"),
        ("BRAF mutation", False, "BIOMARKER"),
        ("Participation in another clinical trial", True, "OTHER"),
        ("Stroke within 6 months prior to informed consent", True, "COMORBIDITY"),
        ("Diagnosis of another cold", True, "COMORBIDITY"),
        ("Confirmed metastasis", True, "DIAGNOSIS"),
        ("Qwertz", True, None),
    ],
)
def test_a_category_is_read_from_limits_and_words(text: str, exclusion: bool, expected: str | None) -> None:
    assert meaning(text, exclusion=exclusion).category == expected


def test_an_illness_tells_nothing_where_the_list_is_not_known() -> None:
    assert meaning("Chronic gout disease").category is None
