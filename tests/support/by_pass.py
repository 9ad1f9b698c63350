"""A client that answers each pass of a plan about the page of tea."""

import asyncio

import tea

from extractor.model.client import Reply, Request
from extractor.model.passes import DEFAULT_PLAN
from extractor.model.prompt import load

NAMES = [one.name for one in load().plan(DEFAULT_PLAN).passes]


class ByPass:
    """Answers each pass with what `replies` has for it, else rightly; an error in it is raised.

    `running` counts the requests that wait for their answer now, `most` the most that ever did.
    """

    endpoint = "http://scripted/v1"

    def __init__(self, **replies: Reply | Exception) -> None:
        self.replies = replies
        self.requests: list[Request] = []
        self.running = self.most = 0

    async def complete(self, request: Request, /) -> Reply:
        self.requests.append(request)
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            await self.wait()
        finally:
            self.running -= 1
        name = request.prefix.name
        due = self.replies.get(name) or Reply(tea.answer_of(name), tokens_in=10, tokens_out=2)
        if isinstance(due, Exception):
            raise due
        return due

    async def wait(self) -> None:
        """What a request waits for: its turn."""
        await asyncio.sleep(0)
