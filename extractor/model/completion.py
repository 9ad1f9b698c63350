"""A chat completion as a server sends it, read strictly: servers differ, and the SDK checks no types."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractor.model.client import Reply
from extractor.model.faults import UnreadableReplyError


class _Lenient(BaseModel):
    """Keys we do not use may be there; those we use must have their types."""

    model_config = ConfigDict(extra="ignore", strict=True)


class _Message(_Lenient):
    content: str | None = None
    refusal: str | None = None


class _Choice(_Lenient):
    finish_reason: str | None = None
    message: _Message


class _PromptDetails(_Lenient):
    cached_tokens: int | None = None


class _Usage(_Lenient):
    prompt_tokens: int = 0
    completion_tokens: int = 0
    prompt_tokens_details: _PromptDetails | None = None


class _Completion(_Lenient):
    choices: Annotated[list[_Choice], Field(min_length=1)]
    usage: _Usage | None = None


def read(completion: Any) -> Reply:
    """The reply in a decoded completion. Raises UnreadableReplyError for anything that is none."""
    try:
        found = _Completion.model_validate(completion)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        where = "".join(f"/{part}" for part in first["loc"]) or "the reply"
        raise _unreadable(f"{where}: {first['msg']}") from None
    choice, usage = found.choices[0], found.usage or _Usage()
    text = choice.message.content or ""
    _check_characters(text)
    details = usage.prompt_tokens_details or _PromptDetails()
    return Reply(
        text=text,
        finish_reason=choice.finish_reason,
        refusal=choice.message.refusal,
        tokens_in=usage.prompt_tokens,
        tokens_out=usage.completion_tokens,
        tokens_cached=details.cached_tokens or 0,
    )


def _check_characters(text: str) -> None:
    # JSON can escape half a surrogate pair; it can be neither hashed, stored nor sent back.
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _unreadable(f"half a surrogate pair at character {error.start} of the answer") from None


def _unreadable(why: str) -> UnreadableReplyError:
    return UnreadableReplyError(
        f"the server's reply is no chat completion ({why})",
        hint="Check that OPENAI_BASE_URL is the address of an OpenAI-compatible server, often ending in /v1",
    )
