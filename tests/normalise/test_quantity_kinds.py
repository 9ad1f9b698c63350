import pytest

from extractor.normalise.limits import limits
from extractor.normalise.parameters import mentions
from extractor.normalise.quantity_kinds import measures, of_its_kind


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("blood pressure > 140/90 mmHg", "BLOOD_PRESSURE_SYSTOLIC"),
        ("calcium > 3 mmol/L", "CALCIUM"),
        ("calcium > 1000 mg/day", None),
        ("lesions ≥ 2 cm", None),
    ],
)
def test_the_unit_tells_which_of_several_things_is_meant(text: str, norm: str | None) -> None:
    assert of_its_kind(text, mentions(text)[0], limits(text)[0]).norm == norm


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("QTc > 470 ms", True),
        ("weight > 70 kg", True),
        ("weight < 5 %", False),
        ("creatinine > 3 weeks", False),
        ("life expectancy > 3", False),
    ],
)
def test_a_limit_fits_what_is_measured_in_its_unit(text: str, fits: bool) -> None:
    (limit,) = limits(text)
    assert measures(text, mentions(text)[0], limit) is fits
