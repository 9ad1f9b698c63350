import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from openai_server import (
    TOKENS_CACHED,
    TOKENS_IN,
    TOKENS_OUT,
    OpenAIServer,
    Play,
    completion,
    failure,
    refusal,
    truncated,
)

from extractor.documents import Document
from extractor.errors import ModelError
from extractor.extraction import Extractor
from extractor.model import faults
from extractor.model.client import Reply
from extractor.model.instructor_client import InstructorClient
from extractor.model.prompt import load
from extractor.model.reader import ModelReader
from extractor.model.wire import wire_schema, wire_schema_hash
from extractor.records.envelope import EvidenceStatus

Connect = Callable[..., InstructorClient]


def test_a_page_is_read_and_verified_against_its_words(connect: Connect, page: Document) -> None:
    extraction = Extractor(ModelReader(connect(), model="m")).extract(page)
    assert extraction.record.brief_title == "A Study of Blue Tea"
    evidence = extraction.evidence["/design/allocation"]
    assert evidence.status is EvidenceStatus.VERIFIED
    assert page.text[evidence.spans[0].start : evidence.spans[0].end] == "assigned at random"
    assert {one.status for one in extraction.evidence.values()} <= {
        EvidenceStatus.VERIFIED,
        EvidenceStatus.QUOTED,
    }


def test_a_model_that_obeys_the_page_is_caught_by_verification(
    server: OpenAIServer, connect: Connect, page: Document, answer: dict[str, Any]
) -> None:
    answer["record"]["brief_title"] = "EVIL"
    server.play(completion(answer))
    extraction = Extractor(ModelReader(connect(), model="m")).extract(page)
    assert extraction.evidence["/brief_title"].status is EvidenceStatus.UNSUPPORTED


def test_the_request_holds_prompt_page_and_schema(
    server: OpenAIServer, connect: Connect, page: Document
) -> None:
    ModelReader(connect(), model="m", parameters={"temperature": 0}).read(page)
    (body,) = server.bodies
    assert (body["model"], body["temperature"]) == ("m", 0)
    assert body["messages"][0] == {"role": "system", "content": load().system}
    assert json.loads(body["messages"][1]["content"]) == {"page": page.text}
    assert body["response_format"]["json_schema"] == {"name": "Answer", "schema": wire_schema()}


def test_lineage_says_what_determined_the_draft_and_equal_runs_agree(
    connect: Connect, page: Document
) -> None:
    one, two = (ModelReader(connect(), model="m").read(page) for _ in range(2))
    assert one == two
    assert (one.lineage.reader, one.lineage.model) == ("model", "m")
    assert one.lineage.prompt == load().sha256
    assert one.lineage.wire_schema == wire_schema_hash()
    assert one.lineage.answers is not None


def _variants(answer: dict[str, Any]) -> dict[str, str]:
    text = json.dumps(answer)
    return {
        "bad JSON": text[:-1],
        "unknown key": text.replace('"quotes"', '"colour": 1, "quotes"', 1),
        "duplicate key": text.replace('"quotes"', '"quotes": [], "quotes"', 1),
        "NaN": text.replace('"design": {', '"location_count_stated": NaN, "design": {', 1),
    }


@pytest.mark.parametrize("fault", ["bad JSON", "unknown key", "duplicate key", "NaN"])
def test_an_invalid_answer_is_asked_for_again_with_its_faults(
    server: OpenAIServer, connect: Connect, page: Document, answer: dict[str, Any], fault: str
) -> None:
    bad = _variants(answer)[fault]
    server.play(completion(bad), completion(answer))
    draft = ModelReader(connect(), model="m").read(page)
    first, second = (body["messages"] for body in server.bodies)
    assert second[: len(first)] == first
    assert second[2] == {"role": "assistant", "content": bad}
    assert second[3]["role"] == "user"
    assert "no valid record" in second[3]["content"]
    assert draft.usage is not None
    assert draft.usage.attempts == 2
    assert draft.usage.tokens_in == 2 * TOKENS_IN
    assert draft.usage.tokens_out == 2 * TOKENS_OUT
    assert draft.usage.tokens_cached == 2 * TOKENS_CACHED
    assert not draft.usage.cached


@pytest.mark.parametrize(("reasks", "requests"), [(0, 1), (2, 3)])
def test_an_answer_that_stays_invalid_is_an_error_that_keeps_it(
    server: OpenAIServer, connect: Connect, page: Document, reasks: int, requests: int
) -> None:
    server.play(completion("{}"))
    with pytest.raises(faults.InvalidAnswerError, match=r"^tea: no valid record after") as caught:
        ModelReader(connect(), model="m", reasks=reasks).read(page)
    assert (caught.value.document, caught.value.raw) == ("tea", "{}")
    assert len(server.received) == requests


@pytest.mark.parametrize(
    ("play", "kind", "raw"),
    [
        (refusal("I will not"), faults.RefusedAnswerError, "I will not"),
        (truncated("{"), faults.TruncatedAnswerError, "{"),
        (completion("{}", finish_reason="content_filter"), faults.FilteredAnswerError, "{}"),
        (completion(""), faults.EmptyAnswerError, ""),
        (completion(None), faults.EmptyAnswerError, ""),
        (failure(401), faults.AuthenticationFaultError, None),
        (failure(404), faults.UnknownModelError, None),
    ],
)
def test_what_better_json_would_not_cure_is_an_error_at_once(
    server: OpenAIServer,
    connect: Connect,
    page: Document,
    play: Play,
    kind: type[ModelError],
    raw: str | None,
) -> None:
    server.play(play)
    with pytest.raises(ModelError) as caught:
        ModelReader(connect(), model="m").read(page)
    assert type(caught.value) is kind
    assert (caught.value.document, caught.value.raw) == ("tea", raw)
    assert caught.value.hint
    assert len(server.received) == 1


def test_answers_out_of_a_cache_cost_nothing(
    scripted: Callable[..., Any], page: Document, answer: dict[str, Any]
) -> None:
    client = scripted(Reply(json.dumps(answer), tokens_in=9, cached=True))
    usage = ModelReader(client, model="m").read(page).usage
    assert usage is not None
    assert (usage.attempts, usage.tokens_in, usage.cached) == (1, 0, True)


def test_importing_the_reader_loads_neither_sdk_nor_instructor() -> None:
    code = (
        "import sys, extractor.model.reader, extractor.model.build\n"
        "print([name for name in ('openai', 'instructor', 'httpx2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
