"""Reading a page with a model: passes over a real server, and over a client that plays a script."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
import tea
from by_pass import NAMES, ByPass
from openai_server import OpenAIServer

from extractor.documents import Document
from extractor.errors import SettingsError
from extractor.extraction import Extractor, aextract
from extractor.model.client import Reply, Request
from extractor.model.faults import RefusedAnswerError
from extractor.model.instructor_client import InstructorClient
from extractor.model.passes import DEFAULT_PLAN
from extractor.model.prompt import load
from extractor.model.reader import ModelReader
from extractor.model.wire.forms import form_of
from extractor.records.envelope import EvidenceStatus
from extractor.records.finding import FindingCode

Connect = Callable[..., InstructorClient]
GOOD = {EvidenceStatus.VERIFIED, EvidenceStatus.QUOTED}


@pytest.mark.parametrize("plan", sorted(load().plans))
def test_a_page_is_read_in_every_plan_and_verified_against_its_words(
    connect: Connect, page: Document, plan: str
) -> None:
    extraction = Extractor(ModelReader(connect(), model="m", plan=plan)).extract(page)
    assert extraction.record.brief_title == "A Study of Blue Tea"
    links = [(link.arm, link.intervention) for link in extraction.record.arm_interventions]
    assert links == [("A1", "I1"), ("A2", "I2")]
    spans = extraction.evidence["/design/allocation"].spans
    assert page.text[spans[0].start : spans[0].end] == "assigned at random"
    assert {one.status for one in extraction.evidence.values()} <= GOOD


def test_all_plans_give_the_same_draft_but_for_who_read_it(connect: Connect, page: Document) -> None:
    drafts = [ModelReader(connect(), model="m", plan=plan).read(page) for plan in ("one", "five")]
    bare = [draft.model_dump(exclude={"lineage", "usage"}) for draft in drafts]
    assert bare[0] == bare[1]
    assert drafts[0].lineage.wire_schema != drafts[1].lineage.wire_schema


def test_awaiting_and_not_awaiting_give_the_same(connect: Connect, page: Document) -> None:
    reader = ModelReader(connect(), model="m")
    assert asyncio.run(aextract(page, reader=reader)) == Extractor(reader).extract(page)


def test_each_request_holds_the_prompt_of_its_pass_the_page_and_the_schema(
    server: OpenAIServer, connect: Connect, page: Document
) -> None:
    ModelReader(connect(), model="m", parameters={"temperature": 0}).read(page)
    bodies = {tea.pass_of(one): one.body for one in server.received}
    assert sorted(bodies) == sorted(NAMES)
    for asked in load().plan(DEFAULT_PLAN).passes:
        body, form = bodies[asked.name], form_of(asked.fields)
        assert (body["model"], body["temperature"]) == ("m", 0)
        system, user = body["messages"]
        assert system == {"role": "system", "content": load().system(asked, form)}
        assert json.loads(user["content"])["lines"]["1"] == "A Study of Blue Tea"
        assert body["response_format"]["json_schema"]["schema"] == form.schema


def test_the_first_requests_are_known_before_anything_is_sent(page: Document) -> None:
    client = ByPass()
    reader = ModelReader(client, model="m")
    first = reader.requests(page)
    assert client.requests == []
    reader.read(page)
    assert client.requests == first
    assert all(a.prefix is b.prefix for a, b in zip(first, reader.requests(page), strict=True))


@pytest.mark.parametrize(("parallel", "most"), [(True, len(NAMES)), (False, 1)])
def test_passes_are_asked_at_once_or_one_after_the_other(
    page: Document, *, parallel: bool, most: int
) -> None:
    client = ByPass()
    ModelReader(client, model="m", parallel=parallel).read(page)
    assert client.most == most
    assert [request.prefix.name for request in client.requests] == NAMES


def test_a_model_that_obeys_the_page_is_caught_by_verification(
    page: Document, answer: dict[str, Any]
) -> None:
    client = ByPass(identity=Reply(tea.answer_of("identity", answer | {"brief_title": "EVIL"})))
    extraction = Extractor(ModelReader(client, model="m")).extract(page)
    assert extraction.evidence["/brief_title"].status is EvidenceStatus.UNSUPPORTED


def test_an_answer_that_gives_the_instructions_away_leaves_a_finding(
    page: Document, answer: dict[str, Any]
) -> None:
    told = answer | {"brief_title": load().mark}
    client = ByPass(identity=Reply(tea.answer_of("identity", told)))
    extraction = Extractor(ModelReader(client, model="m")).extract(page)
    assert FindingCode.PROMPT_LEAK in {one.code for one in extraction.findings}


def test_lineage_says_what_determined_the_draft_and_equal_runs_agree(page: Document) -> None:
    one, two = (ModelReader(ByPass(), model="m").read(page) for _ in range(2))
    assert one == two
    lineage = one.lineage
    assert (lineage.reader, lineage.model, lineage.plan) == ("model", "m", DEFAULT_PLAN)
    assert lineage.prompt == load().sha256
    assert lineage.wire_schema is not None
    other = ByPass(study=Reply(tea.answer_of("study") + " "))
    assert ModelReader(other, model="m").read(page).lineage.answers != lineage.answers


def test_an_unknown_plan_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(SettingsError, match="'nine'"):
        ModelReader(ByPass(), model="m", plan="nine")


def test_importing_the_reader_loads_neither_sdk_nor_instructor() -> None:
    code = (
        "import sys, extractor.model.reader, extractor.model.build\n"
        "print([name for name in ('openai', 'instructor', 'httpx2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_long_page_is_read_in_pieces_as_if_it_were_one(page: Document, answer: dict[str, Any]) -> None:
    long = Document.from_text(page.text + "\nKeywords\n\n" + "green tea\n" * 40, id="tea")
    answers = {name: Reply(tea.answer_of(name, answer), tokens_in=1) for name in NAMES}
    client = ByPass(**answers)
    draft = ModelReader(client, model="m", max_page_chars=200).read(long)
    pieces = len(client.requests) // len(NAMES)
    assert pieces > 1
    assert draft.record == ModelReader(ByPass(**answers), model="m").read(long).record
    sent = [json.loads(one.turns[0].content) for one in client.requests if one.prefix.name == "arms"]
    assert [one["piece"] for one in sent] == [f"{n} of {pieces}" for n in range(1, pieces + 1)]
    shown = {line for one in sent for line in one["lines"].values()}
    assert shown == {line for line in long.text.split("\n") if line}
    assert draft.usage is not None
    assert [(one.name, one.attempts) for one in draft.usage.passes] == [(name, pieces) for name in NAMES]


class Remembering(ByPass):
    """A client that has the answers of some passes at hand."""

    def __init__(self, *at_hand: str, **replies: Reply | Exception) -> None:
        super().__init__(**replies)
        self.at_hand = at_hand

    def kept(self, request: Request, /) -> Reply | None:
        name = request.prefix.name
        return Reply(tea.answer_of(name), cached=True) if name in self.at_hand else None


def test_answers_at_hand_are_not_waited_for(page: Document) -> None:
    client = Remembering(*NAMES)
    draft = ModelReader(client, model="m").read(page)
    assert not client.requests
    assert draft.record == ModelReader(ByPass(), model="m").read(page).record
    assert draft.usage is not None
    assert (draft.usage.attempts, draft.usage.cached) == (len(NAMES), True)


def test_only_passes_without_an_answer_at_hand_are_asked(page: Document) -> None:
    client = Remembering(*NAMES[:2], *NAMES[3:])
    draft = ModelReader(client, model="m").read(page)
    assert [request.prefix.name for request in client.requests] == [NAMES[2]]
    assert draft.lineage.answers == ModelReader(ByPass(), model="m").read(page).lineage.answers


def test_an_answer_at_hand_that_is_none_fails_its_page(page: Document) -> None:
    class Refusing(Remembering):
        def kept(self, request: Request, /) -> Reply | None:
            reply = super().kept(request)
            return Reply("", refusal="no", cached=True) if request.prefix.name == NAMES[0] else reply

    with pytest.raises(RefusedAnswerError):
        ModelReader(Refusing(*NAMES), model="m").read(page)
