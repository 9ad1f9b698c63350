from collections.abc import Callable

import pytest

Status = Callable[..., str]


@pytest.mark.parametrize(
    ("page", "value", "expected"),
    [
        ("Phase 2", "PHASE2", "VERIFIED"),
        ("phase II", "PHASE2", "VERIFIED"),
        ("Phase Ⅱ", "PHASE2", "VERIFIED"),
        ("This is a phase II study of heat", "PHASE2", "VERIFIED"),
        ("Phase 2", "PHASE3", "UNSUPPORTED"),
        ("This phase II study followed our phase I study", "PHASE2", "UNSUPPORTED"),
        ("heat alone", "PHASE2", "UNSUPPORTED"),
    ],
)
def test_a_name_of_a_list_is_what_its_synonyms_say(
    status: Status, page: str, value: str, expected: str
) -> None:
    record = {"design": {"phases": [value]}}
    assert status(page, record, "/design/phases/0", {"/design/phases/0": page}) == expected


@pytest.mark.parametrize("page", ["This non-randomized study", "This is not randomized", "nonrandomised"])
def test_a_denied_name_is_not_the_name(status: Status, page: str) -> None:
    record = {"design": {"allocation": "RANDOMIZED"}}
    assert status(page, record, "/design/allocation", {"/design/allocation": "randomi"}) == "UNSUPPORTED"
    assert status(page, record, "/design/allocation", {"/design/allocation": page}) == "UNSUPPORTED"


def test_a_badge_is_not_a_sentence(status: Status) -> None:
    record = {"status": {"overall_status": "COMPLETED"}}
    quotes = {"/status/overall_status": "completed"}
    sentence = "All who completed the treatment of the first part will go on to the second part of it."
    assert status("Status\nCompleted\n", record, "/status/overall_status", quotes) == "VERIFIED"
    assert status(sentence, record, "/status/overall_status", quotes) == "UNSUPPORTED"


def test_a_label_before_the_name_is_no_part_of_it(status: Status) -> None:
    record = {"sponsors": [{"name": "Heat House", "role": "LEAD"}]}
    page = "Sponsors\nHeat House\nSponsor Role lead\n"
    assert status(page, record, "/sponsors/0/role", {"/sponsors/0/role": "Sponsor Role lead"}) == "VERIFIED"


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("2031-03-14\n,\nActual", "ACTUAL", "VERIFIED"),
        ("2031-03-14\n,\nActual", "ESTIMATED", "UNSUPPORTED"),
        ("2033-05-01 (Anticipated)", "ESTIMATED", "UNSUPPORTED"),
    ],
)
def test_whether_a_date_was_reached_stands_beside_this_date(
    status: Status, words: str, value: str, expected: str
) -> None:
    page = "Study Start Date\n\n2031-03-14\n,\nActual\n\nOther Date\n\n2033-05-01 (Anticipated)\n"
    record = {"status": {"start_date": {"date": "2031-03-14", "type": value}}}
    quotes = {"/status/start_date/type": words, "/status/start_date/date": "2031-03-14"}
    assert status(page, record, "/status/start_date/type", quotes) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("OTHER_GOV", "QUOTED"), ("FED", "AMBIGUOUS"), ("INDUSTRY", "UNSUPPORTED")]
)
def test_a_government_is_not_said_to_be_which(status: Status, value: str, expected: str) -> None:
    page = "Sponsor Organization 1\n\nMinistry of Lamps\n\nOrganization Type\n\nGovernment\n"
    record = {"sponsors": [{"name": "Ministry of Lamps", "role": "LEAD", "agency_class": value}]}
    quotes = {"/sponsors/0/agency_class": "Government"}
    assert status(page, record, "/sponsors/0/agency_class", quotes) == expected


def test_a_code_in_a_sentence_is_no_badge(status: Status) -> None:
    record, quotes = {"design": {"allocation": "RANDOMIZED"}}, {"/design/allocation": "RCT"}
    assert status("Allocation\n\nRCT\n", record, "/design/allocation", quotes) == "VERIFIED"
    sentence = "An RCT of lamps has never been carried out in this country, so that nothing at all is known."
    assert status(sentence, record, "/design/allocation", quotes) != "VERIFIED"


def test_a_field_that_is_answered_with_no_denies_its_own_words(status: Status) -> None:
    page = "E.8.1.2 Open: No\nE.8.1.3 Single blind: Yes\n"
    for value, words, expected in (("NONE", "Open", "UNSUPPORTED"), ("SINGLE", "Single blind", "VERIFIED")):
        record = {"design": {"masking": value}}
        assert status(page, record, "/design/masking", {"/design/masking": words}) == expected


@pytest.mark.parametrize("words", ["Phase I", "Human pharmacology (Phase I): No"])
def test_a_phase_answered_with_no_or_cut_from_another_is_not_the_phase(status: Status, words: str) -> None:
    page = "E.7.1 Human pharmacology (Phase I): No\nE.7.2 Therapeutic exploratory (Phase II): Yes\n"
    record = {"design": {"phases": ["PHASE1"]}}
    assert status(page, record, "/design/phases/0", {"/design/phases/0": words}) != "VERIFIED"
