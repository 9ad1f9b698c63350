"""What holds for all tests: signals, where bytecode is kept, and in which order files of tests are run."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress

import pytest
from nursery import Nursery

# Two processes share the processors: threads of numpy's own would wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
_STARTING = {"browser", "dask", "grammars"}
"""Markers of tests that take seconds to begin."""


def pytest_configure(config: pytest.Config) -> None:
    """Let children hear Ctrl-C, which shells let what runs in the background ignore; keep bytecode."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    _keep_bytecode(config)


def _keep_bytecode(config: pytest.Config) -> None:
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
    """Move files that hold a slow test to the front, then such that start processes, in their order."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    starting = {
        item.path for item in items if not _STARTING.isdisjoint(one.name for one in item.iter_markers())
    }
    items.sort(key=lambda item: 0 if item.path in slow else 1 if item.path in starting else 2)


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Begins commands in forks of a process that has imported what they need."""
    with Nursery() as running:
        yield running
