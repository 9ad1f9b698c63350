import pytest

from extractor.normalise.dose_groups import dose_groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("heat 200mg tablet, 2 tablets daily", [["strength", "pieces"]]),
        ("heat 4 mg daily, cold 8 mg weekly", [["dose"], ["dose"]]),
        ("heat 150 mg twice daily (300 mg/day)", [["dose", "daily"]]),
        ("heat 4 mg if creatinine is 30 mg or less", [["dose"]]),
        ("exercise for warmth, 30 minutes three times a week", [["minutes"]]),
        ("heat 4 mg, 30 minutes three times a week", [["dose"]]),
        ("heat 0.5 mg (0.05 mL) monthly", [["dose", "dose"]]),
        ("60 Gy at 2 Gy/fraction", [["whole", "dose"]]),
        ("fish oil 1 g (EPA 0.6 g, DHA 0.4 g) daily", [["dose"]]),
        ("juice 140 mL (8 mmol nitrate)", [["dose"]]),
        ("heat 2 g (3 g in winter)", [["dose"], ["dose"]]),
        ("20 mL of 0.5% heat", [["dose", "strength"]]),
        ("heat 4 mg capsule daily", [["strength"]]),
        ("tablets containing 50 mg", []),
        ("body weight < 60 kg", []),
        ("hemoglobin 8 g/dL", []),
    ],
)
def test_amounts_that_say_one_dose_stand_together(text: str, groups: list[list[str]]) -> None:
    assert [[one.kind.value for one in group] for group in dose_groups(text)] == groups
