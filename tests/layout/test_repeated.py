"""Runs of lines that stand twice."""

import pytest

from extractor.layout.page import Page
from extractor.layout.repeated import repeated

TITLE = "A trial of warm tea in people who work at night and sleep by day"
ITEMS = "\n".join(f"- item {number}" for number in range(6))
SITE = "Trial Locations\nHill Clinic\nOslo, Norway\nResearch Site of the Northern University Hospital\n"


@pytest.mark.parametrize(
    ("part", "layout"),
    [
        (f"Sex\nAll\nStatus\n{TITLE}", "medpath"),
        (f"one\n{TITLE}\ntwo", "medpath"),
        (TITLE, "medline-print"),
        (f"Lamps\n{TITLE}", "pure-portal"),
        ("- Lamps\n- Evenings", "pure-portal"),
        ("Calm12 weeks\nSleep4 weeks\nThirst2 weeks", "medpath"),
        (ITEMS, "cris"),
        ("Sex\nAll\nStatus\nRecruiting", "cris"),
    ],
)
def test_a_part_that_stands_twice_is_said(part: str, layout: str) -> None:
    assert "stands on it twice" in repeated(Page(f"{part}\n\nbetween\n{part}"), layout)
    assert repeated(Page(part), layout) == ""


@pytest.mark.parametrize(
    ("part", "layout"),
    [
        (SITE, "medpath"),
        (f"Tea\n{TITLE}\nIntervention Type DRUG", "ctgov-snapshot"),
        ("- Tea\n- Water\n- Any of:", "medpath"),
        (f"Sex\nAll\nStatus\n{TITLE}", "euctr"),
    ],
)
def test_what_a_page_may_print_again_is_none(part: str, layout: str) -> None:
    assert repeated(Page(f"{part}\n\nbetween\n{part}"), layout) == ""
