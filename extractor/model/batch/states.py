"""Where a request of a job stands, from what was asked and what came back."""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from extractor.model.batch.results import Result
from extractor.model.client import Reply


class State(StrEnum):
    """The states of a request that has no usable answer."""

    NEW = "new"
    """It was never asked."""
    WAITING = "waiting"
    """It was asked, and nothing came back yet."""
    FAILED = "failed"
    """What came back is no answer; the same request is worth asking again."""
    FINAL = "final"
    """What came back is no answer, and asking again would give the same."""


class States:
    """Judges requests by how often they were asked and what is kept of what came back.

    As many lines as askings: everything came back. So a line that is imported twice changes nothing, and a
    request that is asked anew waits anew.
    """

    def __init__(self, asked: Counter[str], results: Mapping[str, Sequence[Result]]) -> None:
        self._asked = asked
        self._results = results

    def of(self, custom_id: str) -> State:
        """The state of a request."""
        asked, results = self._asked[custom_id], self._results.get(custom_id, ())
        if not asked:
            return State.NEW
        if len(results) < asked:
            return State.WAITING
        return State.FAILED if any(result.again for result in results) else State.FINAL

    def kind(self, custom_id: str) -> str:
        """What is wrong, by name; empty where nothing came back."""
        results = self._results.get(custom_id, ())
        final = [result.kind for result in results if not result.again]
        return next(iter([*final, *(result.kind for result in results)]), "")

    def reply(self, custom_id: str) -> Reply | None:
        """The answer that was paid for and is final, though it is no whole one."""
        if self.of(custom_id) is not State.FINAL:
            return None
        replies = [result.reply for result in self._results[custom_id] if result.reply]
        return replies[0] if replies else None
