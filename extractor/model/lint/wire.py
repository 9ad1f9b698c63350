"""Lint what this package sends: the schema of every pass of every plan."""

from dataclasses import replace

from extractor.model.lint.check import lint_schema
from extractor.model.lint.limits import OPENAI, Limits
from extractor.model.lint.trap import Trap
from extractor.model.passes import Plan
from extractor.model.prompt import load
from extractor.model.wire.forms import form_of


def lint_wire(limits: Limits) -> list[Trap]:
    """The traps in the schemas of the default prompt; a place begins with plan and pass."""
    return [trap for plan in load().plans.values() for trap in _of_plan(plan, limits)]


def _of_plan(plan: Plan, limits: Limits) -> list[Trap]:
    limits = _sizes_of_one_pass(limits) if len(plan.passes) == 1 else limits
    return [
        replace(trap, place=f"{plan.name}/{asked.name}{trap.place}")
        for asked in plan.passes
        for trap in lint_schema(form_of(asked.fields).schema, limits)
    ]


def _sizes_of_one_pass(limits: Limits) -> Limits:
    """One pass for the whole record is for servers with room: only its size is judged by theirs."""
    return replace(
        limits,
        properties=OPENAI.properties,
        depth=OPENAI.depth,
        characters=OPENAI.characters,
        enum_values=OPENAI.enum_values,
        long_enum_characters=OPENAI.long_enum_characters,
    )
