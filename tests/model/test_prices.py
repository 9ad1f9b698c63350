"""What tokens cost."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import SettingsError, Spent
from extractor.model.prices import Prices

TABLE: dict[str, Any] = {
    "as_of": "2026-01-01",
    "currency": "EUR",
    "per_million_tokens": {
        "tea": {"input": 0.1, "cached_input": 0.05, "output": 0.4},
        "milk": {"input": 3, "output": 9},
        "own": {"input": 0, "output": 0},
    },
}


def table(folder: Path, **changes: Any) -> Path:
    path = folder / "prices.json"
    path.write_text(json.dumps(TABLE | changes), encoding="utf-8")
    return path


def test_the_shipped_table_is_dated_says_what_to_think_of_it_and_prices_every_model() -> None:
    prices = Prices.load()
    assert prices.as_of[:2] == "20"
    assert "check before you rely on" in prices.note
    assert prices.remark == f"prices of {prices.as_of} in USD"
    for model in prices.per_million_tokens:
        assert (prices.cost(model, Spent(1, 10, 10)) or 0) > 0


def test_a_cost_is_exact(tmp_path: Path) -> None:
    prices = Prices.load(table(tmp_path))
    assert prices.cost("tea", Spent(1, 1_000_003, 7, 1_000_000)) == Decimal("0.0500031")
    assert prices.cost("milk", Spent(1, 1_000_000, 1_000_000, 500_000)) == 12
    assert prices.cost("own", Spent(1, 1_000_000, 9)) == 0


def test_more_cached_tokens_than_tokens_are_no_gain(tmp_path: Path) -> None:
    prices = Prices.load(table(tmp_path))
    assert prices.cost("tea", Spent(1, 10, 0, 99)) == prices.cost("tea", Spent(1, 10, 0, 10))


def test_a_model_without_a_price_costs_nobody_knows_what(tmp_path: Path) -> None:
    prices = Prices.load(table(tmp_path))
    assert prices.cost("coffee", Spent(1, 10, 10)) is None
    assert prices.cost("coffee", Spent()) is None
    assert prices.cost("tea-2026-01-01", Spent(1, 10, 10)) is None


@pytest.mark.parametrize(
    "model",
    [
        {"input": -1, "output": 1},
        {"input": "1", "output": 1},
        {"input": True, "output": 1},
        {"input": 1},
        {"input": 1, "output": 1, "outptu": 2},
    ],
)
def test_a_table_that_is_wrong_is_refused_by_name_and_place(tmp_path: Path, model: Any) -> None:
    path = table(tmp_path, per_million_tokens={"tea": model})
    with pytest.raises(SettingsError, match=r"prices\.json.*/per_million_tokens/tea"):
        Prices.load(path)


@pytest.mark.parametrize("text", ["", "[]", '{"as_of": NaN}', '{"as_of": 1, "as_of": 2}'])
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "prices.json").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"no price table.*prices\.json"):
        Prices.load(tmp_path / "prices.json")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no price table"):
        Prices.load(tmp_path / "gone.json")
