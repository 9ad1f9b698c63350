"""A Client around a Client that stops before the request that could cost more than is left."""

import asyncio
import threading
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from extractor.errors import ModelError, SettingsError, Spent
from extractor.model.client import Client, Reply, Request, endpoint_of
from extractor.model.faults import BudgetExceededError
from extractor.model.prices import Prices
from extractor.model.tokens import estimated_tokens

OUTPUT_TOKENS = 4_000
"""The answer that is expected before any has come."""
_LOOK_EVERY = 0.1
"""Seconds between two looks whether the first request was answered; threads and event loops wait so."""


@dataclass
class Budget:
    """An amount of money, and what was spent of it so far, here or before."""

    limit: Decimal
    spent: Decimal = Decimal(0)


class BudgetClient:
    """Hands requests on while what was spent and what may be under way stay within a budget.

    What was spent is counted by the server's numbers. A request that is not answered yet counts with an
    estimate: its input by its length, made as much larger as the server counted more than that before; its
    answer as the longest so far (before the first: `output_tokens`). One that was cancelled on its way keeps
    its estimate, because the server may bill it. The first request goes alone, to learn how its cost compares
    with its estimate. What is under way can still cost more than its estimate: `spent` may end above the
    limit by that.

    Raises BudgetExceededError instead of sending, and SettingsError for a model without a price. An answer
    out of a cache costs nothing: put the cache around the budget.
    """

    def __init__(
        self, client: Client, budget: Budget | Decimal, prices: Prices, *, output_tokens: int = OUTPUT_TOKENS
    ) -> None:
        self._client = client
        self._endpoint = endpoint_of(client)
        self._budget = budget if isinstance(budget, Budget) else Budget(budget)
        self._prices = prices
        self._lock = threading.Lock()
        self._expected, self._longest = output_tokens, 0
        self._larger = 1.0
        """How many times its estimate the server counted for an input, at most."""
        self._has_learned = False
        self._reserved = Decimal(0)

    @property
    def spent(self) -> Decimal:
        """What was spent of the budget."""
        return self._budget.spent

    @property
    def endpoint(self) -> str:
        """The endpoint of the client inside."""
        return self._endpoint

    async def complete(self, request: Request) -> Reply:
        """The answer of the client inside."""
        model = request.prefix.model
        tokens_in = estimated_tokens(request)
        while (reserved := self._reserve(model, tokens_in)) is None:  # noqa: ASYNC110 - of several loops
            await asyncio.sleep(_LOOK_EVERY)
        cost = reserved  # of a request that is cancelled
        try:
            reply = await self._client.complete(request)
            paid = (
                Spent() if reply.cached else Spent(0, reply.tokens_in, reply.tokens_out, reply.tokens_cached)
            )
            cost = self._cost(model, paid)
        except ModelError as error:
            cost = self._cost(model, error.spent)
            raise
        finally:
            self._settle(reserved, cost)
        self._learn(reply, tokens_in)
        return reply

    def _learn(self, reply: Reply, estimated: int) -> None:
        if reply.cached:
            return
        self._has_learned = True
        self._longest = max(self._longest, reply.tokens_out)
        if reply.sent == 1:
            self._larger = max(self._larger, reply.tokens_in / max(1, estimated))

    def _reserve(self, model: str, tokens_in: int) -> Decimal | None:
        """What the request may cost, which is kept for it; None where another one goes first."""
        with self._lock:
            if not self._has_learned and self._reserved:
                return None
            expected = Spent(1, ceil(tokens_in * self._larger), self._longest or self._expected)
            next_one = self._cost(model, expected)
            if self.spent + self._reserved + next_one > self._budget.limit:
                raise self._exceeded(next_one)
            self._reserved += next_one
        return next_one

    def _settle(self, reserved: Decimal, cost: Decimal) -> None:
        with self._lock:
            self._reserved -= reserved
            self._budget.spent += cost

    def _cost(self, model: str, spent: Spent) -> Decimal:
        cost = self._prices.cost(model, spent)
        if cost is None:
            raise no_price(model, self._prices)
        return cost

    def _exceeded(self, next_one: Decimal) -> BudgetExceededError:
        unit = self._prices.currency
        under_way = f" and about {self._reserved:.4f} is under way" if self._reserved else ""
        return BudgetExceededError(
            f"the budget of {self._budget.limit} {unit} does not allow the next request: {self.spent:.4f} is "
            f"spent{under_way}, and it would cost about {next_one:.4f} ({self._prices.remark})"
        )


def no_price(model: str, prices: Prices) -> SettingsError:
    """The error for a budget that cannot be kept."""
    return SettingsError(
        f"the model {model!r} has no price in the table of {prices.as_of}, so that no budget can be kept",
        hint="Give a table with --prices FILE or EXTRACTOR_PRICES; a server of your own costs 0",
    )
