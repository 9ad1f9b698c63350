"""Stopping before the request that could cost too much."""

import asyncio
import threading
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from scripted import Scripted, question

from extractor.errors import ModelError, SettingsError, Spent
from extractor.model.budget import Budget, BudgetClient
from extractor.model.client import Reply, Request
from extractor.model.disk_cache import CachedClient
from extractor.model.faults import BudgetExceededError
from extractor.model.prices import Prices
from extractor.model.tokens import estimated_tokens

ANSWER = Reply("{}", tokens_in=1_000_000, tokens_out=100_000)  # 1 + 1 with these prices


@pytest.fixture
def prices(tmp_path: Path) -> Prices:
    path = tmp_path / "prices.json"
    path.write_text(
        '{"as_of": "2026-01-01", "currency": "USD", "per_million_tokens": {"m": {"input": 1, "output": 10}}}',
        encoding="utf-8",
    )
    return Prices.load(path)


def ask(client: Any, request: Request | None = None) -> Reply:
    reply: Reply = asyncio.run(client.complete(request or question()))
    return reply


def test_it_stops_before_the_request_that_could_cost_more_than_is_left(prices: Prices) -> None:
    inside = Scripted(ANSWER)
    client = BudgetClient(inside, Decimal(5), prices, output_tokens=100_000)
    assert [ask(client).text for _ in range(2)] == ["{}", "{}"]
    assert client.spent == 4
    small = question("page")
    assert estimated_tokens(small) < 100
    with pytest.raises(BudgetExceededError, match=r"budget of 5 USD.*4\.0000 is spent.*about"):
        ask(client, small)  # its answer alone would cost 1
    assert len(inside.requests) == 2
    assert client.endpoint == inside.endpoint


def test_the_answer_is_expected_to_be_as_long_as_the_longest_so_far(prices: Prices) -> None:
    client = BudgetClient(Scripted(ANSWER), Decimal("2.5"), prices, output_tokens=1)
    ask(client)
    with pytest.raises(BudgetExceededError):
        ask(client)


def test_an_input_is_expected_to_be_as_much_larger_than_its_estimate_as_inputs_were(prices: Prices) -> None:
    asked = question("page")
    counted = Reply("{}", tokens_in=estimated_tokens(asked) * 1000)
    cost = Decimal(counted.tokens_in) / 1_000_000
    client = BudgetClient(Scripted(counted), cost * Decimal("2.5"), prices, output_tokens=0)
    assert [ask(client, asked).text for _ in range(2)] == ["{}", "{}"]
    with pytest.raises(BudgetExceededError, match=f"about {cost:.4f}"):
        ask(client, asked)


def test_what_was_spent_before_counts(prices: Prices) -> None:
    client = BudgetClient(Scripted(ANSWER), Budget(Decimal(5), spent=Decimal("4.9")), prices)
    with pytest.raises(BudgetExceededError, match=r"4\.9000 is spent"):
        ask(client, question("page" * 100_000))


def test_requests_under_way_count(prices: Prices) -> None:
    async def all_at_once() -> list[Any]:
        calls = (client.complete(question(str(number))) for number in range(5))
        return await asyncio.gather(*calls, return_exceptions=True)

    inside = Scripted(Reply("{}", tokens_in=10, tokens_out=100_000), delay=0.05)
    client = BudgetClient(inside, Decimal("3.5"), prices, output_tokens=100_000)
    ask(client)
    outcomes = asyncio.run(all_at_once())
    assert [type(one) for one in outcomes] == [Reply, Reply] + [BudgetExceededError] * 3
    assert len(inside.requests) == 3
    assert client.spent == Decimal("3.00003")


def test_the_first_request_goes_alone_so_that_its_cost_bounds_the_others(prices: Prices) -> None:
    async def all_at_once() -> list[Any]:
        calls = (client.complete(question(str(number))) for number in range(20))
        return await asyncio.gather(*calls, return_exceptions=True)

    inside = Scripted(ANSWER, delay=0.05)  # a hundred times what is expected
    client = BudgetClient(inside, Decimal(9), prices, output_tokens=1_000)
    outcomes = asyncio.run(all_at_once())
    assert [type(one) for one in outcomes].count(Reply) == len(inside.requests) == 4
    assert client.spent == 8


def test_where_the_first_request_fails_the_next_goes_alone(prices: Prices) -> None:
    async def all_at_once() -> list[Any]:
        calls = (client.complete(question(str(number))) for number in range(3))
        return await asyncio.gather(*calls, return_exceptions=True)

    inside = Scripted(ModelError("cut"), ANSWER, delay=0.01)
    client = BudgetClient(inside, Decimal("2.5"), prices, output_tokens=1_000)
    outcomes = asyncio.run(all_at_once())
    assert [type(one) for one in outcomes] == [ModelError, Reply, BudgetExceededError]


def test_threads_do_not_spend_more_together(prices: Prices) -> None:
    def work() -> None:
        for _ in range(20):
            try:
                ask(client)
            except BudgetExceededError:
                return

    inside = Scripted(Reply("{}", tokens_in=0, tokens_out=10_000))
    client = BudgetClient(inside, Decimal("2.05"), prices, output_tokens=10_000)
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert client.spent == len(inside.requests) * Decimal("0.1") <= Decimal("2.05")
    assert len(inside.requests) == 20


def test_a_failed_request_costs_what_the_server_said(prices: Prices) -> None:
    failure = ModelError("cut", spent=Spent(2, 1_000_000, 0))
    client = BudgetClient(Scripted(failure), Decimal(5), prices)
    with pytest.raises(ModelError, match="cut"):
        ask(client)
    assert client.spent == 1


def test_a_cancelled_request_keeps_its_estimate(prices: Prices) -> None:
    async def cancel() -> None:
        task = asyncio.create_task(client.complete(question()))
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    client = BudgetClient(Scripted(ANSWER, delay=5), Decimal(5), prices, output_tokens=100_000)
    asyncio.run(cancel())
    assert 1 < client.spent < Decimal("1.001")


def test_an_answer_out_of_the_cache_is_free_though_nothing_is_left(prices: Prices, tmp_path: Path) -> None:
    budget = BudgetClient(Scripted(ANSWER), Decimal("2.5"), prices, output_tokens=100_000)
    cached = CachedClient(budget, tmp_path / "cache")
    ask(cached)
    assert ask(cached).cached
    with pytest.raises(BudgetExceededError):
        ask(cached, question("another"))
    cached.close()
    assert budget.spent == 2


def test_a_model_without_a_price_is_no_model_for_a_budget(prices: Prices) -> None:
    inside = Scripted(ANSWER)
    with pytest.raises(SettingsError, match=r"'own'.*--prices"):
        ask(BudgetClient(inside, Decimal(5), prices), question(model="own"))
    assert inside.requests == []
