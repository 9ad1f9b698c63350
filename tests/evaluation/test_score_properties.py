"""What holds for any two records."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.evaluation import Outcome, Tally, score
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
Json = dict[str, Any]

WORDS = ("overall", "survival", "adverse", "events", "tumor", "response", "no", "36", "months")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
maybe = st.none() | texts
spans = st.fixed_dictionaries({"value": st.integers(1, 3), "unit": st.sampled_from(["DAY", "WEEK", "MONTH"])})
outcome_items = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["PRIMARY", "SECONDARY"]),
        "measure": texts,
        "description": maybe,
        "time_points": st.lists(spans, max_size=2),
        "max_follow_up": st.none() | spans,
    }
)
quantities = st.fixed_dictionaries(
    {
        "kind": st.just("quantity"),
        "parameter": st.sampled_from(["ALT", "AST", "platelet count"]),
        "comparator": st.sampled_from(["GE", "LT"]),
        "value": st.integers(1, 3),
        "reference": st.sampled_from(["ULN", "ABSOLUTE"]),
    }
)
criteria = st.recursive(
    st.fixed_dictionaries(
        {"text": texts, "negated": st.booleans(), "constraints": st.lists(quantities, max_size=2)}
    ),
    lambda below: st.fixed_dictionaries({"text": texts, "children": st.lists(below, max_size=2)}),
    max_leaves=4,
)
labels = st.lists(texts, max_size=3)


@st.composite
def records(draw: st.DrawFn) -> Json:
    """A record with lists of every sort, links included."""
    arms = [{"key": f"A{at + 1}", "label": label} for at, label in enumerate(draw(labels))]
    agents = [{"key": f"I{at + 1}", "name": name} for at, name in enumerate(draw(labels))]
    links = [
        {"arm": arm["key"], "intervention": agent["key"], "basis": "TABLE"}
        for arm in arms
        for agent in agents
        if draw(st.booleans())
    ]
    return {
        "brief_title": draw(maybe),
        "conditions": draw(labels),
        "arms": arms,
        "interventions": agents,
        "arm_interventions": links,
        "outcomes": draw(st.lists(outcome_items, max_size=4)),
        "eligibility": {"inclusion": draw(st.lists(criteria, max_size=3))},
        "oversight": draw(st.none() | st.fixed_dictionaries({"has_dmc": st.none() | st.booleans()})),
    }


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[Json, Json]:
    """A record, and the same with every list in another order; keys stay with their items."""
    record = draw(records())

    def turn(value: Any) -> Any:
        if isinstance(value, list):
            return draw(st.permutations([turn(item) for item in value]))
        return {key: turn(below) for key, below in value.items()} if isinstance(value, dict) else value

    return record, turn(record)


def counts(gold: Extraction, predicted: Extraction) -> Counter[tuple[str, str]]:
    return Counter((cell.path, cell.outcome.value) for cell in score(gold, predicted).cells)


@settings(deadline=None, max_examples=60)
@given(record=records())
def test_a_record_against_itself_is_all_correct(extraction: Build, record: Json) -> None:
    cells = score(extraction(record), extraction(record)).cells
    assert {cell.outcome for cell in cells} <= {Outcome.CORRECT, Outcome.CORRECTLY_NULL}
    assert all(cell.gold_pointer == cell.predicted_pointer or cell.gold == cell.predicted for cell in cells)


@settings(deadline=None, max_examples=60)
@given(pair=shuffled(), other=records())
def test_the_order_of_items_changes_nothing(extraction: Build, pair: tuple[Json, Json], other: Json) -> None:
    record, turned = map(extraction, pair)
    assert counts(record, turned) == counts(record, record)
    assert counts(extraction(other), turned) == counts(extraction(other), record)
    assert counts(turned, extraction(other)) == counts(record, extraction(other))


@settings(deadline=None, max_examples=60)
@given(one=records(), other=records())
def test_swapping_the_sides_swaps_missing_and_spurious(extraction: Build, one: Json, other: Json) -> None:
    there = Tally.of(score(extraction(one), extraction(other)).cells)
    back = Tally.of(score(extraction(other), extraction(one)).cells)
    assert (there.missing, there.spurious, there.wrong) == (back.spurious, back.missing, back.wrong)
    assert (there.correct, there.precision, there.recall) == (back.correct, back.recall, back.precision)


@settings(deadline=None, max_examples=60)
@given(record=records(), other=records())
def test_every_value_of_either_side_has_exactly_one_cell(
    extraction: Build, record: Json, other: Json
) -> None:
    cells = score(extraction(record), extraction(other)).cells
    pointers = [cell.gold_pointer for cell in cells if cell.gold_pointer is not None]
    assert len(pointers) == len(set(pointers))
    theirs = [cell.predicted_pointer for cell in cells if cell.predicted_pointer is not None]
    assert len(theirs) == len(set(theirs))
    own = score(extraction(record), extraction(record)).cells
    silent = ("/listed", "/negated", "/op")  # their defaults say nothing in an item without partner
    wanted = {c.gold_pointer for c in own if c.gold is not None and not c.path.endswith(silent)}
    assert wanted <= set(pointers)


@given(record=records())
@settings(deadline=None, max_examples=20)
def test_scoring_twice_gives_the_same_cells(extraction: Build, record: Json) -> None:
    gold, predicted = extraction(record), extraction({"conditions": ["overall"]})
    assert score(gold, predicted) == score(gold, predicted)
