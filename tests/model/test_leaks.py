"""Answers that give the prompt away."""

import json

import pytest

from extractor.model.leaks import LeakWatch
from extractor.model.prompt import load

RULES = (
    "Copy the words letter by letter, with their typing errors.\n"
    'Write null where nothing is "printed"; the rest of the page\nis left alone in this part of the record.\n'
)
WATCH = LeakWatch("K0123456789abcdef", RULES)


def test_the_mark_is_noticed_wherever_it_stands() -> None:
    assert WATCH.leaked('{"brief_title": "see K0123456789abcdef"}', "") is not None


@pytest.mark.parametrize("shift", range(0, 40, 7))
def test_a_long_run_of_the_rules_is_noticed(shift: int) -> None:
    joined = " ".join(RULES.split())
    for told in (json.dumps(joined[3:90]), json.dumps(RULES[50:140])):
        assert WATCH.leaked(" " * shift + told, "") is not None


def test_a_phrase_of_the_rules_is_no_leak() -> None:
    assert WATCH.leaked(json.dumps(RULES[:38]), "") is None


def test_what_the_page_says_itself_is_no_leak() -> None:
    assert WATCH.leaked(json.dumps(RULES[:57]), RULES[:57]) is None


def test_the_answers_of_the_worked_examples_are_no_leaks() -> None:
    prompt = load()
    for name in ("glued", "sections", "article"):
        assert prompt.watch.leaked(json.dumps(prompt.example(name).answer, ensure_ascii=False), "") is None
