"""The whole way, from a page through the reader to a server that answers badly: names, requests, bills."""

from collections.abc import Callable

import pytest
import tea
from asking import bill, client
from openai_server import OpenAIServer, Play, completion, failure, refusal, truncated

from extractor.documents import Document
from extractor.errors import ModelError, Spent
from extractor.model import faults
from extractor.model.faults import Fault
from extractor.model.modes import Mode
from extractor.model.reader import ModelReader

WHOLE = tea.answer_of("record", plan="one")
NULL = '"acronym": null'


def reader(server: OpenAIServer, mode: Mode = Mode.JSON_SCHEMA) -> ModelReader:
    return ModelReader(client(server, mode=mode), model="m", plan="one", reasks=1)


def page() -> Document:
    return tea.page()


def with_acronym(value: str) -> Play:
    """The answer with other words for one value."""
    assert NULL in WHOLE
    return completion(WHOLE.replace(NULL, f'"acronym": {value}', 1))


ANSWERS: list[tuple[str, Play, type[Fault], int]] = [
    ("cut text", completion(WHOLE[:-30]), faults.NotJsonError, 2),
    ("prose first", completion(f"Here it is: {WHOLE}"), faults.NotJsonError, 2),
    ("a fence", completion(f"```json\n{WHOLE}\n```"), faults.NotJsonError, 2),
    ("thinking first", completion(f"<think>tea</think>{WHOLE}"), faults.NotJsonError, 2),
    ("NaN", with_acronym("NaN"), faults.InvalidAnswerError, 2),
    ("a huge number", with_acronym("1e999"), faults.InvalidAnswerError, 2),
    ("5,000 digits", with_acronym("9" * 5000), faults.InvalidAnswerError, 2),
    ("20,000 deep", with_acronym("[" * 20_000 + "]" * 20_000), faults.InvalidAnswerError, 2),
    ("a key twice", with_acronym('null, "acronym": null'), faults.InvalidAnswerError, 2),
    ("a number for words", with_acronym("7"), faults.InvalidAnswerError, 2),
    ("an unknown key", with_acronym('null, "colour": "blue"'), faults.InvalidAnswerError, 2),
    ("a key left out", completion(WHOLE.replace(NULL + ", ", "", 1)), faults.InvalidAnswerError, 2),
    ("a list", completion("[]"), faults.InvalidAnswerError, 2),
    ("a refusal", refusal("I will not"), faults.RefusedAnswerError, 1),
    ("a filter", completion("", finish_reason="content_filter"), faults.FilteredAnswerError, 1),
    ("the limit of tokens", truncated(), faults.TruncatedAnswerError, 1),
    ("no words", completion(" "), faults.EmptyAnswerError, 1),
    ("401", failure(401), faults.AuthenticationFaultError, 1),
    ("404", failure(404), faults.UnknownModelError, 1),
    ("500 for ever", failure(500), faults.ServerFaultError, 3),
]


@pytest.mark.parametrize(
    ("play", "kind", "sent"), [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS]
)
def test_a_bad_answer_has_its_name_its_number_of_requests_and_the_servers_bill(
    play: Play, kind: type[Fault], sent: int
) -> None:
    with OpenAIServer(play) as server, pytest.raises(ModelError) as caught:
        reader(server).read(page())
    error = caught.value
    assert type(error) is kind
    assert error.document == "tea"
    assert error.spent == bill(server)
    assert error.spent.sent == sent


@pytest.mark.parametrize(
    "dress",
    [
        lambda text: f"```json\n{text}\n```",
        lambda text: f"<think>{{}}</think>\n{text}",
        lambda text: f"An example is {{}}, the answer is {text}.",
    ],
)
def test_in_markdown_prose_and_fences_do_no_harm(dress: Callable[[str], str]) -> None:
    with OpenAIServer(completion(dress(WHOLE))) as server:
        draft = reader(server, Mode.MD_JSON).read(page())
    assert draft.record.brief_title == "A Study of Blue Tea"
    assert len(server.received) == 1


def test_an_answer_mended_when_asked_again_costs_both_and_every_retry() -> None:
    plays = failure(429), completion("{"), failure(503), completion(WHOLE, tokens=(900, 80, 500))
    with OpenAIServer(*plays) as server:
        usage = reader(server).read(page()).usage
    assert usage is not None
    counted = Spent(usage.requests, usage.tokens_in, usage.tokens_out, usage.tokens_cached)
    assert counted == bill(server) == Spent(4, 1000, 100, 540)
