"""Values and agreements as tables of text."""

import json
import unicodedata
from collections.abc import Mapping
from typing import Any

from extractor.evaluation.agreement import Agreement, AgreementRow
from extractor.evaluation.table import NONE, Table, share


def agreement_tables(agreement: Agreement, *, fields: bool = False) -> list[Table]:
    """The table of an agreement; with `fields` a second one with a row for each field."""
    tiers = {f"tier {name}": row for name, row in agreement.tiers.items()}
    rows = {"overall": agreement.overall, **tiers, **agreement.groups}
    first, second = agreement.annotators
    title = f"Agreement on {agreement.documents} documents of {first} and {second}, both directions pooled"
    found = [_agreement_table(title, rows)]
    return [*found, _agreement_table("Agreement by field", agreement.fields)] if fields else found


def shown(value: Any) -> str:
    """A JSON value on one line; invisible characters are escaped, null is a dash."""
    if value is None:
        return NONE
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return character.encode("unicode_escape", errors="surrogatepass").decode("ascii")
    return character


def _agreement_table(title: str, rows: Mapping[str, AgreementRow]) -> Table:
    plain = ("raw without alternatives", "F1 without alternatives", "alpha", "AC1")
    columns = ("", "cells", "raw agreement", "F1", *plain)
    return Table(title, columns, tuple((name, *_agreement(row)) for name, row in rows.items()))


def _agreement(row: AgreementRow) -> tuple[str, ...]:
    shares = (
        row.with_alternatives.agreement,
        row.with_alternatives.f1,
        row.without.agreement,
        row.without.f1,
        row.chance.alpha,
        row.chance.ac1,
    )
    cells = row.with_alternatives.n + row.with_alternatives.correctly_null
    return (str(cells), *map(share, shares))
