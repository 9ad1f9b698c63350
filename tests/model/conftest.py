"""What the tests of the model reader share: a loopback server, a page, answers about it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tea
from caching import Cached
from openai_server import OpenAIServer
from scripted import question

from extractor.documents import Document
from extractor.model.client import Request
from extractor.model.disk_cache import CachedClient
from extractor.model.instructor_client import InstructorClient


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    """A server whose model reads the page well, pass by pass."""
    with OpenAIServer(tea.reply) as running:
        yield running


@pytest.fixture
def connect(server: OpenAIServer) -> Callable[..., InstructorClient]:
    """A client of the loopback server; keyword arguments go to it."""

    def build(**options: Any) -> InstructorClient:
        defaults: dict[str, Any] = {"base_url": server.url, "timeout": 10.0}
        return InstructorClient(**(defaults | options))

    return build


@pytest.fixture
def answer() -> dict[str, Any]:
    """A whole answer about `page`, free to change."""
    return tea.whole_answer()


@pytest.fixture
def page() -> Document:
    return tea.page()


@pytest.fixture
def request_() -> Request:
    return question()


@pytest.fixture
def cache_folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def cached(cache_folder: Path) -> Iterator[Cached]:
    """Opens caches on `cache_folder` and closes them."""
    opened: list[CachedClient] = []

    def build(client: Any) -> CachedClient:
        opened.append(CachedClient(client, cache_folder, timeout=0.2))
        return opened[-1]

    yield build
    for one in opened:
        one.close()
