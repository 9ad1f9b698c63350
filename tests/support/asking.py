"""Requests to give to a client of a loopback server, and ways to send them."""

import asyncio
from collections.abc import Callable
from typing import Any

from openai_server import OpenAIServer

from extractor.errors import Spent
from extractor.model.client import Client, Message, Prefix, Reply, Request
from extractor.model.faults import Fault
from extractor.model.instructor_client import InstructorClient

SCHEMA = {
    "type": "object",
    "properties": {"tea": {"type": "string"}},
    "required": ["tea"],
    "additionalProperties": False,
}


def prefix(**changes: Any) -> Prefix:
    """Rules and a schema; `changes` replace fields."""
    given: dict[str, Any] = {"name": "all", "system": "rules", "schema": SCHEMA, "schema_name": "Answer"}
    return Prefix(**(given | {"model": "m"} | changes))


def request(page: str = "page", **changes: Any) -> Request:
    """A request about a page; `changes` go into its prefix."""
    return Request(prefix(**changes), (Message("user", page),), document="tea")


def client(server: OpenAIServer, **options: Any) -> InstructorClient:
    """A client of the server that gives up soon."""
    return InstructorClient(**({"base_url": server.url, "timeout": 10.0} | options))


def ask(client: Client, question: Request | None = None) -> Reply:
    """One answer, on an event loop of its own."""
    return asyncio.run(client.complete(question or request()))


def fault(client: Client, question: Request | None = None) -> Fault:
    """The fault of a request that must fail."""
    try:
        reply = ask(client, question)
    except Fault as error:
        return error
    raise AssertionError(f"no fault, but {reply}")


def bill(server: OpenAIServer) -> Spent:
    """What the server says it is owed."""
    owed = server.bill
    return Spent(owed.sent, owed.tokens_in, owed.tokens_out, owed.tokens_cached)


def spent_on(reply: Reply) -> Spent:
    """What a reply says it cost."""
    return Spent(reply.sent, reply.tokens_in, reply.tokens_out, reply.tokens_cached)


async def until(condition: Callable[[], object]) -> None:
    """Wait for something another thread does."""
    while not condition():  # noqa: ASYNC110 - the other thread has no event of ours
        await asyncio.sleep(0.01)
