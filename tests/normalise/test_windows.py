import pytest

from extractor.normalise.windows import windows


def read(text: str) -> list[str]:
    return [
        " ".join(
            str(value)
            for value in one.constraint.model_dump(mode="json", exclude={"kind"}).values()
            if value is not None
        )
        for one in windows(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("within 4 weeks after hepatectomy", ["WITHIN 4 WEEK hepatectomy"]),
        ("in last three months", ["WITHIN 3 MONTH"]),
        ("bleeding with 2 months", ["WITHIN 2 MONTH"]),
        ("within 7 days prior to screening:", ["WITHIN 7 DAY screening"]),
        ("within 28 days prior to the first dose of study drug", ["WITHIN 28 DAY first dose of study drug"]),
        ("in the 72 hours preceding randomization", ["WITHIN 72 HOUR randomization"]),
        ("within 3 hours of symptom onset", ["WITHIN 3 HOUR symptom onset"]),
        ("<2 weeks before treatment start", ["WITHIN 2 WEEK treatment start"]),
        ("stable for at least 5 weeks prior to entry", ["MORE_THAN_BEFORE 5 WEEK entry"]),
        ("diagnosed for ≥ 3 months", ["MORE_THAN_BEFORE 3 MONTH"]),
        ("steroids received for more than 14 days within 3 months", ["WITHIN 3 MONTH"]),
        ("stable disease for a minimum of 6 months", ["MORE_THAN_BEFORE 6 MONTH"]),
        ("completed > 3 years ago", ["MORE_THAN_BEFORE 3 YEAR"]),
        (
            "at least 6 months since completion of adjuvant therapy",
            ["AFTER 6 MONTH completion of adjuvant therapy"],
        ),
        ("between 4 and 8 weeks after surgery", ["AFTER 4 WEEK surgery", "WITHIN 8 WEEK surgery"]),
        ("for 6 months after the last dose", ["WITHIN 6 MONTH last dose"]),
        ("within 28 days or 5 half-lives, whichever is longer, prior to dosing", ["WITHIN 28 DAY dosing"]),
        ("within 28 days or 5 half-lives (whichever is longer) of dosing", ["WITHIN 28 DAY dosing"]),
        ("4 weeks or 5 half-lives, whichever is shorter, before dosing", ["WITHIN 4 WEEK dosing"]),
        ("at least 4 weeks since prior surgery", ["AFTER 4 WEEK prior surgery"]),
        ("less than 3 hours of symptom onset", ["WITHIN 3 HOUR symptom onset"]),
        ("4 weeks or less before entry", ["WITHIN 4 WEEK entry"]),
        (
            "a transplant 6 to 24 months prior to screening",
            ["MORE_THAN_BEFORE 6 MONTH screening", "WITHIN 24 MONTH screening"],
        ),
        ("treated for 2-4 weeks before screening", []),
        ("at study entry", ["AT study entry"]),
        ("at the time of signing the consent form", ["AT signing the consent form"]),
        ("before the stroke", ["BEFORE stroke"]),
        ("recurrence after liver transplantation", ["AFTER liver transplantation"]),
    ],
)
def test_a_limit_in_time_is_read_with_its_event(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in hospital for more than 5 days",
        "less than 32 weeks of gestation",
        "< 2 weeks of chemotherapy",
        "every 3 weeks",
        "for 2 hours",
        "at least one",
        "12 weeks",
        "",
    ],
)
def test_a_stretch_that_ends_at_no_event_is_none(text: str) -> None:
    assert read(text) == []


def test_a_number_that_no_record_can_hold_limits_nothing() -> None:
    assert read(f"within {'9' * 20}4 weeks") == []
