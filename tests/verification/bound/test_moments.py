from collections.abc import Callable

import pytest

Status = Callable[..., str]


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [(3, "YEAR", "VERIFIED"), (2, "YEAR", "UNSUPPORTED"), (3, "WEEK", "UNSUPPORTED")],
)
def test_a_moment_is_one_that_the_time_frame_names(
    status: Status, value: int, unit: str, expected: str
) -> None:
    page = "Primary Outcome Measures\nsurvival1year, 3years, 5 years\n"
    moments = [{"value": value, "unit": unit}]
    outcome = {
        "kind": "PRIMARY",
        "measure": "survival",
        "time_frame": "1year, 3years, 5 years",
        "time_points": moments,
    }
    for field in ("value", "unit"):
        assert status(page, {"outcomes": [outcome]}, f"/outcomes/0/time_points/0/{field}") == expected


def test_the_longest_follow_up_is_no_moment(status: Status) -> None:
    frame = "From surgery until relapse, assessed up to 5 years"
    five = {"value": 5, "unit": "YEAR"}
    outcome = {"kind": "PRIMARY", "measure": "relapse rate", "time_frame": frame, "max_follow_up": five}
    page = f"Primary Outcome Measures\nrelapse rate{frame}\n"
    assert status(page, {"outcomes": [outcome]}, "/outcomes/0/max_follow_up/value") == "VERIFIED"
    assert (
        status(page, {"outcomes": [{**outcome, "time_points": [five]}]}, "/outcomes/0/time_points/0/value")
        == "UNSUPPORTED"
    )
