"""Order of the files of tests: those with slow tests begin first, so that two processes end together."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Move files that hold a slow test to the front, without changing any order inside them."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)
