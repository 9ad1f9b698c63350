"""What the tests of the model reader share: a loopback server, a page, answers about it."""

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from openai_server import OpenAIServer, completion

from extractor.documents import Document
from extractor.model.client import Message, Reply, Request
from extractor.model.instructor_client import InstructorClient

ANSWER: dict[str, Any] = {
    "record": {
        "source": {"page_kind": "REGISTRY_PAGE", "layout": "unknown"},
        "brief_title": "A Study of Blue Tea",
        "arms": [{"key": "tea", "label": "Blue tea"}, {"key": "water", "label": "Warm water"}],
        "interventions": [{"key": "x", "name": "Tea"}, {"key": "y", "name": "Water"}],
        "arm_interventions": [
            {"arm": "tea", "intervention": "x", "basis": "TABLE"},
            {"arm": "water", "intervention": "y", "basis": "TABLE"},
        ],
        "design": {"allocation": "RANDOMIZED"},
    },
    "quotes": [{"pointer": "/design/allocation", "text": "assigned at random"}],
    "missing": [{"pointer": "/acronym", "reason": "ABSENT"}],
}


class ScriptedClient:
    """A Client that plays replies in order and the last one for ever."""

    def __init__(self, *replies: Reply, endpoint: str = "http://scripted/v1") -> None:
        self.replies = list(replies)
        self.endpoint = endpoint
        self.requests: list[Request] = []

    def complete(self, request: Request, /) -> Reply:
        self.requests.append(request)
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with OpenAIServer(completion(ANSWER)) as running:
        yield running


@pytest.fixture
def scripted() -> type[ScriptedClient]:
    return ScriptedClient


@pytest.fixture
def connect(server: OpenAIServer) -> Callable[..., InstructorClient]:
    """A client of the loopback server; keyword arguments go to it."""

    def build(**options: Any) -> InstructorClient:
        defaults: dict[str, Any] = {"base_url": server.url, "timeout": 10.0}
        return InstructorClient(**(defaults | options))

    return build


@pytest.fixture
def answer() -> dict[str, Any]:
    """A valid answer about `page`, free to change."""
    return copy.deepcopy(ANSWER)


@pytest.fixture
def page() -> Document:
    return Document.from_text(
        "A Study of Blue Tea\nBlue tea: Tea\nWarm water: Water\nassigned at random\n", id="tea"
    )


@pytest.fixture
def request_() -> Request:
    return Request(
        messages=(Message("system", "rules"), Message("user", "page")),
        schema={"type": "object"},
        schema_name="Answer",
        model="m",
    )
