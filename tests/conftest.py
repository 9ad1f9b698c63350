"""What holds for all tests: where bytecode is kept, and in which order files of tests are run."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress

import pytest
from nursery import Nursery

# Two processes share the processors: threads of numpy's own would wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def pytest_configure(config: pytest.Config) -> None:
    """Keep bytecode in the cache of pytest where Python is told to keep none.

    Tests start hundreds of commands; each would compile all that it imports anew.
    """
    cache: pytest.Cache | None = getattr(config, "cache", None)
    if not sys.dont_write_bytecode or cache is None:
        return
    with suppress(OSError):  # of a checkout that nobody may write
        sys.pycache_prefix = str(cache.mkdir("bytecode"))
        sys.dont_write_bytecode = False
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Move files that hold a slow test to the front, without changing any order inside them."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Begins commands in forks of a process that has imported what they need."""
    with Nursery() as running:
        yield running
