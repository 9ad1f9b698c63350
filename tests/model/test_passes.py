"""Plans of passes."""

import pytest

from extractor.errors import DataError
from extractor.model.passes import DEFAULT_PLAN, plans_of
from extractor.model.prompt import load
from extractor.model.wire.forms import form_of
from extractor.records.record import TrialRecord

PLANS = load().plans


@pytest.mark.parametrize("name", sorted(PLANS))
def test_each_field_of_the_record_stands_in_exactly_one_pass(name: str) -> None:
    asked = [field for one in PLANS[name].passes for field in one.fields]
    assert sorted(asked) == sorted(TrialRecord.model_fields)


@pytest.mark.parametrize("name", sorted(PLANS))
def test_the_passes_of_a_plan_have_names_of_their_own(name: str) -> None:
    names = [one.name for one in PLANS[name].passes]
    assert len(names) == len(set(names))


def test_there_is_a_plan_with_one_pass_and_a_default_with_several() -> None:
    assert len(PLANS["one"].passes) == 1
    assert len(PLANS[DEFAULT_PLAN].passes) > 1


def _properties(node: object) -> int:
    if isinstance(node, list):
        return sum(map(_properties, node))
    if not isinstance(node, dict):
        return 0
    own = len(node["properties"]) if isinstance(node.get("properties"), dict) else 0
    return own + sum(map(_properties, node.values()))


@pytest.mark.parametrize("one", PLANS[DEFAULT_PLAN].passes, ids=lambda one: one.name)
def test_a_pass_of_the_default_plan_asks_for_no_more_than_the_strictest_provider_takes(one: object) -> None:
    assert _properties(form_of(one.fields).schema) <= 100  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["plan = ", "", "[[plan]]\nname = 'x'", "plan = 1"])
def test_a_file_that_holds_no_plans_is_an_error(text: str) -> None:
    with pytest.raises(DataError, match=r"passes\.toml"):
        plans_of(text)
