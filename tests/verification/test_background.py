import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.verification.background import in_background, is_background, names_no_study
from extractor.verification.page import Page

CASES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("background.toml").read_text(encoding="utf-8"))
EVAL = Path(__file__).parent.parent.parent / "eval"


def test_the_rule_is_as_good_as_the_manual_says(record_property: Callable[[str, object], None]) -> None:
    found = [sentence for sentence in CASES["background"] if is_background(sentence)]
    wrong = [sentence for sentence in CASES["own"] if is_background(sentence)]
    precision = len(found) / (len(found) + len(wrong))
    recall = len(found) / len(CASES["background"])
    record_property("precision", precision)
    record_property("recall", recall)
    assert precision >= 0.9, f"precision {precision:.3f}"
    assert recall >= 0.8, f"recall {recall:.3f}"


@pytest.mark.parametrize("case", CASES["leaning"])
def test_a_sentence_that_leans_on_background_is_background(case: dict[str, str]) -> None:
    text = f"{case['after']} {case['sentence']}"
    assert not is_background(case["sentence"])
    assert in_background(Page(text), (text.index(case["sentence"]), len(text)))


@pytest.mark.parametrize(
    ("stem", "words"),
    [
        ("000_b5cf610b3e5fb516", "Randomized clinical trials"),
        ("001_d31558037812deea", "significant correlation between pre-TACE level"),
        ("002_b7668aeed4df3967", "13.6 months"),
        ("002_b7668aeed4df3967", "12.3 months"),
        ("002_b7668aeed4df3967", "4.8 months"),
        ("002_b7668aeed4df3967", "21.5%"),
        ("004_baa65b690a6181ac", "antitumor activity"),
    ],
)
def test_figures_of_other_studies_on_real_pages_are_background(stem: str, words: str) -> None:
    text = (EVAL / "documents" / f"{stem}.txt").read_text(encoding="utf-8")
    at = text.index(words)
    assert in_background(Page(text), (at, at + len(words)))


@pytest.mark.parametrize(
    ("stem", "words"),
    [
        ("003_970c802eaba926f7", "non-randomized"),
        ("003_970c802eaba926f7", "400mg per day"),
        ("004_baa65b690a6181ac", "The objective response rate was 9%"),
        ("004_baa65b690a6181ac", "1.9 months"),
        ("001_d31558037812deea", "400 mg bid"),
    ],
)
def test_facts_of_this_trial_on_real_pages_are_not(stem: str, words: str) -> None:
    text = (EVAL / "documents" / f"{stem}.txt").read_text(encoding="utf-8")
    at = text.index(words)
    assert in_background(Page(text), (at, at + len(words))) is None


def test_a_fact_of_another_study_is_not_verified_as_this_trials(check: Any, page: str) -> None:
    result = {
        "outcome": "response rate",
        "text": "a response rate of 55%",
        "statistic": "RATE",
        "percent": 55,
    }
    found = check(page, {"results": [result]})
    assert found.evidence["/results/0/percent"].status == "UNSUPPORTED"
    assert "background" in {finding.code for finding in found.findings}


NUMBER = "A previous study, the HEATER trial (NCT01111111), enrolled 55 patients in a double-blind design."


def test_numbers_and_designs_of_earlier_trials_are_not_verified_as_this_trials(check: Any, page: str) -> None:
    text = page.replace("Target Recruitment\n120\n", "").replace(
        "Previous studies", f"{NUMBER} Previous studies"
    )
    design = {"enrollment": {"count": 55}, "masking": "DOUBLE"}
    quotes = {"/design/enrollment/count": "enrolled 55 patients", "/design/masking": "double-blind"}
    found = check(text, {"design": design}, quotes)
    assert {found.evidence[pointer].status for pointer in quotes} == {"UNSUPPORTED"}
    assert [finding.code for finding in found.findings] == ["background", "background"]


def test_few_unseen_sentences_about_other_studies_could_pass_as_this_trials_design() -> None:
    unseen = CASES["unseen"]["background"]
    passed = [one for one in unseen if not is_background(one) and not names_no_study(one)]
    assert len(passed) <= len(unseen) / 2, passed


def test_an_identifier_of_another_study_given_as_primary_is_a_mismatch(check: Any, page: str) -> None:
    text = page.replace("Previous studies", f"{NUMBER} Previous studies")
    wrong = {"scheme": "NCT", "value": "NCT01111111", "role": "PRIMARY"}
    for quotes in (
        {},
        {"/identifiers/0/role": "NCT01111111"},
        {"/identifiers/0/role": "Registration Number"},
    ):
        found = check(text, {"identifiers": [wrong]}, quotes)
        assert found.evidence["/identifiers/0/role"].status == "UNSUPPORTED"
        assert "id_mismatch" in {finding.code for finding in found.findings}


def test_an_identifier_in_a_sentence_about_another_study_is_cited(check: Any, page: str) -> None:
    text = page.replace("Previous studies", f"{NUMBER} Previous studies")
    cited = {"scheme": "NCT", "value": "NCT01111111", "role": "CITED"}
    assert check(text, {"identifiers": [cited]}).evidence["/identifiers/0/role"].status == "VERIFIED"


def test_the_pages_own_number_is_no_mismatch_though_a_sentence_names_it_too(check: Any, page: str) -> None:
    text = page.replace("This randomized trial", "This randomized trial (NCT01234567)")
    own = {"scheme": "NCT", "value": "NCT01234567", "role": "PRIMARY"}
    found = check(text, {"identifiers": [own]})
    assert found.evidence["/identifiers/0/role"].status == "VERIFIED"
    assert found.findings == []


def test_what_a_publication_tells_of_patients_is_its_own(check: Any) -> None:
    text = "A Trial of Heat\n\nForty-three patients were included.\n"
    record = {"source": {"page_kind": "PUBLICATION_PAGE", "layout": "invented"}}
    quotes = {"/design/enrollment/count": "Forty-three patients"}
    design = {"design": {"enrollment": {"count": 43}}}
    assert check(text, record | design, quotes).evidence["/design/enrollment/count"].status == "VERIFIED"
    assert check(text, design, quotes).evidence["/design/enrollment/count"].status == "AMBIGUOUS"
