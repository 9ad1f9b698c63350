"""The budget of a job whose pages are read elsewhere."""

import asyncio
from decimal import Decimal

import pytest
from fake_clock import FakeClock

from extractor.jobs.account import Account
from extractor.jobs.outcome import Event, PageOutcome
from extractor.model.budget import Budget
from extractor.model.faults import BudgetExceededError


def _outcome(*costs: str | None) -> PageOutcome:
    events = (Event("p", sent=1, cost=None if cost is None else Decimal(cost)) for cost in costs)
    return PageOutcome(0, "p", "0" * 64, extraction="{}", events=tuple(events))


def _spend(account: Account, costs: list[str], workers: int = 4) -> tuple[int, int]:
    """How many pages were read until the budget was empty, and how many at once."""
    clock, left = FakeClock(), iter(costs)
    read, busy, most = 0, 0, 0

    async def work() -> None:
        nonlocal read, busy, most
        for cost in left:
            await account.reserve(Decimal)
            busy += 1
            most = max(most, busy)
            await clock.sleep(1)
            busy -= 1
            read += 1
            await account.settle(_outcome(cost))

    async def all_work() -> None:
        ends = await asyncio.gather(*(work() for _ in range(workers)), return_exceptions=True)
        assert all(end is None or isinstance(end, BudgetExceededError) for end in ends)

    clock.run(all_work())
    return read, most


def test_pages_are_read_while_the_budget_lasts_and_no_longer() -> None:
    budget = Budget(Decimal("1.05"))
    assert _spend(Account(budget), ["0.1"] * 100) == (10, 4)
    assert budget.spent == Decimal("1.0")


def test_the_first_page_is_read_alone() -> None:
    account = Account(Budget(Decimal("0.5")))
    read, _ = _spend(account, ["0.4"] * 100, workers=32)
    assert read == 1


def test_pages_out_of_the_cache_cost_nothing() -> None:
    budget = Budget(Decimal(1))
    assert _spend(Account(budget), ["0"] * 50, workers=1)[0] == 50
    assert budget.spent == 0


def test_without_a_budget_all_are_read_at_once() -> None:
    assert _spend(Account(None), ["9"] * 50, workers=8) == (50, 8)


def test_a_page_that_nobody_knows_the_cost_of_counts_as_the_dearest() -> None:
    async def work() -> Decimal:
        budget = Budget(Decimal(1))
        account = Account(budget)
        for outcome in (_outcome("0.1"), _outcome(None), None):
            await account.reserve(Decimal)
            await account.settle(outcome)
        return budget.spent

    assert asyncio.run(work()) == Decimal("0.3")


def test_an_empty_budget_says_so() -> None:
    async def work() -> None:
        account = Account(Budget(Decimal("0.1")))
        await account.reserve(Decimal)
        await account.settle(_outcome("0.09"))
        await account.reserve(Decimal)

    with pytest.raises(BudgetExceededError, match=r"0\.0900 is spent, and it would cost about 0\.0900"):
        asyncio.run(work())


def test_what_was_spent_before_counts() -> None:
    account = Account(Budget(Decimal(1), spent=Decimal("0.75")))
    assert _spend(account, ["0.1"] * 100) == (2, 1)


def test_the_first_page_is_not_read_where_a_guess_at_its_cost_is_too_much() -> None:
    async def work(limit: str) -> None:
        await Account(Budget(Decimal(limit))).reserve(lambda: Decimal("0.2"))

    asyncio.run(work("0.2"))
    with pytest.raises(BudgetExceededError, match=r"0\.0000 is spent, and it would cost about 0\.2000"):
        asyncio.run(work("0.1"))
