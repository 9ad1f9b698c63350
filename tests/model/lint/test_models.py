from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Generic, Literal, TypeVar

import pytest
from pydantic import BaseModel, ConfigDict, Field, create_model

from extractor.model.lint.check import lint_model
from extractor.model.lint.limits import OPENAI
from extractor.model.lint.models import model_traps

Kind = TypeVar("Kind")


class Safe(BaseModel):
    """What lets nothing in that was not declared."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class Colour(StrEnum):
    """Colours of tea."""

    BLUE = "BLUE"


def _found(model: type[BaseModel]) -> list[tuple[str, str]]:
    return [(trap.rule, trap.place) for trap in model_traps(model)]


def _with(annotation: Any, **config: Any) -> type[BaseModel]:
    return create_model("Cup", __config__=ConfigDict(**{**Safe.model_config, **config}), a=(annotation, ...))


@pytest.mark.parametrize("extra", ["ignore", "allow", None])
def test_a_model_that_lets_unknown_keys_in(extra: Any) -> None:
    assert _found(_with(str, extra=extra)) == [("extra_keys", "Cup")]


@pytest.mark.parametrize(
    "annotation",
    [float, float | None, list[float], dict[str, float], list[list[float]], Annotated[float, Field(gt=0)]],
)
def test_a_number_that_may_be_infinite(annotation: Any) -> None:
    assert _found(_with(annotation, allow_inf_nan=True)) == [("not_finite", "Cup.a")]


@pytest.mark.parametrize(
    "annotation",
    [
        int,
        str,
        Colour,
        date,
        Literal["a"],
        Annotated[float, Field(ge=0, le=10)],
        Annotated[float, Field(allow_inf_nan=False)],
    ],
)
def test_a_value_that_is_finite(annotation: Any) -> None:
    assert _found(_with(annotation, allow_inf_nan=True)) == []


@pytest.mark.parametrize("annotation", [int, float, bool, Decimal, int | None, list[int], dict[str, bool]])
def test_a_number_that_may_be_written_as_text(annotation: Any) -> None:
    assert _found(_with(annotation, strict=False)) == [("text_for_number", "Cup.a")]


@pytest.mark.parametrize("annotation", [str, str | int, Colour, Annotated[int, Field(strict=True)]])
def test_text_that_stays_text(annotation: Any) -> None:
    assert _found(_with(annotation, strict=False)) == []


def test_the_settings_of_an_outer_model_do_not_reach_an_inner_one() -> None:
    class Inner(BaseModel):
        amount: float

    class Outer(Safe):
        one: Inner | None
        more: list[Inner]

    assert _found(Outer) == [
        ("extra_keys", "Inner"),
        ("not_finite", "Inner.amount"),
        ("text_for_number", "Inner.amount"),
    ]


def test_a_class_whose_name_no_request_can_carry() -> None:
    class Box(Safe, Generic[Kind]):
        a: Kind

    assert _found(Box[int]) == [("schema_name", "Box[int]")]


def test_a_model_without_a_schema() -> None:
    model = _with(Callable[[int], int], strict=False)
    assert [trap.rule for trap in lint_model(model)] == ["no_schema"]


def test_what_pydantic_writes_is_linted_too() -> None:
    class Cup(Safe):
        a: str = "tea"
        b: dict[str, str]
        c: tuple[str, int]

    rules = [(trap.rule, trap.place) for trap in lint_model(Cup, OPENAI)]
    assert rules == [
        ("tuple", "/properties/c"),
        ("optional_key", ""),
        ("open_object", "/properties/b"),
        ("default", "/properties/a"),
    ]


def test_a_tagged_union_is_a_trap_and_a_plain_one_is_not() -> None:
    class Tea(Safe):
        tea: Literal["TEA"]

    class Water(Safe):
        water: Literal["WATER"]

    class Tagged(Safe):
        kind: Literal["T"]

    class Other(Safe):
        kind: Literal["O"]

    assert lint_model(_with(Tea | Water)) == []
    tagged = _with(Annotated[Tagged | Other, Field(discriminator="kind")])
    assert {trap.rule for trap in lint_model(tagged)} == {"exclusive_union"}


def test_a_model_that_holds_itself_is_walked_once() -> None:
    class Branch(Safe):
        below: list["Branch"]

    assert _found(Branch) == []
    assert {trap.rule for trap in lint_model(Branch)} == {"root_not_object", "recursion"}
