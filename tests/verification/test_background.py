import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.verification.background import in_background, is_background
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
