"""How often Python looks for garbage that goes round in circles while a job goes on."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS = 50_000
"""New objects between two looks. A page makes thousands, and nearly all of them go by themselves."""


def collect_rarely() -> None:
    """For the rest of a process: seldom, and never through what is there now, such as tables and modules."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])


@contextmanager
def rare_collection() -> Iterator[None]:
    """The same while the block runs."""
    before = gc.get_threshold()
    collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
