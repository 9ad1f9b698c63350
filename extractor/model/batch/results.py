"""One line of a provider's output or error file: an answer, or why there is none."""

import json
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.errors import RecordError, Spent
from extractor.model import completion
from extractor.model.client import Reply
from extractor.model.faults import Fault, UnreadableReplyError
from extractor.model.modes import Mode
from extractor.model.status import fault_of
from extractor.records import strict_json

USABLE = "usable"
UNFINISHED = "unfinished"
_SUCCESS = range(200, 300)
_MAX_CODE = 60


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)


class _Response(_Lenient):
    status_code: int | None = None
    body: Any = None


class _Error(_Lenient):
    code: str | int | None = None


class _Line(_Lenient):
    custom_id: str
    response: _Response | None = None
    error: _Error | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What a line says about the request `custom_id`.

    `kind` is USABLE or the name of what is wrong, `reply` the answer, where the line holds one, `spent` what
    the line says it cost. `again` says whether the same request is worth sending again.
    """

    custom_id: str
    kind: str
    again: bool
    reply: Reply | None = field(default=None, repr=False)
    spent: Spent = field(default_factory=Spent)


def read_result(line: str, mode: Mode) -> Result:
    """Read one line. Raises RecordError for one that is no line of such a file."""
    try:
        value = strict_json.loads(line)
    except RecordError as error:
        return _broken(line, error)
    try:
        found = _Line.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        where = "".join(f"/{part}" for part in first["loc"])
        raise RecordError(f"no line of a batch output ({where}: {first['msg']})") from None
    if found.response is None:
        return Result(found.custom_id, _code(found.error), again=True)
    status = found.response.status_code
    if status is not None and status not in _SUCCESS:
        fault = fault_of(status, found.response.body, "the provider")
        # What stops a whole job is mended outside the request: a key, an account, a model that is not there.
        again = fault.policy.retries > 0 or fault.policy.stops
        return Result(found.custom_id, fault.code, again, spent=_billed(found.response.body))
    return _answer(found.custom_id, found.response.body, mode)


def _broken(line: str, error: RecordError) -> Result:
    """A line that is no strict JSON, where it says at least whose it is: it was paid for all the same."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise error from None
    custom_id = value.get("custom_id") if isinstance(value, dict) else None
    if not isinstance(custom_id, str) or not custom_id.isascii() or line.count('"custom_id"') > 1:
        raise error
    response = value.get("response")
    body = response.get("body") if isinstance(response, dict) else None
    return Result(custom_id, UnreadableReplyError.policy.code, again=True, spent=_billed(body))


def _code(error: _Error | None) -> str:
    """The provider's name for a failure, such as batch_expired, fit to print."""
    code = str(error.code) if error and error.code else "failed"
    clean = "".join(char if char.isascii() and (char.isalnum() or char in "_-.") else "_" for char in code)
    return clean[:_MAX_CODE]


def _answer(custom_id: str, body: Any, mode: Mode) -> Result:
    try:
        reply = completion.read(body, mode)
    except Fault as error:
        return Result(custom_id, error.code, again=True, spent=_billed(body))
    return Result(custom_id, kind_of(reply), again=False, reply=reply, spent=_billed(body))


def _billed(body: Any) -> Spent:
    return Spent(sent=1) + completion.spent_on(body)


def kind_of(reply: Reply) -> str:
    """USABLE, or in the words of the table of failures what kind of answer this is."""
    if reply.finished:
        return USABLE
    if reply.refusal is not None:
        return "refused"
    if reply.finish_reason in {"content_filter", "length"}:
        return "filtered" if reply.finish_reason == "content_filter" else "truncated"
    return UNFINISHED if reply.text.strip() else "empty"


def spent_on(reply: Reply) -> Spent:
    """What an answer cost."""
    return Spent(reply.sent, reply.tokens_in, reply.tokens_out, reply.tokens_cached)
