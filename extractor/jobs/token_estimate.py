"""What the next request will cost in tokens, by what those before it turned out to cost."""

from extractor.model.budget import OUTPUT_TOKENS
from extractor.model.client import Reply, Request
from extractor.model.tokens import estimated_tokens, of_text

_SLOWLY = 16
"""Answers over which an input that was estimated too high comes down again."""


class TokenEstimate:
    """Input by its length and by how far that was wrong before, the answer as the longest so far.

    Before the first answer one of 4,000 tokens is expected, as a budget does.
    """

    def __init__(self) -> None:
        self._prefixes: dict[str, int] = {}
        self._longest = 0
        self._off = 1.0

    def of(self, length: int) -> float:
        """The tokens of a request of that length, with its answer."""
        return length * self._off + (self._longest or OUTPUT_TOKENS)

    def length(self, request: Request) -> int:
        """The tokens of a request by its characters alone."""
        key = request.prefix.sha256
        if key not in self._prefixes:
            self._prefixes[key] = estimated_tokens(Request(request.prefix, ()))
        return self._prefixes[key] + sum(of_text(turn.content) for turn in request.turns)

    def learn(self, length: int, reply: Reply) -> None:
        """Go by what a request of that length cost: up at once, down slowly."""
        self._longest = max(self._longest, reply.tokens_out)
        seen = reply.tokens_in / max(1, length)
        self._off = max(seen, self._off + (seen - self._off) / _SLOWLY)
