"""A client that sends nothing: it answers from the cache and notes what it cannot answer."""

from dataclasses import replace
from typing import Protocol

from extractor.errors import ModelError
from extractor.model.batch.states import State, States
from extractor.model.client import Reply, Request
from extractor.model.faults import POLICY, BadRequestError, Fault


class PendingError(ModelError):
    """A request has no answer yet. Nothing was sent."""


class Answers(Protocol):
    """Kept answers by the keys of requests."""

    def find(self, key: str, /) -> Reply | None:
        """The answer, marked as cached."""
        ...


class OfflineClient:
    """Answers from `answers`, then with what was paid for and is final; notes the rest.

    `used` holds the answers that were used, by key.
    """

    def __init__(self, answers: Answers, states: States, endpoint: str) -> None:
        self._answers = answers
        self._states = states
        self._endpoint = endpoint
        self._open: dict[str, Request] = {}
        self.used: dict[str, Reply] = {}

    @property
    def endpoint(self) -> str:
        """The server that is asked in the end."""
        return self._endpoint

    def take_open(self) -> list[tuple[str, Request]]:
        """The requests without a usable answer since the last call of this."""
        found, self._open = list(self._open.items()), {}
        return found

    async def complete(self, request: Request, /) -> Reply:
        """The answer that is there. Raises PendingError, or the Fault that came in place of an answer."""
        key = request.key(self._endpoint)
        if found := self._answers.find(key):
            self.used[key] = found
            return found
        self._open[key] = request
        if self._states.of(key) is not State.FINAL:
            raise PendingError(
                f"pass {request.prefix.name} has no answer yet",
                document=request.document,
                hint="Import the provider's output and error files: extractor batch import",
            )
        if reply := self._states.reply(key):
            return replace(reply, cached=True)
        raise _fault(self._states.kind(key), request)


def _fault(kind: str, request: Request) -> Fault:
    """The named error for what a provider answered in place of a completion."""
    known = {policy.code: fault for fault, policy in POLICY.items()}
    return known.get(kind, BadRequestError)(
        f"the provider answered pass {request.prefix.name} with {kind}: see kept.jsonl",
        document=request.document,
    )
