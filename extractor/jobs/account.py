"""The budget of a job whose pages are read elsewhere, kept by the page where the job is."""

import asyncio
from collections.abc import Callable
from decimal import Decimal

from extractor.jobs.outcome import PageOutcome
from extractor.model.budget import Budget
from extractor.model.faults import BudgetExceededError


class Account:
    """Admits a page while what was spent and what is under way stay within `budget`; None is no limit.

    A page under way counts as the dearest so far, and so does one whose cost is not known in the end. The
    first is read alone, to learn what a page costs, and only if a guess at that is within the budget. The end
    can lie above the limit by what the pages under way cost more than the dearest before, or the first more
    than the guess. Belongs to one event loop.
    """

    def __init__(self, budget: Budget | None) -> None:
        self._budget = budget
        self._dearest: Decimal | None = None
        self._under_way = 0
        self._settled = asyncio.Condition()

    async def reserve(self, guess: Callable[[], Decimal]) -> None:
        """Wait until there is enough for a page, or nothing is under way any more.

        `guess` says what the page may cost; it is asked only while no page has cost anything. Raises
        BudgetExceededError if there is not enough then.
        """
        async with self._settled:
            await self._settled.wait_for(lambda: not self._under_way or self._allows_one)
            if self._budget and not self._under_way:
                self._check(self._budget, guess() if self._dearest is None else self._dearest)
            self._under_way += 1

    @property
    def _allows_one(self) -> bool:
        """Whether there is enough for one more beside those under way."""
        if self._budget is None:
            return True
        if self._dearest is None:
            return False
        return self._budget.spent + (self._under_way + 1) * self._dearest <= self._budget.limit

    def _check(self, budget: Budget, expected: Decimal) -> None:
        if budget.spent + expected > budget.limit:
            raise BudgetExceededError(
                f"the budget of {budget.limit} does not allow the next page: {budget.spent:.4f} is spent, "
                f"and it would cost about {expected:.4f}"
            )

    async def settle(self, outcome: PageOutcome | None) -> None:
        """A page ended; None says that nobody knows how, and that it may be paid for."""
        cost = self._cost(outcome)
        async with self._settled:
            self._under_way -= 1
            if self._budget:
                self._budget.spent += cost
            if outcome is not None and (cost or self._dearest is not None):
                self._dearest = max(self._dearest or Decimal(0), cost)
            self._settled.notify_all()

    def _cost(self, outcome: PageOutcome | None) -> Decimal:
        known = (
            sum((event.cost for event in outcome.events if event.cost), Decimal(0)) if outcome else Decimal(0)
        )
        unknown = outcome is None or any(event.cost is None and event.sent for event in outcome.events)
        return max(known, self._dearest or Decimal(0)) if unknown else known
