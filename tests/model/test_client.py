from dataclasses import replace
from typing import Any

import pytest

from extractor.model.client import Message, Reply, Request, endpoint_of


def test_equal_requests_have_one_key(request_: Request) -> None:
    again = Request(replace(request_.prefix), request_.turns)
    assert again.key("http://h/v1") == request_.key("http://h/v1")


@pytest.mark.parametrize(
    "change",
    [
        {"system": "other rules"},
        {"schema": {"type": "array"}},
        {"schema_name": "Other"},
        {"model": "n"},
        {"parameters": {"temperature": 0}},
    ],
)
def test_whatever_of_the_prefix_decides_the_answer_changes_the_key(
    request_: Request, change: dict[str, Any]
) -> None:
    other = replace(request_, prefix=replace(request_.prefix, **change))
    assert other.prefix.sha256 != request_.prefix.sha256
    assert other.key() != request_.key()


@pytest.mark.parametrize(
    "turns",
    [
        (Message("user", "other page"),),
        (Message("assistant", "page"),),
        (Message("user", "page"), Message("assistant", "{}")),
        (Message("user", "pa"), Message("user", "ge")),
        (),
    ],
)
def test_other_turns_are_another_key(request_: Request, turns: tuple[Message, ...]) -> None:
    one = replace(request_, turns=(Message("user", "page"),))
    assert replace(one, turns=turns).key() != one.key()


def test_the_name_of_a_prefix_and_of_a_page_decide_nothing(request_: Request) -> None:
    other = Request(replace(request_.prefix, name="other"), request_.turns, document="other")
    assert other.key() == request_.key()


def test_another_endpoint_is_another_key(request_: Request) -> None:
    assert request_.key("http://one/v1") != request_.key("http://two/v1")


def test_the_order_of_parameters_does_not_matter_but_that_of_the_schema_does(request_: Request) -> None:
    prefix = request_.prefix
    one = replace(prefix, parameters={"seed": 1, "temperature": 0})
    two = replace(prefix, parameters={"temperature": 0, "seed": 1})
    assert one.sha256 == two.sha256
    assert replace(prefix, schema={"a": 1, "b": 2}).sha256 != replace(prefix, schema={"b": 2, "a": 1}).sha256


def test_the_rules_are_the_first_message(request_: Request) -> None:
    assert request_.messages == (Message("system", request_.prefix.system), *request_.turns)


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
        async def complete(self, request: Request, /) -> Reply:
            return Reply(request.prefix.model)

    assert endpoint_of(Nameless()) == ""


def test_neither_page_nor_answer_stand_in_a_repr(request_: Request) -> None:
    assert "page" not in repr(request_)
    assert "secret" not in repr(Reply("secret"))
