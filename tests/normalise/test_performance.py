import pytest

from extractor.normalise.performance import performance
from extractor.records.criteria import PerformanceStatusConstraint


def read(text: str) -> list[tuple[str, int | None, int | None]]:
    found = [one.constraint for one in performance(text)]
    return [(one.scale, one.min, one.max) for one in found if isinstance(one, PerformanceStatusConstraint)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ECOG 0-1", [("ECOG", 0, 1)]),
        ("ECOG:0～2", [("ECOG", 0, 2)]),
        ("ECOG Performance Status of 0 or1", [("ECOG", 0, 1)]),
        ("Eastern Cooperative Oncology Group (ECOG) score was less than 2 points", [("ECOG", None, 1)]),
        ("ECOG performance status > 2", [("ECOG", 3, None)]),
        ("WHO performance status 0, 1 or 2", [("ECOG", 0, 2)]),
        ("Zubrod performance status ≤ 2", [("ECOG", None, 2)]),
        ("performance status 0-1 (ECOG)", [("ECOG", 0, 1)]),
        ("0-2 on the ECOG performance status scale", []),
        ("Karnofsky index of at least 70%", [("KPS", 70, None)]),
        ("KPS 60% or higher", [("KPS", 60, None)]),
        ("ECOG 0-1 or Karnofsky ≥ 80", [("ECOG", 0, 1), ("KPS", 80, None)]),
        ("ECOG performance status recorded, age 21 to 65", []),
        ("ECOG 70", []),
        ("Good performance status", []),
    ],
)
def test_both_ends_of_a_range_are_whole_numbers(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert read(text) == expected
