"""What an HTTP status, and what the server says with it, mean."""

import email.utils
import json
import math
import re
import time
from collections.abc import Mapping
from typing import Any

from extractor.model.faults import (
    AuthenticationFaultError,
    BadRequestError,
    Fault,
    FilteredAnswerError,
    NoCreditError,
    PageTooLongError,
    RateLimitedError,
    ServerFaultError,
    UnknownModelError,
)

_MAX_DETAIL = 200
_BY_STATUS: dict[int, tuple[type[Fault], str]] = {
    401: (AuthenticationFaultError, ""),
    402: (NoCreditError, ""),
    403: (AuthenticationFaultError, "Check OPENAI_API_KEY: it may not use this model"),
    404: (UnknownModelError, ""),
    408: (ServerFaultError, ""),
    409: (ServerFaultError, ""),
    413: (PageTooLongError, ""),
    425: (ServerFaultError, ""),
    429: (RateLimitedError, ""),
}
_TOLD = {400, 404, 422, 429}
"""Statuses of which only the words say what they mean."""
_BY_WORDS: tuple[tuple[re.Pattern[str], type[Fault]], ...] = (
    (re.compile(r"insufficient_quota|insufficient balance|credit balance"), NoCreditError),
    (re.compile(r"content_filter|content_policy|responsibleaipolicy"), FilteredAnswerError),
    (
        re.compile(
            r"context.{0,3}(length|window|size)|maximum context|max_model_len|string_above_max_length"
            r"|(prompt|input|request|message)s?( token count)?( is| are)? (too (long|large)|exceeds)"
            r"|too many (input )?tokens"
        ),
        PageTooLongError,
    ),
    (
        re.compile(
            r"model_not_found|(no such|unknown|invalid|not a valid) model|model .{0,80}(not found|not exist)"
        ),
        UnknownModelError,
    ),
)


def fault_of(
    status: int, body: Any, endpoint: str, *, key: str | None = None, headers: Mapping[str, str] | None = None
) -> Fault:
    """The error for a status that is no success.

    `body` is the decoded reply, or its text; what it says goes on one line into the message, without `key`.
    """
    said = words_of(body)
    kind, hint = _kind(status, said.lower())
    shown = "" if kind is AuthenticationFaultError else shown_words(said, key)
    fault = kind(f"{endpoint} answered {status}" + (f": {shown}" if shown else ""), hint=hint)
    fault.retry_after = retry_after(headers or {})
    return fault


def _kind(status: int, said: str) -> tuple[type[Fault], str]:
    if status in _TOLD:
        for pattern, kind in _BY_WORDS:
            if pattern.search(said):
                return kind, ""
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if status >= 500:  # noqa: PLR2004 - the first status of server errors
        return ServerFaultError, ""
    if status < 400:  # noqa: PLR2004 - redirects are never followed
        return BadRequestError, "Redirects are not followed: set OPENAI_BASE_URL to the final address"
    return BadRequestError, ""


def words_of(body: Any) -> str:
    """What a server says about an error, in any of the forms servers have for it."""
    if isinstance(body, str):
        return "" if "<html" in body[:1000].lower() else body
    if not isinstance(body, dict):
        return ""
    error = body.get("error", body)
    if isinstance(error, str):
        return error
    if not isinstance(error, dict):
        return ""
    found = [error.get(name) for name in ("message", "detail", "code", "type", "param")]
    return " ".join(_flat(part) for part in found if part)


def _flat(part: Any) -> str:
    if isinstance(part, str | int):
        return str(part)
    try:
        return json.dumps(part)[: 10 * _MAX_DETAIL]
    except (ValueError, RecursionError):
        return ""


def shown_words(said: str, key: str | None) -> str:
    """Words of a server, fit to print: one line, not long, without the key."""
    clean = said.replace(key, "***") if key else said
    line = "".join(char if char.isprintable() else " " for char in clean[: 10 * _MAX_DETAIL])
    return " ".join(line.split())[:_MAX_DETAIL]


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds a server asks to wait: a number, a number of milliseconds, or a date."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers[name]) * unit
        except (KeyError, ValueError):
            continue
        return seconds if math.isfinite(seconds) and seconds >= 0 else None
    try:
        until = email.utils.parsedate_to_datetime(headers["retry-after"]).timestamp()
    except (KeyError, ValueError, OverflowError):
        return None
    return max(0.0, until - time.time())
