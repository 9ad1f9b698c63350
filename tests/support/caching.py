"""Asking a cached client, and looking into its database."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripted import question

from extractor.model.client import Reply, Request
from extractor.model.disk_cache import CachedClient

Cached = Callable[[Any], CachedClient]


def ask(client: CachedClient, request: Request | None = None) -> Reply:
    """The answer to a request, or to the one that all tests ask."""
    return asyncio.run(client.complete(request or question()))


def sql(folder: Path, statement: str, *values: Any) -> list[Any]:
    """What a statement gives on the database in a folder, past the cache."""
    connection = sqlite3.connect(folder / "cache.db")
    try:
        with connection:
            return connection.execute(statement, values).fetchall()
    finally:
        connection.close()


def counts(cache: CachedClient) -> tuple[int, int, int]:
    """Hits, misses and damaged entries."""
    return cache.hits, cache.misses, cache.damaged
