"""What reading pages may cost, before anything is sent."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from extractor.documents import Document
from extractor.errors import Spent
from extractor.model.client import Request
from extractor.model.prices import Prices
from extractor.model.tokens import estimated_tokens, of_text


class Asking(Protocol):
    """A reader that says what it would ask."""

    model: str

    def requests(self, document: Document) -> list[Request]:
        """The first request of every pass on a page; nothing is sent."""
        ...


@dataclass(frozen=True, slots=True)
class PageEstimate:
    """What one page may cost. `cost` is None for a model without a price: unknown, not nothing."""

    document: str
    requests: int
    tokens_in: int
    tokens_out: int
    cost: Decimal | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """What pages may cost, each and in all."""

    model: str
    pages: list[PageEstimate] = field(default_factory=list)

    @property
    def total(self) -> PageEstimate:
        """All pages as one; `document` is empty."""
        costs = [page.cost for page in self.pages if page.cost is not None]
        return PageEstimate(
            document="",
            requests=sum(page.requests for page in self.pages),
            tokens_in=sum(page.tokens_in for page in self.pages),
            tokens_out=sum(page.tokens_out for page in self.pages),
            cost=sum(costs, Decimal(0)) if len(costs) == len(self.pages) else None,
        )


HOW = (
    "An estimate: four bytes of text are taken for a token, and the answers to a page together for as long "
    "as the page. Answers in the cache, tokens a provider keeps and requests that ask again are not counted."
)
"""What to say beside it."""


def estimate(reader: Asking, documents: Iterable[Document], prices: Prices) -> Estimate:
    """What reading the pages may cost. Nothing is sent and no tokenizer is fetched."""
    return Estimate(reader.model, [_page(reader, document, prices) for document in documents])


def _page(reader: Asking, document: Document, prices: Prices) -> PageEstimate:
    requests = reader.requests(document)
    tokens_in, tokens_out = sum(map(estimated_tokens, requests)), of_text(document.text)
    cost = prices.cost(reader.model, Spent(len(requests), tokens_in, tokens_out))
    return PageEstimate(document.id, len(requests), tokens_in, tokens_out, cost)
