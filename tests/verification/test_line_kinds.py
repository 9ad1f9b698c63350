import pytest

from extractor.verification.line_kinds import is_frame, is_glued_header, kind_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("🇳🇴", "mark"),
        ("Oslo, Norway", "address"),
        ("Bergen, , Norway", "address"),
        ("🇫🇷Lyon, France", "address"),
        ("Lyon, France 69002", "address"),
        ("Heat, rest and cold", None),
        ("Role: STUDY_CHAIR", "label role"),
        ("Group Type EXPERIMENTAL", "label group type"),
        ("Role of sponsor lead", "label role of sponsor"),
        ("Site Status", "label site status"),
        ("Drug: Marvelimab", "label type"),
        ("Pain | 12 weeks", "cells"),
        ("+47 22 33 44 55", "telephone"),
        ("ada@hill.example", "e-mail"),
        ("Gizzard Centre", None),
    ],
)
def test_a_line_is_known_by_its_form(line: str, kind: str | None) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Overall survival24 months",
        "Relapse1year, 3years",
        "Steam toleranceBaseline and week 12",
        "Events by scale v4.02 years",
    ],
)
def test_a_row_of_outcomes_ends_in_a_time_frame(line: str) -> None:
    assert kind_of(line, outcomes=True) == "time frame"


@pytest.mark.parametrize("line", ["Survival at 2 years", "every death counts", "Patients from Oslo"])
def test_a_sentence_about_time_is_no_row(line: str) -> None:
    assert kind_of(line, outcomes=True) is None


@pytest.mark.parametrize(
    ("words", "known"), [("up to 5 years", True), ("Baseline", True), ("survival", False)]
)
def test_a_time_frame_is_known_by_its_words(words: str, known: bool) -> None:
    assert is_frame(words) is known


@pytest.mark.parametrize(
    ("line", "known"), [("NameTimeMethod", True), ("Heat arm", False), ("Conditions", False)]
)
def test_a_glued_header_is_known(line: str, known: bool) -> None:
    assert is_glued_header(line) is known


@pytest.mark.parametrize("frame", ["1, 3, 6 and 12 months", "0, 1, 2, 4 hours post-dose"])
def test_numbers_that_share_a_unit_are_a_time_frame(frame: str) -> None:
    assert is_frame(frame)
    assert kind_of(f"Warmth of the feet (WF){frame}", outcomes=True) == "time frame"
