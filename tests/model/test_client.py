from dataclasses import replace
from typing import Any

import pytest

from extractor.model.client import Message, Reply, Request, endpoint_of


def test_equal_requests_have_one_key(request_: Request) -> None:
    assert request_.key("http://h/v1") == replace(request_).key("http://h/v1")


@pytest.mark.parametrize(
    "change",
    [
        {"messages": (Message("system", "rules"), Message("user", "other page"))},
        {"messages": (Message("system", "rules"), Message("assistant", "page"))},
        {"schema": {"type": "array"}},
        {"schema_name": "Other"},
        {"model": "n"},
        {"parameters": {"temperature": 0}},
    ],
)
def test_whatever_decides_the_answer_changes_the_key(request_: Request, change: dict[str, Any]) -> None:
    assert replace(request_, **change).key() != request_.key()


def test_another_endpoint_is_another_key(request_: Request) -> None:
    assert request_.key("http://one/v1") != request_.key("http://two/v1")


def test_the_order_of_parameters_does_not_matter_but_that_of_the_schema_does(request_: Request) -> None:
    one = replace(request_, parameters={"seed": 1, "temperature": 0})
    two = replace(request_, parameters={"temperature": 0, "seed": 1})
    assert one.key() == two.key()
    one = replace(request_, schema={"a": 1, "b": 2})
    two = replace(request_, schema={"b": 2, "a": 1})
    assert one.key() != two.key()


@pytest.mark.parametrize(
    "reply",
    [
        Reply("{", finish_reason="length"),
        Reply("{}", finish_reason="content_filter"),
        Reply("{}", finish_reason=None),
        Reply("{}", refusal="no"),
        Reply(" "),
    ],
)
def test_only_a_whole_answer_is_finished(reply: Reply) -> None:
    assert not reply.finished
    assert Reply("{}").finished


def test_a_client_without_a_name_has_an_empty_endpoint() -> None:
    class Nameless:
        def complete(self, request: Request, /) -> Reply:
            return Reply(request.model)

    assert endpoint_of(Nameless()) == ""


def test_neither_page_nor_answer_stand_in_a_repr(request_: Request) -> None:
    assert "page" not in repr(request_)
    assert "secret" not in repr(Reply("secret"))
