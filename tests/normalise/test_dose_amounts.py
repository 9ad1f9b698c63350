import pytest

from extractor.normalise.dose_amounts import amounts
from extractor.normalise.printed_amounts import AmountKind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("heatol 400 mg bid", [("dose", "400", "mg")]),
        ("100-200 mg/m2", [("dose", "100", "mg/m2")]),
        ("1,000 IU of heat", [("dose", "1000", "IU")]),
        ("400mg per day", [("daily", "400", "mg")]),
        ("a total daily dose of 20 mg", [("daily", "20", "mg")]),
        ("0.5 mg/kg/day", [("daily", "0.5", "mg/kg")]),
        ("200mg tablet, 2 tablets", [("strength", "200", ""), ("pieces", "2", "tablets")]),
        ("heat tablets, 50 mg daily", [("dose", "50", "mg")]),
        ("2 heat tablets, 50 mg each", [("pieces", "2", "tablets"), ("strength", "50", "")]),
        ("two 50 mg tablets", [("pieces", "2", ""), ("strength", "50", "")]),
        ("carboplatin AUC 5", [("dose", "5", "AUC")]),
        ("160/4.5 µg, 2 inhalations", [("strength", "0", ""), ("pieces", "2", "inhalations")]),
        ("20mg lutein per day", [("daily", "20", "mg")]),
        ("50 000 IU weekly", [("dose", "50000", "IU")]),
        ("1,6 μg/kg", [("dose", "1.6", "μg/kg")]),
        ("40mg/M2", [("dose", "40", "mg/M2")]),
        ("5 million units", [("dose", "5", "million units")]),
        ("2×10^6 CAR-T cells/kg", [("dose", "2", "×10^6 CAR-T cells/kg")]),
        ("60 Gy in 2 Gy fractions", [("whole", "60", "Gy"), ("dose", "2", "Gy")]),
        ("45 Gy in 25 fractions", [("dose", "45", "Gy")]),
        ("10 mg or 20 mg", [("dose", "10", "mg"), ("dose", "20", "mg")]),
        ("4 mg 30 minutes after tea", [("dose", "4", "mg")]),
        ("hemoglobin 8 g/dL", []),
        ("a solution of 5 mg/mL", []),
        ("platelets 100 x 10^9/L", []),
        ("after 3 weeks", []),
    ],
)
def test_an_amount_is_of_a_dose_a_day_or_a_piece(text: str, kinds: list[tuple[str, str, str]]) -> None:
    found = [
        (one.kind.value, str(one.value), text[slice(*one.unit)] if one.unit else "") for one in amounts(text)
    ]
    assert found == kinds


def test_a_range_has_two_ends_and_one_unit() -> None:
    (found,) = amounts("8 to 12 mg")
    assert (found.kind, str(found.value), str(found.high)) == (AmountKind.DOSE, "8", "12")


def test_an_amount_up_to_a_bound_has_an_upper_end_only() -> None:
    (found,) = amounts("up to 20 mg")
    assert (found.value, str(found.high)) == (None, "20")
