"""An Extraction as a table that a person can read."""

from collections.abc import Callable
from typing import Any

import pytest
from rich.console import Console

from extractor.cli.table import record_table
from extractor.records.envelope import Extraction
from extractor.records.missing import MissingReason

Build = Callable[..., Extraction]
Show = Callable[..., str]


@pytest.fixture
def show() -> Show:
    """A table as text."""

    def printed(extraction: Extraction, **options: Any) -> str:
        console = Console(width=200, color_system=None, force_terminal=False)
        with console.capture() as captured:
            console.print(record_table(extraction, **({"everything": False} | options)))
        return captured.get()

    return printed


def row(shown: str, pointer: str) -> str:
    """The line of a pointer."""
    return next(line for line in shown.splitlines() if line.startswith(f"{pointer} "))


def test_a_value_stands_with_its_place_and_status(extraction_of: Build, show: Show) -> None:
    extraction = extraction_of("MILK and honey", acronym="MILK")
    cells = row(show(extraction), "/acronym").split()
    assert cells == ["/acronym", "MILK", "〃", "0-4", extraction.evidence["/acronym"].status]


def test_a_value_that_is_not_on_the_page_says_so(extraction_of: Build, show: Show) -> None:
    shown = row(show(extraction_of("MILK and honey", brief_title="Tea")), "/brief_title")
    assert "not on the page: Tea" in shown
    assert "UNSUPPORTED" in shown


def test_keys_and_plain_defaults_are_left_out(extraction_of: Build, show: Show) -> None:
    criterion = {"text": "honey"}
    shown = show(
        extraction_of(
            "MILK and honey", arms=[{"key": "A1", "label": "MILK"}], eligibility={"inclusion": [criterion]}
        )
    )
    assert "/arms/0/label" in shown
    assert "/arms/0/key" not in shown
    assert "negated" not in shown


def test_reasons_and_findings_are_listed(extraction_of: Build, show: Show) -> None:
    extraction = extraction_of("MILK and honey")
    extraction.missing["/sponsors"] = MissingReason.EMPTY_SECTION
    shown = show(extraction)
    assert "/sponsors: EMPTY_SECTION" in shown
    assert "unread /arms A row «MILK»" in shown


def test_nothing_of_a_page_can_steer_the_terminal(extraction_of: Build, show: Show) -> None:
    text = "\x1b[2J\u202e and [red]honey[/red]"
    extraction = extraction_of(text, id="\x1b]0;x\x07", brief_title=text, acronym="\x1b[2J")
    for everything in (False, True):
        shown = show(extraction, everything=everything)
        assert not set(shown) & set("\x1b\x07\u202e")
        assert "[red]honey[/red]" in shown


def test_long_texts_end_in_an_ellipsis_unless_everything_is_asked_for(
    extraction_of: Build, show: Show
) -> None:
    extraction = extraction_of("MILK " * 40, brief_title="MILK " * 39 + "MILK")
    assert "…" in row(show(extraction), "/brief_title")
    assert show(extraction, everything=True).count("MILK") >= 40
