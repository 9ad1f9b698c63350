"""What can go wrong between a request and a usable answer, each with what is done about it.

ModelError
└── Fault                          .code .policy
    ├── AuthenticationFaultError   401, 403: the key
    ├── NoCreditError              402, or 429 for a used-up quota
    ├── UnknownModelError          404: the model's name or the address
    ├── BadRequestError            400, 422 and the like: the server does not take the request
    ├── PageTooLongError           413, or 400 for the length of the context
    ├── RateLimitedError           429, still after retries
    ├── ServerFaultError           5xx, still after retries
    ├── ConnectionFailedError      no connection, or one that broke, still after retries
    ├── DeadlineError              no whole answer in time
    ├── ReplyTooLargeError         more bytes than any answer has
    ├── UnreadableReplyError       JSON that is no chat completion
    ├── NotJsonError               a reply or an answer that is no JSON
    ├── RefusedAnswerError         the model refused
    ├── FilteredAnswerError        the provider's filter withheld the answer
    ├── TruncatedAnswerError       the answer ran into the limit of tokens
    ├── EmptyAnswerError           no text
    ├── InvalidAnswerError         no valid record, still after re-asking
    ├── BudgetExceededError        the next request could cost more than is left
    └── RequestCancelledError      the run was stopped
"""

from typing import ClassVar

from extractor.errors import ModelError, Spent
from extractor.model.policy import ASKED_FOR, BACKOFF, RETRIES, Policy


class Fault(ModelError):  # noqa: N818 - a base; what is raised ends in Error
    """A fault with a row in the table. Without a hint of its own it says what the table advises."""

    policy: ClassVar[Policy]
    retry_after: float | None = None
    """How many seconds the server asks to wait, where it says so."""

    def __init__(
        self,
        message: str,
        *,
        document: str = "",
        raw: str | None = None,
        hint: str = "",
        spent: Spent | None = None,
    ) -> None:
        super().__init__(message, document=document, raw=raw, hint=hint or self.policy.advice, spent=spent)

    @property
    def code(self) -> str:
        """The fault's name in reports."""
        return self.policy.code


class AuthenticationFaultError(Fault):
    """The server does not accept the key."""

    policy = Policy("auth", "Check OPENAI_API_KEY: it must belong to this server", stops=True)


class NoCreditError(Fault):
    """The account has no credit or no quota left."""

    policy = Policy("no_credit", "Check the account's credit and quota at the provider", stops=True)


class UnknownModelError(Fault):
    """The server knows no such model, or no such address."""

    policy = Policy(
        "unknown_model",
        "Check the model's name (EXTRACTOR_MODEL) and the address (OPENAI_BASE_URL)",
        stops=True,
    )


class BadRequestError(Fault):
    """The server does not take the request."""

    policy = Policy(
        "bad_request", "Read what the server says: it may not know a parameter or the mode (--mode)"
    )


class PageTooLongError(Fault):
    """The page is too long for the server or the model."""

    policy = Policy("too_long", "Use a model with a longer context, or ask in pieces (--max-page-chars)")


class RateLimitedError(Fault):
    """Too many requests, still after retries."""

    policy = Policy("rate_limited", "Wait, or send fewer requests at once", retries=RETRIES, wait=ASKED_FOR)


class ServerFaultError(Fault):
    """The server failed, still after retries."""

    policy = Policy("server_error", "The server's fault: try again later", retries=RETRIES, wait=ASKED_FOR)


class ConnectionFailedError(Fault):
    """The server cannot be reached, or the connection broke, still after retries."""

    policy = Policy(
        "connection",
        "Check the address (OPENAI_BASE_URL) and that the server is running",
        retries=RETRIES,
        wait=BACKOFF,
    )


class DeadlineError(Fault):
    """No whole answer came in time; the time includes all retries."""

    policy = Policy("timeout", "Use a faster model or a longer timeout (--timeout)")


class ReplyTooLargeError(Fault):
    """The reply is larger, unpacked, than any answer."""

    policy = Policy("reply_too_large", "No answer is that large: check the address (OPENAI_BASE_URL)")


class UnreadableReplyError(Fault):
    """The reply is JSON, but no chat completion."""

    policy = Policy(
        "unreadable_reply",
        "Check that OPENAI_BASE_URL is an OpenAI-compatible server, often ending in /v1",
        retries=1,
        wait=BACKOFF,
    )


class NotJsonError(Fault):
    """The server's reply (retried) or the model's answer (asked again) is no JSON."""

    policy = Policy(
        "not_json",
        "Check the address (OPENAI_BASE_URL), often ending in /v1; for answers try another --mode or model",
        retries=1,
        wait=BACKOFF,
        reasked=True,
    )


class RefusedAnswerError(Fault):
    """The model refused to answer."""

    policy = Policy("refused", "Read .raw, or try another model")


class FilteredAnswerError(Fault):
    """The provider's content filter withheld the answer."""

    policy = Policy("filtered", "Try another model or provider")


class TruncatedAnswerError(Fault):
    """The answer was cut off at the limit of tokens."""

    policy = Policy(
        "truncated", "Raise the limit of tokens, ask in more passes (--plan), or use another model"
    )


class EmptyAnswerError(Fault):
    """The answer holds no text."""

    policy = Policy("empty", "Try again, or another model")


class InvalidAnswerError(Fault):
    """The answer is no valid record, still after re-asking."""

    policy = Policy(
        "schema_invalid", "Try a stronger model, or a plan with more passes (--plan)", reasked=True
    )


class BudgetExceededError(Fault):
    """The next request could cost more than is left of the budget; it was not sent."""

    policy = Policy("budget", "Raise --budget; what was answered is kept", stops=True)


class RequestCancelledError(Fault):
    """The run was stopped before an answer came."""

    policy = Policy("cancelled", "Run again: what was answered is kept", stops=True)


POLICY: dict[type[Fault], Policy] = {kind: kind.policy for kind in Fault.__subclasses__()}
"""The table of failures: what each fault is called and what is done about it."""
