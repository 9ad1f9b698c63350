"""A client that plays replies, and requests to give it."""

import asyncio

from extractor.errors import ExtractorError
from extractor.model.client import Message, Prefix, Reply, Request


class Scripted:
    """Plays `script` in order and its last entry for ever; an error in it is raised. `delay` comes before."""

    def __init__(
        self, *script: Reply | ExtractorError, endpoint: str = "http://scripted/v1", delay: float = 0.0
    ) -> None:
        self.script = list(script)
        self.endpoint = endpoint
        self.delay = delay
        self.requests: list[Request] = []

    async def complete(self, request: Request, /) -> Reply:
        self.requests.append(request)
        await asyncio.sleep(self.delay)
        due = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        if isinstance(due, ExtractorError):
            raise due
        return due


def question(page: str = "page", *earlier: str, model: str = "m", name: str = "all") -> Request:
    """A request about a page; `earlier` are answers that were given and found wrong."""
    prefix = Prefix(
        name=name, system="rules", schema={"type": "object"}, schema_name="Answer", model=model, parameters={}
    )
    turns = [Message("user", page)]
    for answer in earlier:
        turns += [Message("assistant", answer), Message("user", "that is wrong")]
    return Request(prefix, tuple(turns), document="tea")
