"""A chat completion as a server sends it, read strictly: servers differ, and the SDK checks no types."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractor.errors import Spent
from extractor.model import md_json
from extractor.model.client import Reply
from extractor.model.faults import UnreadableReplyError
from extractor.model.modes import Mode

_Count = Annotated[int, Field(ge=0)] | None

_ENDINGS = {
    "tool_calls": "stop",
    "function_call": "stop",
    "eos": "stop",
    "end_turn": "stop",
    "max_tokens": "length",
    "safety": "content_filter",
}
"""Other words of servers for how an answer ended, in ours."""


class _Lenient(BaseModel):
    """Keys we do not use may be there; those we use must have their types."""

    model_config = ConfigDict(extra="ignore", strict=True)


class _Function(_Lenient):
    arguments: str | dict[str, Any] | None = None


class _ToolCall(_Lenient):
    function: _Function


class _Message(_Lenient):
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[_ToolCall] | None = None


class _Choice(_Lenient):
    finish_reason: str | None = None
    message: _Message


class _PromptDetails(_Lenient):
    cached_tokens: _Count = None


class _Usage(_Lenient):
    prompt_tokens: _Count = None
    completion_tokens: _Count = None
    prompt_tokens_details: _PromptDetails | None = None


class _Completion(_Lenient):
    choices: Annotated[list[_Choice], Field(min_length=1)]
    usage: _Usage | None = None


class _Bill(_Lenient):
    usage: _Usage | None = None


def read(completion: Any, mode: Mode = Mode.JSON_SCHEMA) -> Reply:
    """The reply in a decoded completion; its text is the answer's JSON, taken out of tools or Markdown.

    A text in which no JSON is found is handed on as it is. Raises UnreadableReplyError for what is no
    completion, with the tokens it says it cost.
    """
    try:
        found = _Completion.model_validate(completion)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        where = "".join(f"/{part}" for part in first["loc"]) or "the reply"
        raise _unreadable(f"{where}: {first['msg']}", spent_on(completion)) from None
    choice, spent = found.choices[0], _spent(found.usage)
    refusal = choice.message.refusal or None
    text = _text(found, mode) if refusal is None else choice.message.content or ""
    _check_characters(text + (refusal or ""), spent)
    return Reply(
        text=text,
        finish_reason=_ending(choice.finish_reason),
        refusal=refusal,
        tokens_in=spent.tokens_in,
        tokens_out=spent.tokens_out,
        tokens_cached=spent.tokens_cached,
    )


def spent_on(body: Any) -> Spent:
    """The tokens a decoded reply of any kind says it cost, where it says so."""
    try:
        return _spent(_Bill.model_validate(body).usage)
    except ValidationError:
        return Spent()


def _spent(usage: _Usage | None) -> Spent:
    if usage is None:
        return Spent()
    details = usage.prompt_tokens_details or _PromptDetails()
    return Spent(0, usage.prompt_tokens or 0, usage.completion_tokens or 0, details.cached_tokens or 0)


def _ending(said: str | None) -> str | None:
    return None if said is None else _ENDINGS.get(said.lower(), said.lower())


def _text(found: _Completion, mode: Mode) -> str:
    message, ending = found.choices[0].message, _ending(found.choices[0].finish_reason)
    content = message.content or ""
    if mode is Mode.TOOLS and message.tool_calls:
        return _by_instructor(found, mode) or ""
    if mode is Mode.MD_JSON and ending != "length":
        said = md_json.said(content)
        inside = md_json.fenced(said)
        return _unfenced(found, said) if inside is None else inside
    return content


def _unfenced(found: _Completion, said: str) -> str:
    """The last object in prose. Where it is broken, all of it: a part of it would pass for the whole."""
    braced = md_json.braced(said)
    choice = found.choices[0]
    message = choice.message.model_copy(update={"content": braced})
    only = found.model_copy(update={"choices": [choice.model_copy(update={"message": message})]})
    last = _by_instructor(only, Mode.MD_JSON) or ""
    return last if last.startswith("{") and braced.endswith(last) else said


def _by_instructor(found: _Completion, mode: Mode) -> str | None:
    from extractor.model.instructor_modes import answer_in  # noqa: PLC0415 - costs a second

    whole = found.choices[0].model_copy(update={"finish_reason": "stop"})  # it reads no cut answer
    try:
        return answer_in(found.model_copy(update={"choices": [whole]}), mode)
    except ValueError:
        return None


def _check_characters(text: str, spent: Spent) -> None:
    # JSON can escape half a surrogate pair; it can be neither hashed, stored nor sent back.
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _unreadable(f"half a surrogate pair at character {error.start} of the answer", spent) from None


def _unreadable(why: str, spent: Spent) -> UnreadableReplyError:
    return UnreadableReplyError(f"the server's reply is no chat completion ({why})", spent=spent)
