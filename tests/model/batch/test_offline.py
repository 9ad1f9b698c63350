import asyncio
from collections import Counter

import pytest

from extractor.model.batch.offline import OfflineClient, PendingError
from extractor.model.batch.results import Result
from extractor.model.batch.states import States
from extractor.model.client import Message, Prefix, Reply, Request
from extractor.model.faults import BadRequestError, PageTooLongError

REQUEST = Request(Prefix("tea", "rules", {}, "Answer", "m"), (Message("user", "page"),), "p1")
KEY = REQUEST.key("e")


class Shelf(dict[str, Reply]):
    """Answers in memory."""

    def find(self, key: str) -> Reply | None:
        return self.get(key)


def _client(answers: dict[str, Reply], *results: Result, asked: int = 1) -> OfflineClient:
    return OfflineClient(Shelf(answers), States(Counter({KEY: asked}), {KEY: list(results)}), "e")


def _complete(client: OfflineClient) -> Reply:
    return asyncio.run(client.complete(REQUEST))


def test_what_is_answered_is_answered() -> None:
    client = _client({KEY: Reply("{}", cached=True)})
    assert _complete(client) == Reply("{}", cached=True)
    assert client.take_open() == []
    assert client.endpoint == "e"


def test_what_is_not_answered_is_noted_once() -> None:
    client = _client({})
    for _ in range(2):
        with pytest.raises(PendingError, match="p1: pass tea has no answer yet"):
            _complete(client)
    assert client.take_open() == [(KEY, REQUEST)]
    assert client.take_open() == []


def test_an_answer_that_was_paid_and_is_final_is_judged_by_the_reader_and_costs_nothing_again() -> None:
    cut = Reply("{", finish_reason="length", tokens_in=5)
    client = _client({}, Result(KEY, "truncated", again=False, reply=cut))
    assert _complete(client) == Reply("{", finish_reason="length", tokens_in=5, cached=True)
    assert client.take_open() == [(KEY, REQUEST)]


@pytest.mark.parametrize(
    ("kind", "error"),
    [("too_long", PageTooLongError), ("bad_request", BadRequestError), ("odd", BadRequestError)],
)
def test_a_final_failure_is_the_error_of_its_name(kind: str, error: type[Exception]) -> None:
    with pytest.raises(error, match=kind):
        _complete(_client({}, Result(KEY, kind, again=False)))


def test_a_usable_answer_counts_more_than_a_failure() -> None:
    client = _client({KEY: Reply("{}")}, Result(KEY, "bad_request", again=False))
    assert _complete(client).text == "{}"
