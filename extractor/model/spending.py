"""What reading a page cost, for each pass and in all."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Protocol

from extractor.errors import Spent
from extractor.model.conversation import Conversation
from extractor.records.envelope import PassUsage, Usage


class Prices(Protocol):
    """A table of prices."""

    def cost(self, model: str, spent: Spent, /) -> Decimal | None:
        """What this cost, or None where the model has no price."""
        ...


def usage_of(conversations: Sequence[Conversation], model: str, prices: Prices | None) -> Usage:
    """The usage of a page, by the server's own numbers. All pieces of a page count to their pass."""
    by_pass: dict[str, list[Conversation]] = {}
    for one in conversations:
        by_pass.setdefault(one.name, []).append(one)
    passes = [PassUsage(name=name, **_numbers(held, model, prices)) for name, held in by_pass.items()]
    return Usage(passes=passes, **_numbers(conversations, model, prices))


def _numbers(conversations: Sequence[Conversation], model: str, prices: Prices | None) -> dict[str, Any]:
    spent = sum((one.spent for one in conversations), start=Spent())
    replies = [reply for one in conversations for reply in one.replies]
    return {
        "attempts": len(replies),
        "requests": spent.sent,
        "tokens_in": spent.tokens_in,
        "tokens_out": spent.tokens_out,
        "tokens_cached": spent.tokens_cached,
        "cost": prices.cost(model, spent) if prices else None,
        "cached": all(reply.cached for reply in replies),
    }
