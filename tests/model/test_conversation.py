"""One pass on one page, without a client."""

import json
from dataclasses import replace
from typing import Any

import pytest
import tea

from extractor.errors import ModelError, Spent
from extractor.model import faults
from extractor.model.client import Message, Prefix, Reply, Request
from extractor.model.conversation import Conversation
from extractor.model.page_message import page_message
from extractor.model.prompt import load
from extractor.model.wire.forms import form_of
from extractor.model.wire.part import Part
from extractor.records.finding import FindingCode

FORM = form_of(("brief_title", "conditions"))
GOOD = {"brief_title": "A Study of Blue Tea", "conditions": [], "missing": []}
PREFIX = Prefix("titles", "rules", FORM.schema, "titles", "m")


def conversation(**options: Any) -> Conversation:
    page = tea.page()
    first = Request(PREFIX, (page_message(page.text),), page.id)
    return Conversation(first, FORM, page, watch=load().watch, **options)


def test_a_good_answer_ends_it_with_a_part() -> None:
    talk = conversation()
    assert talk.request.turns == (page_message(tea.PAGE),)
    part = talk.take(Reply(json.dumps(GOOD)))
    assert part == Part({"brief_title": "A Study of Blue Tea", "conditions": []})


FAULTY = {
    "bad JSON": (json.dumps(GOOD)[:-1], "not JSON"),
    "two faults": (json.dumps(GOOD | {"brief_title": 1, "conditions": ["", "tea"]}), "/conditions/0"),
    "another key": (json.dumps(GOOD | {"colour": "blue"}), "not asked for"),
    "a key left out": (json.dumps({"brief_title": None, "missing": []}), "conditions"),
    "a key twice": (json.dumps(GOOD).replace('"missing"', '"conditions": [], "missing"'), "twice"),
    "NaN": (json.dumps(GOOD).replace('"A Study of Blue Tea"', "NaN"), "strict JSON"),
    "a list": ("[]", "object"),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_a_faulty_answer_is_asked_for_again_with_its_faults_named(fault: str) -> None:
    text, named = FAULTY[fault]
    talk = conversation()
    first = talk.request
    assert talk.take(Reply(text)) is None
    assert talk.request.prefix is first.prefix
    assert talk.request.turns[:2] == (*first.turns, Message("assistant", text))
    complaint = talk.request.turns[2]
    assert complaint.role == "user"
    assert named in complaint.content
    assert talk.take(Reply(json.dumps(GOOD))) is not None


def test_the_complaint_repeats_no_word_of_the_answer() -> None:
    talk = conversation()
    talk.take(Reply(json.dumps(GOOD | {"brief_title": {"zebra": "quagga"}, "okapi": 1})))
    assert not {"zebra", "quagga", "okapi"} & set(talk.request.turns[-1].content.split())


@pytest.mark.parametrize(
    ("text", "kind"), [("{}", faults.InvalidAnswerError), ("Here it is:", faults.NotJsonError)]
)
@pytest.mark.parametrize("reasks", [0, 2])
def test_an_answer_that_stays_faulty_is_an_error_that_keeps_it(
    text: str, kind: type[ModelError], reasks: int
) -> None:
    talk = conversation(reasks=reasks)
    for _ in range(reasks):
        assert talk.take(Reply(text)) is None
    with pytest.raises(ModelError, match=f"after {reasks + 1} tries") as caught:
        talk.take(Reply(text))
    assert (type(caught.value), caught.value.raw) == (kind, text)


@pytest.mark.parametrize(
    ("reply", "kind", "raw"),
    [
        (Reply("", refusal="I will not"), faults.RefusedAnswerError, "I will not"),
        (Reply("{", finish_reason="length"), faults.TruncatedAnswerError, "{"),
        (Reply("{}", finish_reason="content_filter"), faults.FilteredAnswerError, "{}"),
        (Reply(" \n"), faults.EmptyAnswerError, " \n"),
    ],
)
def test_what_better_json_would_not_cure_is_an_error_at_once(
    reply: Reply, kind: type[ModelError], raw: str
) -> None:
    with pytest.raises(ModelError) as caught:
        conversation().take(reply)
    assert (type(caught.value), caught.value.raw) == (kind, raw)
    assert caught.value.hint


def test_equal_replies_walk_the_same_way() -> None:
    talks = [conversation(), conversation()]
    for talk in talks:
        for text in ("{}", "[]"):
            talk.take(Reply(text))
    assert talks[0].request == talks[1].request
    assert talks[0].request.key() == talks[1].request.key()


def test_an_answer_that_gives_the_instructions_away_is_kept_and_named() -> None:
    told = GOOD | {"brief_title": f"the mark is {load().mark}"}
    part = conversation().take(Reply(json.dumps(told)))
    assert part is not None
    assert [(one.code, one.pointer) for one in part.findings] == [(FindingCode.PROMPT_LEAK, "")]


def test_what_was_paid_is_counted_and_what_our_cache_held_is_not() -> None:
    talk = conversation()
    talk.take(Reply("{}", tokens_in=10, tokens_out=3, tokens_cached=4, sent=2))
    talk.take(Reply("{}", tokens_in=10, tokens_out=3, cached=True))
    talk.take(Reply(json.dumps(GOOD), tokens_in=20, tokens_out=5))
    assert talk.spent == Spent(sent=3, tokens_in=30, tokens_out=8, tokens_cached=4)


def test_begun_anew_it_forgets_its_answers_and_passes_over_kept_ones() -> None:
    talk = conversation()
    first = talk.request
    assert talk.take(Reply("tea", cached=True)) is None
    assert (talk.is_kept, talk.request.fresh) == (True, False)
    talk.begin_anew()
    assert (talk.request, talk.replies) == (replace(first, fresh=True), [])
    assert not talk.is_kept
    assert talk.take(Reply("tea")) is None
    assert talk.request.fresh
    assert talk.request.key() != first.key()
    assert replace(first, fresh=True).key() == first.key()
