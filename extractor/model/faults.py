"""What can go wrong between a request and a usable answer, each with what to do.

ModelError
├── AuthenticationFaultError   401, 403: the key
├── UnknownModelError          404: the model's name or the address
├── BadRequestError            400, 422 and the like: the server does not take the request
├── PageTooLongError           413: the page does not fit
├── RateLimitedError           429, still after retries
├── ServerFaultError           5xx, still after retries
├── ConnectionFailedError      no connection, still after retries
├── DeadlineError              no whole answer in time
├── UnreadableReplyError       the server's reply is no chat completion
├── RefusedAnswerError         the model refused
├── FilteredAnswerError        the provider's filter cut the answer
├── TruncatedAnswerError       the answer ran into the limit of tokens
├── EmptyAnswerError           no text
└── InvalidAnswerError         no valid record, still after re-asking
"""

from extractor.errors import ModelError


class AuthenticationFaultError(ModelError):
    """The server does not accept the key."""


class UnknownModelError(ModelError):
    """The server knows no such model, or no such address."""


class BadRequestError(ModelError):
    """The server does not take the request."""


class PageTooLongError(ModelError):
    """The page is too long for the server."""


class RateLimitedError(ModelError):
    """Too many requests, still after retries."""


class ServerFaultError(ModelError):
    """The server failed, still after retries."""


class ConnectionFailedError(ModelError):
    """The server cannot be reached, still after retries."""


class DeadlineError(ModelError):
    """No whole answer came in time."""


class UnreadableReplyError(ModelError):
    """The server's reply is no chat completion, or is larger than any answer."""


class RefusedAnswerError(ModelError):
    """The model refused to answer."""


class FilteredAnswerError(ModelError):
    """The provider's content filter withheld the answer."""


class TruncatedAnswerError(ModelError):
    """The answer was cut off at the limit of tokens."""


class EmptyAnswerError(ModelError):
    """The answer holds no text."""


class InvalidAnswerError(ModelError):
    """The answer is no valid record, still after re-asking."""


_BY_STATUS: dict[int, tuple[type[ModelError], str]] = {
    401: (AuthenticationFaultError, "Check OPENAI_API_KEY: it must belong to this server"),
    403: (AuthenticationFaultError, "Check OPENAI_API_KEY: it may not use this model"),
    404: (UnknownModelError, "Check the model's name (EXTRACTOR_MODEL) and the address (OPENAI_BASE_URL)"),
    413: (PageTooLongError, "Use a model with a longer context, or a shorter page"),
    429: (RateLimitedError, "Wait, send fewer pages at once, or check the account's quota"),
}


def of_status(status: int, detail: str, endpoint: str) -> ModelError:
    """The error for an HTTP status that is no success. `detail` is what the server said, fit to print."""
    kind, hint = _BY_STATUS.get(status) or _by_range(status)
    said = f": {detail}" if detail else ""
    return kind(f"{endpoint} answered {status}{said}", hint=hint)


def _by_range(status: int) -> tuple[type[ModelError], str]:
    if status >= 500:  # noqa: PLR2004 - the first status of server errors
        return ServerFaultError, "The server's fault: try again later"
    if status < 400:  # noqa: PLR2004 - redirects are never followed
        return BadRequestError, "Redirects are not followed: set OPENAI_BASE_URL to the final address"
    return BadRequestError, "The server may not support response_format json_schema, or the page is too long"
