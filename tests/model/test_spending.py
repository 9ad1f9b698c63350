"""What a page cost."""

from decimal import Decimal

import tea
from scripted import question

from extractor.errors import Spent
from extractor.model.client import Reply
from extractor.model.conversation import Conversation
from extractor.model.prompt import load
from extractor.model.spending import usage_of
from extractor.model.wire.forms import form_of
from extractor.records.envelope import PassUsage, Usage


class OneCentATokenOut:
    """Prices."""

    def cost(self, model: str, spent: Spent, /) -> Decimal | None:
        return Decimal(spent.tokens_out) / 100 if model == "m" else None


def conversation(name: str, *replies: Reply) -> Conversation:
    made = Conversation(question(name=name), form_of(("brief_title",)), tea.page(), watch=load().watch)
    made.replies.extend(replies)
    return made


PAID = Reply("x", tokens_in=10, tokens_out=3, tokens_cached=4, sent=2)
KEPT = Reply("x", tokens_in=99, tokens_out=99, cached=True)


def test_passes_are_counted_apart_and_together() -> None:
    usage = usage_of([conversation("a", PAID, PAID), conversation("b", PAID, KEPT)], "m", OneCentATokenOut())
    a = {"attempts": 2, "requests": 4, "tokens_in": 20, "tokens_out": 6, "tokens_cached": 8}
    b = {"attempts": 2, "requests": 2, "tokens_in": 10, "tokens_out": 3, "tokens_cached": 4}
    assert usage.passes == [
        PassUsage(name="a", cost=Decimal("0.06"), **a),
        PassUsage(name="b", cost=Decimal("0.03"), **b),
    ]
    whole = {key: a[key] + b[key] for key in a}
    assert usage == Usage(passes=usage.passes, cost=Decimal("0.09"), **whole)


def test_what_has_no_price_has_no_cost() -> None:
    assert usage_of([conversation("a", PAID)], "other", OneCentATokenOut()).cost is None
    assert usage_of([conversation("a", PAID)], "m", None).cost is None


def test_answers_from_our_cache_cost_nothing() -> None:
    usage = usage_of([conversation("a", KEPT)], "m", OneCentATokenOut())
    assert (usage.attempts, usage.requests, usage.tokens_in, usage.cost, usage.cached) == (1, 0, 0, 0, True)
