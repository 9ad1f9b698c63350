import pytest

from extractor.normalise.quantities import quantities
from extractor.records.criteria import QuantityConstraint


def read(text: str) -> list[str]:
    """One line for each constraint: what it limits, its norm, and the limit."""
    found = []
    for one in quantities(text):
        limit = one.constraint
        assert isinstance(limit, QuantityConstraint)
        values = limit.model_dump(mode="json", exclude={"kind"}).values()
        found.append(" ".join(str(value) for value in values if value not in {None, "ABSOLUTE"}))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PT-INR<2,PTT < 3 x upper limit of normal", ["PT-INR INR LT 2", "PTT PTT LT 3 ULN"]),
        (
            "ALT,AST not exceeding 4 times of the upper limit of normal",
            ["ALT ALT LE 4 ULN", "AST AST LE 4 ULN"],
        ),
        ("ALT ≥ 2 x ULN but ≤ 9 x ULN", ["ALT ALT GE 2 ULN", "ALT ALT LE 9 ULN"]),
        ("AST (SGOT) and ALT (SGPT) ≤ 2 x ULN", ["AST AST LE 2 ULN", "ALT ALT LE 2 ULN"]),
        ("Prothrombin time within 3 seconds of normal", ["Prothrombin time PT LE 3 seconds s"]),
        ("vitamin D > 1000 IU/day", ["vitamin D GT 1000 IU/day [IU]/d"]),
        ("Disease: at least one lesion", ["lesion TUMOR_COUNT GE 1"]),
        ("HADS-A ≥ 8", ["HADS-A GE 8"]),
        (
            "Total bilirubin≤2.0 mg/dL, AST, ALT, ALP≤3 times the ULN",
            [
                "Total bilirubin BILIRUBIN_TOTAL LE 2 mg/dL mg/dL",
                "AST AST LE 3 ULN",
                "ALT ALT LE 3 ULN",
                "ALP ALP LE 3 ULN",
            ],
        ),
        ("ALT or AST > ULN", ["ALT ALT GT 1 ULN", "AST AST GT 1 ULN"]),
        ("HB > 80 G/L", ["HB HEMOGLOBIN GT 80 G/L g/L"]),
        ("Platelet count ≧ 70x109/L", ["Platelet count PLATELETS GE 70 x109/L 10*9/L"]),
        ("largest tumor 9cm", ["largest tumor TUMOR_SIZE UNSTATED 9 cm cm"]),
        ("Child-Pugh score 8", ["Child-Pugh score CHILD_PUGH_SCORE UNSTATED 8"]),
        ("QTcF >460 ms in males or >480 ms in females", ["QTcF QTC GT 460 ms ms", "QTcF QTC GT 480 ms ms"]),
        ("BMI < 17 or > 36 kg/m2", ["BMI BMI LT 17 kg/m2 kg/m2", "BMI BMI GT 36 kg/m2 kg/m2"]),
        ("Mini Mental State Exam (MMSE) less than 21 points", ["MMSE MMSE LT 21 points {points}"]),
        ("Modified Rankin Scale score of 1 or 2", ["Modified Rankin Scale score MRS BETWEEN 1 2"]),
        ("Life expectancy of at least 16 weeks", ["Life expectancy LIFE_EXPECTANCY GE 16 weeks wk"]),
        (
            "At least one nodule with one uni-dimension of ≥ 3 cm",
            ["nodule TUMOR_COUNT GE 1", "uni-dimension TUMOR_SIZE GE 3 cm cm"],
        ),
        ("Received at least two prior lines of therapy", ["prior lines of therapy GE 2"]),
        ("Swamp fever more than 60% of days", ["Swamp fever GT 60 % %"]),
        (
            "renal impairment (creatinine clearance <40 mL/min)",
            ["creatinine clearance CREATININE_CLEARANCE LT 40 mL/min mL/min"],
        ),
    ],
)
def test_a_limit_is_read_with_what_it_limits(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PT-INR<2,3,PTT < 1,5 x upper limit of normal", ["PT-INR INR LT 2.3", "PTT PTT LT 1.5 ULN"]),
        ("ALT not exceeding 1,5 times the ULN", ["ALT ALT LE 1.5 ULN"]),
        ("creatinine less than 1,5 mg/dL", ["creatinine CREATININE LT 1.5 mg/dL mg/dL"]),
        ("Hb 9,5-12,5 g/dl", ["Hb HEMOGLOBIN BETWEEN 9.5 12.5 g/dl g/dL"]),
        ("creatinine under 1,5", []),
        ("creatinine ≤ 1.S x ULN", []),
        ("waist ≥ B0 cm", []),
    ],
)
def test_decimals_behind_a_comma_are_read_or_left_but_never_cut(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "within 4 weeks",
        "surgery more than 2 hours long",
        "IL-6 and CD20 and HER2",
        "one eye",
        "at least one of the following",
        "in at least one eye",
        "room 12",
        "10^99 cells",
        "WBC > " + "9" * 30,
    ],
)
def test_numbers_that_limit_nothing_named_are_left(text: str) -> None:
    assert read(text) == []


def test_the_two_numbers_of_a_pressure_are_two_limits() -> None:
    assert read("blood pressure > 140/90 mmHg") == [
        "blood pressure BLOOD_PRESSURE_SYSTOLIC GT 140 mmHg mm[Hg]",
        "blood pressure BLOOD_PRESSURE_DIASTOLIC GT 90 mmHg mm[Hg]",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "completed Study TEA-CUP-E22-301 for sleep",
        "completed study E22-301",
        "Protein in urine ≥ 1+ on the dipstick",
        "at least one of categories listed in item 3",
        "Calm score at screening visit and baseline visit <73",
        "SGOT and SGPT < 2 x normal",
        "T-score between -1.0 and -2.5",
        "Stable weight (<5% change in 3 months)",
    ],
)
def test_a_number_that_names_something_is_no_limit(text: str) -> None:
    assert read(text) == []


def test_a_range_before_a_limit_belongs_to_a_name() -> None:
    assert read("a-beta 1-42 <1000pg/ml") == []
    assert read("HAM-D14-20") == ["HAM-D BETWEEN 14 20"]
