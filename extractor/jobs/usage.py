"""What a job paid, summed from its events."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from extractor.errors import Spent

_SPENT = ("sent", "tokens_in", "tokens_out", "tokens_cached")


@dataclass
class JobUsage:
    """Requests, tokens, money. `cost` is None while no event had a price; `cached` counts answers reused.

    `unpriced` is what was spent where no price was known.
    """

    events: int = 0
    sent: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    cached: int = 0
    cost: Decimal | None = None
    unpriced: Spent = field(default_factory=Spent)

    def add(self, events: Iterable[Mapping[str, Any]]) -> None:
        """Count events, as they stand in the log."""
        for event in events:
            self.events += 1
            self.sent += event["sent"]
            self.tokens_in += event["tokens_in"]
            self.tokens_out += event["tokens_out"]
            self.tokens_cached += event["tokens_cached"]
            self.cached += event["cached"]
            if "cost" in event:
                self.cost = (self.cost or Decimal(0)) + Decimal(event["cost"])
            elif event["sent"]:
                self.unpriced += Spent(*(event[name] for name in _SPENT))

    @property
    def spent(self) -> Spent:
        """What went over the wire."""
        return Spent(self.sent, self.tokens_in, self.tokens_out, self.tokens_cached)

    def fields(self) -> dict[str, Any]:
        """As the manifest has it."""
        told = {name: value for name, value in vars(self).items() if name != "unpriced"}
        return told | {"cost": None if self.cost is None else str(self.cost)}
