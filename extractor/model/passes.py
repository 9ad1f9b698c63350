"""Plans: in how many passes a page is asked, and for which fields of the record each."""

import tomllib
from dataclasses import dataclass
from typing import Any

from extractor.errors import DataError

DEFAULT_PLAN = "five"


@dataclass(frozen=True, slots=True)
class PlannedPass:
    """One question about a page.

    `fields` are fields of the record; `rules` and `examples` name the parts of the prompt it is told.
    """

    name: str
    fields: tuple[str, ...]
    rules: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The passes that ask for a whole record, in the order in which their answers are merged."""

    name: str
    passes: tuple[PlannedPass, ...]


def plans_of(text: str) -> dict[str, Plan]:
    """The plans in the text of a `passes.toml`, by name. Raises DataError."""
    try:
        plans = [_plan(entry) for entry in tomllib.loads(text)["plan"]]
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise DataError(
            f"passes.toml is no table of plans: {error}", hint="Install the package again"
        ) from error
    return {plan.name: plan for plan in plans}


def _plan(entry: dict[str, Any]) -> Plan:
    return Plan(entry["name"], tuple(_pass(one) for one in entry["pass"]))


def _pass(entry: dict[str, Any]) -> PlannedPass:
    lists = {name: tuple(entry[name]) for name in ("fields", "rules", "examples")}
    return PlannedPass(name=entry["name"], **lists)
