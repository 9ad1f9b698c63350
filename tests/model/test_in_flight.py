"""Requests that are being answered now."""

import asyncio
from typing import Any

import pytest

from extractor.errors import ReplayMissError, SettingsError, Spent
from extractor.model.client import Reply
from extractor.model.faults import TruncatedAnswerError
from extractor.model.in_flight import InFlight


def outcomes(answer: Reply | Exception, *keys: str) -> tuple[list[Any], int]:
    """What calls with these keys, all at once, come to, and how many were made in earnest."""
    asked = 0

    async def ask() -> Reply:
        nonlocal asked
        asked += 1
        await asyncio.sleep(0.01)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def all_at_once() -> list[Any]:
        flight = InFlight()
        return await asyncio.gather(*(flight.once(key, ask) for key in keys), return_exceptions=True)

    return asyncio.run(all_at_once()), asked


def test_one_of_equal_requests_is_made_and_the_others_cost_nothing() -> None:
    replies, asked = outcomes(Reply("{}", tokens_in=5), "a", "b", "a")
    assert asked == 2
    assert [reply.cached for reply in replies] == [False, False, True]


@pytest.mark.parametrize(
    "error",
    [
        TruncatedAnswerError("cut", document="tea", raw="{", spent=Spent(1, 5, 5)),
        ReplayMissError("gone", document="tea", pass_name="all"),
        SettingsError("wrong", hint="mend it"),
    ],
)
def test_every_kind_of_error_is_shared_whole_and_paid_once(error: Any) -> None:
    (first, second), asked = outcomes(error, "a", "a")
    assert asked == 1
    assert first is error
    assert second is not error
    assert (type(second), str(second), second.hint) == (type(error), str(error), error.hint)
    assert getattr(second, "spent", Spent()) == Spent()


def test_what_is_no_error_of_ours_makes_the_next_one_try() -> None:
    found, asked = outcomes(RuntimeError("a fault in the code"), "a", "a", "a")
    assert [type(one) for one in found] == [RuntimeError] * 3
    assert asked == 3


def test_later_requests_are_made_again() -> None:
    async def twice() -> list[Reply]:
        flight = InFlight()
        return [await flight.once("a", ask) for _ in range(2)]

    async def ask() -> Reply:
        return Reply("{}")

    assert [reply.cached for reply in asyncio.run(twice())] == [False, False]
