from typing import Any

import pytest

from extractor.model import faults
from extractor.model.faults import Fault
from extractor.model.status import fault_of, retry_after, words_of

KEY = "sk-canary-0123456789"


def of(status: int, body: Any = "", **headers: str) -> Fault:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return fault_of(status, body, "http://h/v1", key=KEY, headers=named)


@pytest.mark.parametrize(
    ("status", "kind", "advice"),
    [
        (307, faults.BadRequestError, "not followed"),
        (400, faults.BadRequestError, "parameter"),
        (401, faults.AuthenticationFaultError, "OPENAI_API_KEY"),
        (402, faults.NoCreditError, "credit"),
        (403, faults.AuthenticationFaultError, "OPENAI_API_KEY"),
        (404, faults.UnknownModelError, "EXTRACTOR_MODEL"),
        (408, faults.ServerFaultError, "later"),
        (409, faults.ServerFaultError, "later"),
        (413, faults.PageTooLongError, "longer context"),
        (418, faults.BadRequestError, "parameter"),
        (422, faults.BadRequestError, "parameter"),
        (429, faults.RateLimitedError, "fewer"),
        (500, faults.ServerFaultError, "later"),
        (599, faults.ServerFaultError, "later"),
    ],
)
def test_a_status_becomes_a_named_error_with_advice(status: int, kind: type[Fault], advice: str) -> None:
    error = of(status)
    assert type(error) is kind
    assert advice in error.hint
    assert error.message == f"http://h/v1 answered {status}"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("This model's maximum context length is 8192 tokens", faults.PageTooLongError),
        ("the request exceeds the available context size", faults.PageTooLongError),
        ("prompt is too long: 210000 tokens > 200000 maximum", faults.PageTooLongError),
        ("The input token count exceeds the maximum number of tokens", faults.PageTooLongError),
        ("The model `tea-9` does not exist", faults.UnknownModelError),
        ("tea-9 is not a valid model ID", faults.UnknownModelError),
        ("The response was filtered (ResponsibleAIPolicyViolation)", faults.FilteredAnswerError),
        ("Your credit balance is too low", faults.NoCreditError),
        ("temperature is too long a word", faults.BadRequestError),
        ("Invalid value for seed", faults.BadRequestError),
    ],
)
def test_the_words_of_a_refusal_tell_what_it_is(said: str, kind: type[Fault]) -> None:
    assert type(of(400, {"error": {"message": said}})) is kind


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"message": "no tea", "code": 400}},
        {"error": "no tea"},
        {"message": "no tea", "object": "error"},
        {"detail": [{"loc": ["body"], "msg": "no tea"}]},
        {"detail": "no tea"},
        "no tea",
    ],
)
def test_what_a_server_says_is_found_in_every_form_servers_have(body: Any) -> None:
    assert "no tea" in words_of(body)
    assert "no tea" in of(400, body).message


@pytest.mark.parametrize("body", [None, [], 7, {"error": None}, {"error": []}, "<!doctype html><html>tea"])
def test_what_says_nothing_readable_is_left_out(body: Any) -> None:
    assert of(400, body).message == "http://h/v1 answered 400"


def test_words_are_shown_on_one_line_cut_and_without_the_key() -> None:
    shown = of(400, {"error": {"message": f"key {KEY} is\r\nodd \x1b[31m" + "x" * 500}}).message
    assert "key *** is odd [31mxxx" in shown
    assert shown.isprintable()
    assert len(shown) < 300


def test_nothing_is_shown_of_what_a_server_says_about_a_key() -> None:
    assert of(401, {"error": {"message": f"Incorrect key sk-cana...789, not {KEY}"}}).message.endswith("401")


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "-3"}, None),
        ({}, None),
    ],
)
def test_the_wait_a_server_asks_for_is_read_in_each_form(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert retry_after(headers) == seconds
