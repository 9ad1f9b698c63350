import json
from typing import Any

import batch_provider
import pytest

from extractor.errors import RecordError, Spent
from extractor.model.batch.results import USABLE, Result, read_result
from extractor.model.modes import Mode

REQUEST = {"custom_id": "c"}
PAID = Spent(1, batch_provider.TOKENS_IN, batch_provider.TOKENS_OUT, batch_provider.TOKENS_CACHED)


def _read(line: Any, mode: Mode = Mode.JSON_SCHEMA) -> Result:
    return read_result(line if isinstance(line, str) else json.dumps(line), mode)


def test_a_whole_answer_is_usable() -> None:
    result = _read(batch_provider.answered(REQUEST, "{}"))
    assert (result.custom_id, result.kind, result.again, result.spent) == ("c", USABLE, False, PAID)
    assert result.reply is not None
    assert result.reply.text == "{}"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (batch_provider.truncated(REQUEST), "truncated"),
        (batch_provider.answered(REQUEST, None, refusal="no"), "refused"),
        (batch_provider.answered(REQUEST, "{}", ending="content_filter"), "filtered"),
        (batch_provider.answered(REQUEST, " "), "empty"),
        (batch_provider.answered(REQUEST, "{}", ending="odd"), "unfinished"),
    ],
)
def test_an_answer_that_is_none_is_final_and_was_paid(line: Any, kind: str) -> None:
    result = _read(line)
    assert (result.kind, result.again, result.spent) == (kind, False, PAID)
    assert result.reply is not None


@pytest.mark.parametrize(
    ("line", "kind", "again"),
    [
        (batch_provider.expired(REQUEST), "batch_expired", True),
        (batch_provider.status(REQUEST, 429), "rate_limited", True),
        (batch_provider.status(REQUEST, 500), "server_error", True),
        (batch_provider.status(REQUEST, 401), "auth", True),
        (batch_provider.status(REQUEST, 400), "bad_request", False),
        (batch_provider.status(REQUEST, 400, "maximum context length is 8192 tokens"), "too_long", False),
        ({"custom_id": "c"}, "failed", True),
        ({"custom_id": "c", "error": {"code": None}}, "failed", True),
        ({"custom_id": "c", "error": {"code": 7}}, "7", True),
        ({"custom_id": "c", "error": {"code": "a\nb\x1b[0m" + "x" * 99}}, "a_b__0m" + "x" * 53, True),
        ({"custom_id": "c", "response": {"status_code": 200}}, "unreadable_reply", True),
        (
            {"custom_id": "c", "response": {"status_code": 200, "body": {"choices": []}}},
            "unreadable_reply",
            True,
        ),
    ],
)
def test_a_failure_has_a_name_and_says_whether_to_ask_again(line: Any, kind: str, *, again: bool) -> None:
    result = _read(line)
    assert (result.kind, result.again, result.reply) == (kind, again, None)


def test_tokens_of_an_answer_that_cannot_be_read_are_counted() -> None:
    line = batch_provider.answered(REQUEST, "{}")
    line["response"]["body"]["choices"] = None
    assert _read(line).spent == PAID


@pytest.mark.parametrize("text", ["\ud800", "NaN"])
def test_a_line_that_is_no_strict_json_is_a_failure_of_its_request(text: str) -> None:
    line = json.dumps(batch_provider.answered(REQUEST, text)).replace('"NaN"', "NaN")
    result = _read(line)
    assert (result.custom_id, result.kind, result.again, result.spent) == (
        "c",
        "unreadable_reply",
        True,
        PAID,
    )


def test_an_answer_is_read_in_the_mode_it_was_asked_in() -> None:
    line = batch_provider.answered(REQUEST, 'Here it is:\n```json\n{"a": 1}\n```')
    reply = _read(line, Mode.MD_JSON).reply
    assert reply is not None
    assert json.loads(reply.text) == {"a": 1}


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[]",
        "7",
        "[" * 50_000,
        '{"custom_id": 7}',
        '{"response": null}',
        '{"custom_id": "c", "custom_id": "d"}',
        '{"custom_id": "c\\ud800", "response": null}',
        '{"custom_id": "c", "response": "x"}',
    ],
)
def test_what_is_no_line_of_such_a_file_is_refused(line: str) -> None:
    with pytest.raises(RecordError):
        _read(line)
