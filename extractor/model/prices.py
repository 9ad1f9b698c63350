"""What a model's tokens cost: a dated table, shipped as data or given by the user."""

from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from extractor import _data
from extractor.errors import RecordError, SettingsError, Spent
from extractor.records import strict_json
from extractor.records.base import Number

SHIPPED = "schemas/prices.json"

_MILLION = 1_000_000
_Price = Annotated[Number, Field(ge=0)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Price(_Table):
    """A million tokens of one model. Without `cached_input`, tokens that were kept cost as others do."""

    input: _Price
    output: _Price
    cached_input: _Price | None = None


class Prices(_Table):
    """A price table. `as_of` is its date, `note` says where it is from."""

    as_of: str
    note: str = ""
    currency: str
    per_million_tokens: dict[str, Price]

    @classmethod
    def load(cls, path: Path | None = None) -> "Prices":
        """The table in a file, or the shipped one. Raises SettingsError for a file that is no price table."""
        if path is None:
            return strict_json.parse(cls, _data.text(SHIPPED), source=SHIPPED)
        try:
            return strict_json.parse(cls, strict_json.read(path), source=str(path))
        except (RecordError, OSError) as error:
            raise SettingsError(f"no price table: {error}", hint=f"Write it as {SHIPPED} is") from error

    def cost(self, model: str, spent: Spent) -> Decimal | None:
        """What was spent, in `currency`; None for a model that has no price here. Never rounded."""
        price = self.per_million_tokens.get(model)
        if price is None:
            return None
        kept = min(spent.tokens_cached, spent.tokens_in)
        cached = price.input if price.cached_input is None else price.cached_input
        whole = (spent.tokens_in - kept) * price.input + kept * cached + spent.tokens_out * price.output
        return whole / _MILLION

    @cached_property
    def remark(self) -> str:
        """What to say beside every cost."""
        return f"prices of {self.as_of} in {self.currency}"
