"""What reading pages may cost, before anything is sent."""

from decimal import Decimal
from pathlib import Path

import pytest
from scripted import question

from extractor.documents import Document
from extractor.model.client import Request
from extractor.model.estimate import estimate
from extractor.model.prices import Prices
from extractor.model.tokens import estimated_tokens, of_text

PAGES = [Document.from_text("Blue tea for calm evenings.", id="tea"), Document.from_text("Milk", id="milk")]


class Asking:
    def __init__(self, model: str) -> None:
        self.model = model

    def requests(self, document: Document) -> list[Request]:
        return [question(document.text, model=self.model, name=name) for name in ("identity", "outcomes")]


@pytest.fixture
def prices(tmp_path: Path) -> Prices:
    path = tmp_path / "prices.json"
    path.write_text(
        '{"as_of": "2026-01-01", "currency": "USD", "per_million_tokens": {"m": {"input": 1, "output": 10}}}',
        encoding="utf-8",
    )
    return Prices.load(path)


def test_each_page_and_all_pages_are_estimated(prices: Prices) -> None:
    found = estimate(Asking("m"), PAGES, prices)
    tokens_in = 2 * estimated_tokens(question(PAGES[0].text))
    assert [page.document for page in found.pages] == ["tea", "milk"]
    assert (found.pages[0].requests, found.pages[0].tokens_in) == (2, tokens_in)
    assert found.pages[0].cost == Decimal(tokens_in + 10 * of_text(PAGES[0].text)) / 1_000_000
    assert found.total.requests == 4
    assert found.total.tokens_in == sum(page.tokens_in for page in found.pages)
    assert found.total.cost == sum(page.cost or 0 for page in found.pages)


def test_a_model_without_a_price_has_no_cost_rather_than_none(prices: Prices) -> None:
    found = estimate(Asking("unheard of"), PAGES, prices)
    assert [page.cost for page in found.pages] == [None, None]
    assert found.total.cost is None
    assert found.total.tokens_in > 0


def test_no_pages_cost_nothing(prices: Prices) -> None:
    assert estimate(Asking("m"), [], prices).total.cost == 0
