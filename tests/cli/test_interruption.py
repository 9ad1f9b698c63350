"""Signals that ask a run of pages to stop."""

import signal
from collections.abc import Iterator

import pytest

from extractor.cli.interruption import interruption


@pytest.fixture(params=["SIGINT", "SIGTERM", "SIGHUP"])
def number(request: pytest.FixtureRequest) -> Iterator[signal.Signals]:
    """A signal; what the process does with it is put back in the end."""
    one: signal.Signals = getattr(signal, request.param)
    former = signal.signal(one, signal.SIG_DFL)
    yield one
    signal.signal(one, former)


def test_the_first_is_a_wish_and_the_second_ends_it_but_a_terminal_ends_only_once(
    number: signal.Signals,
) -> None:
    with interruption() as wish:
        assert not wish.asked
        signal.raise_signal(number)
        assert wish.asked
        if number == signal.SIGHUP:
            signal.raise_signal(number)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(number) is signal.SIG_DFL


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_what_is_ignored_stays_ignored(name: str) -> None:
    number: signal.Signals = getattr(signal, name)
    former = signal.signal(number, signal.SIG_IGN)
    try:
        with interruption() as wish:
            signal.raise_signal(number)
            assert not wish.asked
    finally:
        signal.signal(number, former)
