import pytest

from extractor.normalise.exceptions import exceptions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("infection other than HBV, HCV", ["HBV", "HCV"]),
        (
            "cancer except cancer in situ, treated skin cancer, bladder tumor (Ta, Tis & T1) or old cancer",
            ["cancer in situ", "treated skin cancer", "bladder tumor (Ta, Tis & T1)", "old cancer"],
        ),
        ("except carcinoma in situ or basal cell carcinoma", ["carcinoma in situ", "basal cell carcinoma"]),
        ("except basal cell or squamous cell skin cancer", ["basal cell or squamous cell skin cancer"]),
        ("spread, unless treated and stable for 4 weeks", ["treated and stable for 4 weeks"]),
        ("heart disease (an infarction long ago is allowed)", ["an infarction long ago"]),
        ("AST ≤ 2 x ULN (≤ 4 x ULN if metastases are present)", ["≤ 4 x ULN if metastases are present"]),
        ("AST ≤ 2 x ULN or ≤ 4 x ULN in metastases", ["≤ 4 x ULN in metastases"]),
        ("AST ≤ 2 x ULN (if metastases are present, ≤ 4 x ULN)", ["if metastases are present, ≤ 4 x ULN"]),
        ("BNP ≥ 6 pg/mL (≥ 9 pg/mL if fibrillation)", ["≥ 9 pg/mL if fibrillation"]),
        ("creatinine ≤ 2 mg/dL (≤ 1 mg/dL for participants who are women)", []),
        ("Spread; subjects with treated, stable spread are eligible", ["treated, stable spread"]),
        ("except in situ carcinoma", ["in situ carcinoma"]),
        ("(except Gilbert's syndrome, ≤ 3 x ULN)", ["Gilbert's syndrome, ≤ 3 x ULN"]),
        ("except for gout, if treated, and colds", ["gout, if treated", "colds"]),
        ("surgery (other than of a tooth) last year", ["of a tooth"]),
        (
            "Tea (≤ 2 cups a day) and coffee (up to one cup) are permitted",
            ["Tea (≤ 2 cups a day) and coffee (up to one cup)"],
        ),
        ("No exception", []),
    ],
)
def test_each_thing_that_is_let_through_is_one_entry(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in exceptions(text)] == expected
