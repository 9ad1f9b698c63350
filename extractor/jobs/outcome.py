"""What became of one page of a job: its Extraction or its failure, and what was paid for it."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from extractor.errors import ExtractorError

_ANOTHER = "; --retry-failed asks for other answers"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the event log: what one pass over a page, or one attempt of it, cost and how it ended.

    `pass_name` is empty where a page is read in one go. `attempt` is how often it was asked, None where that
    was not counted; `sent` counts HTTP requests. `latency` is in seconds, `cost` is None where no price is
    known, `error` is the code of what went wrong.
    """

    document: str
    pass_name: str = ""
    attempt: int | None = None
    sent: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    cost: Decimal | None = None
    latency: float | None = None
    cached: bool = False
    error: str | None = None


@dataclass(frozen=True, slots=True)
class PageFailure:
    """Why a page has no Extraction: one line of failures.jsonl. `message` does not repeat the page's id.

    `code` is the class of failure that counts are kept by, `error` the name of the error's Python class,
    `hint` what to try. `attempts` is how often its reader was asked: a model for each pass and each time it
    was asked again, another reader once, none where the page itself could not be opened. An answer that was
    kept counts as a new one does, so that it is the same after an interruption; how often a server was asked
    is in the events.
    """

    document: str
    error: str
    code: str
    message: str
    attempts: int = 0
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """What became of the page at `index`. Small enough to travel between processes.

    `extraction` is one line of JSON without usage; `text` is the page's text, where it could be decoded.
    With neither an extraction nor a failure the page is still to be done, and only its events count.
    """

    index: int
    id: str
    sha256: str
    extraction: str | None = field(default=None, repr=False)
    failure: PageFailure | None = None
    events: tuple[Event, ...] = ()
    text: str | None = field(default=None, repr=False)

    @property
    def done(self) -> bool:
        """Whether the page need not be read again."""
        return self.extraction is not None or self.failure is not None


def code_of(error: BaseException) -> str:
    """The class of an error in counts: its own code, else its class in snake case without `Error`."""
    code = getattr(error, "code", None)
    if isinstance(error, ExtractorError) and isinstance(code, str) and code:
        return code
    name = type(error).__name__.removesuffix("Error") or "Error"
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def failure_of(document: str, error: BaseException, *, attempts: int = 0) -> PageFailure:
    """The failure that an error makes of a page; the names of page and file are left out of the message."""
    message = error.message if isinstance(error, ExtractorError) else str(error) or type(error).__name__
    for name in (getattr(error, "document", ""), getattr(error, "source", ""), document):
        message = message.removeprefix(f"{name}: ") if name else message
    return PageFailure(
        document=document,
        error=type(error).__name__,
        code=code_of(error),
        message=message,
        attempts=attempts,
        hint=_hint_of(error),
    )


def _hint_of(error: BaseException) -> str:
    if not isinstance(error, ExtractorError):
        return ""
    asked_in_vain = getattr(getattr(error, "policy", None), "reasked", False)
    return f"{error.hint}{_ANOTHER}" if asked_in_vain else error.hint
