"""Lint a schema or a model: every rule over everything, in a fixed order."""

from typing import Any

from pydantic import BaseModel

from extractor.model.lint import names, objects, order, references, shapes, sizes, values
from extractor.model.lint.limits import STRICTEST, Limits
from extractor.model.lint.models import model_traps, schema_of
from extractor.model.lint.nodes import Schema
from extractor.model.lint.trap import Rule, Trap

RULES: tuple[Rule, ...] = (
    *shapes.RULES,
    *objects.RULES,
    *references.RULES,
    *values.RULES,
    *names.RULES,
    *order.RULES,
    *sizes.RULES,
)
"""All rules of schemas; `models.ADVICE` names those of models."""


def lint_schema(schema: Any, limits: Limits = STRICTEST) -> list[Trap]:
    """The traps in a JSON Schema, rule by rule. Nothing is fetched or run."""
    whole = Schema(schema)
    return [trap for rule in RULES for trap in rule.traps(whole, limits)]


def lint_model(model: type[BaseModel], limits: Limits = STRICTEST) -> list[Trap]:
    """The traps of a pydantic model: of its schema, as pydantic writes it, and of how it reads answers."""
    schema, missing = schema_of(model)
    return [*missing, *(lint_schema(schema, limits) if not missing else []), *model_traps(model)]
