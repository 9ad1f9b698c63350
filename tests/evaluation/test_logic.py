from collections.abc import Callable
from typing import Any

import pytest

from extractor.evaluation import score
from extractor.evaluation.logic import senses
from extractor.records.criteria import Criterion, Operator
from extractor.records.eligibility import Eligibility
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def tree(op: str = "ALL", *, negated: bool = False) -> dict[str, Any]:
    parts = [{"text": "Ascites that needs taps"}, {"text": "Encephalopathy"}]
    return {"text": "Liver:", "op": op, "negated": negated, "children": parts}


def test_a_denial_around_a_denial_is_none() -> None:
    inner = Criterion(text="b", negated=True)
    outer = Criterion(text="a", negated=True, op=Operator.ANY, children=[inner])
    found = senses(Eligibility(inclusion=[outer]))
    assert found[id(outer)] == (True, (Operator.ALL,))
    assert found[id(inner)] == (False, (Operator.ALL, Operator.ANY))


def test_a_list_inside_a_list_of_the_same_operator_says_nothing_more() -> None:
    inner = Criterion(text="b")
    assert senses(Eligibility(inclusion=[Criterion(text="a", op=Operator.ALL, children=[inner])]))[
        id(inner)
    ] == (False, (Operator.ALL,))
    assert senses(None) == {}


@pytest.mark.parametrize(
    ("changed", "outcomes"),
    [
        (tree(), ["CORRECT", "CORRECT"]),
        (tree("ANY"), ["WRONG", "WRONG"]),
        (tree(negated=True), ["WRONG", "WRONG"]),
    ],
)
def test_a_leaf_is_right_only_in_a_tree_that_makes_the_same_of_it(
    extraction: Build, changed: dict[str, Any], outcomes: list[str]
) -> None:
    gold, predicted = (extraction({"eligibility": {"inclusion": [one]}}) for one in (tree(), changed))
    assert [cell.outcome.value for cell in score(gold, predicted).wholes] == outcomes
