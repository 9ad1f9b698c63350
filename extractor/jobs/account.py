"""The budget of a job whose pages are read elsewhere, kept by the page where the job is."""

import asyncio
from decimal import Decimal

from extractor.jobs.outcome import PageOutcome
from extractor.model.faults import BudgetExceededError


class Account:
    """Admits a page while what was spent and what is under way stay within `limit`; None is no limit.

    A page under way counts as the dearest so far, and so does one whose cost is not known in the end. The
    first is read alone, to learn what a page costs. The end can lie above the limit by what the pages under
    way cost more than the dearest before. Belongs to one event loop.
    """

    def __init__(self, limit: Decimal | None) -> None:
        self.spent = Decimal(0)
        self._limit = limit
        self._dearest: Decimal | None = None
        self._under_way = 0
        self._settled = asyncio.Condition()

    async def reserve(self) -> None:
        """Wait until there is enough for a page, or nothing is under way any more.

        Raises BudgetExceededError if there is not enough then.
        """
        async with self._settled:
            await self._settled.wait_for(lambda: self._allows_one or not self._under_way)
            if not self._allows_one:
                raise BudgetExceededError(
                    f"the budget of {self._limit} does not allow the next page: {self.spent:.4f} is spent, "
                    f"and it would cost about {self._dearest:.4f}"
                )
            self._under_way += 1

    @property
    def _allows_one(self) -> bool:
        if self._limit is None:
            return True
        if self._dearest is None:
            return not self._under_way
        return self.spent + (self._under_way + 1) * self._dearest <= self._limit

    async def settle(self, outcome: PageOutcome | None) -> None:
        """A page ended; None says that nobody knows how, and that it may be paid for."""
        cost = self._cost(outcome)
        async with self._settled:
            self._under_way -= 1
            self.spent += cost
            if outcome is not None and (cost or self._dearest is not None):
                self._dearest = max(self._dearest or Decimal(0), cost)
            self._settled.notify_all()

    def _cost(self, outcome: PageOutcome | None) -> Decimal:
        known = (
            sum((event.cost for event in outcome.events if event.cost), Decimal(0)) if outcome else Decimal(0)
        )
        unknown = outcome is None or any(event.cost is None and event.sent for event in outcome.events)
        return max(known, self._dearest or Decimal(0)) if unknown else known
