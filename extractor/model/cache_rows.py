"""One row of the answer cache: a hash over the rest, a line about the answer, the answer as it came."""

import hashlib

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.model.client import Reply


class DamagedRowError(Exception):
    """A row is not what was written."""


class _About(BaseModel):
    """The line before the answer. `key` is the request's, so that a row cannot answer another one."""

    model_config = ConfigDict(extra="forbid", strict=True)

    key: str
    model: str
    finish_reason: str | None
    tokens_in: int
    tokens_out: int
    tokens_cached: int
    sent: int


def pack(key: str, reply: Reply, model: str) -> str:
    """The row's text for a finished answer. Raises ValueError for one that is no Unicode text."""
    about = _About(
        key=key,
        model=model,
        finish_reason=reply.finish_reason,
        tokens_in=reply.tokens_in,
        tokens_out=reply.tokens_out,
        tokens_cached=reply.tokens_cached,
        sent=reply.sent,
    )
    # Not as one JSON: an answer is JSON itself, and escaping its quotes costs more than writing it.
    rest = f"{about.model_dump_json()}\n{reply.text}"
    return f"{_sha256(rest)}\n{rest}"


def unpack(value: str, key: str) -> Reply:
    """The answer in a row, marked as cached. Raises DamagedRowError."""
    about, text = _parts(value, key)
    return Reply(
        text,
        finish_reason=about.finish_reason,
        tokens_in=about.tokens_in,
        tokens_out=about.tokens_out,
        tokens_cached=about.tokens_cached,
        sent=about.sent,
        cached=True,
    )


def model_of(value: str, key: str) -> str:
    """The model that wrote the answer in a row; empty where nobody said. Raises DamagedRowError."""
    return _parts(value, key)[0].model


def _parts(value: str, key: str) -> tuple[_About, str]:
    digest, _, rest = value.partition("\n")
    if digest != _sha256(rest):
        raise DamagedRowError("its hash is another")
    line, _, text = rest.partition("\n")
    try:
        about = _About.model_validate_json(line)
    except ValidationError:
        raise DamagedRowError("it holds no answer") from None
    if about.key != key:
        raise DamagedRowError("it was written for another request")
    return about, text


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
