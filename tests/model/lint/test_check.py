from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict

from extractor.model.lint.check import RULES, lint_model, lint_schema
from extractor.model.lint.limits import LIMITS
from extractor.model.lint.models import ADVICE

GUIDE = Path(__file__).parents[3] / "docs" / "schema-lint.md"


@pytest.mark.parametrize("limits", LIMITS.values(), ids=LIMITS)
def test_a_sound_schema_has_no_traps(sound: dict[str, Any], limits: Any) -> None:
    assert lint_schema(sound, limits) == []


def test_a_sound_model_has_no_traps() -> None:
    class Cup(BaseModel):
        model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)
        words: str
        value: float | None

    assert lint_model(Cup) == []


def test_a_trap_reads_as_place_rule_message_and_advice(row: dict[str, Any], sound: dict[str, Any]) -> None:
    row["required"].remove("kind")
    (trap,) = lint_schema(sound)
    assert str(trap) == (
        "/$defs/Row: optional_key: the key 'kind' is not required. "
        "Require every key and let its value be null (anyOf with null)"
    )


def test_rules_have_names_of_their_own_and_say_what_to_do() -> None:
    names = [rule.name for rule in RULES] + list(ADVICE)
    assert len(set(names)) == len(names)
    assert all(rule.advice for rule in RULES)


def test_the_guide_names_every_rule() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    missing = [name for name in [*(rule.name for rule in RULES), *ADVICE] if f"`{name}`" not in guide]
    assert missing == []


@pytest.mark.parametrize("schema", [None, 7, "text", [], True, False, {}, {"properties": []}, {"anyOf": 3}])
def test_what_is_no_schema_is_a_trap_and_no_crash(schema: Any) -> None:
    assert lint_schema(schema) != []


@pytest.mark.parametrize(
    "node",
    [
        {"type": 7},
        {"type": ["string", 7]},
        {"$ref": 7},
        {"$ref": "#/$defs/~2"},
        {"enum": {"a": 1}},
        {"enum": [[], {}]},
        {"type": "object", "required": "title", "properties": [1]},
        {"type": "string", "format": ["date"]},
        {"anyOf": {"type": "string"}},
        {"type": "array", "items": 3},
        {"type": "object", "$defs": [1], "patternProperties": 2, "additionalProperties": "no"},
    ],
)
def test_keywords_of_the_wrong_form_do_not_stop_the_lint(
    sound: dict[str, Any], row: dict[str, Any], node: Any
) -> None:
    row["properties"]["kind"] = node
    assert all(trap.place.startswith(("/$defs/Row", "/properties")) for trap in lint_schema(sound))


def test_a_schema_nested_thousands_deep_is_read(found: Callable[..., Any]) -> None:
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(5000):
        schema = {"type": "array", "items": schema}
    assert ("too_deep", "") in found(schema)


def test_a_chain_of_thousands_of_references_is_read(found: Callable[..., Any]) -> None:
    chain = {f"D{n}": {"$ref": f"#/$defs/D{n + 1}"} for n in range(5000)}
    chain["D5000"] = {"type": "string"}
    schema = {
        "type": "object",
        "additionalProperties": False,
        "required": ["a"],
        "properties": {"a": {"$ref": "#/$defs/D0"}},
        "$defs": chain,
    }
    assert found(schema) == [("too_many_characters", "")]
