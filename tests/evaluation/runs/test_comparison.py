import json
from collections.abc import Callable

import pytest

from extractor.errors import RunError
from extractor.evaluation import GateRules, Outcome, ScoredRun, compare, gate
from extractor.evaluation.runs.numbers import gate_numbers, numbers
from extractor.evaluation.runs.tables import (
    comparison_heading,
    comparison_tables,
    detectable,
    gate_lines,
    gate_tables,
)

BuildRun = Callable[..., ScoredRun]
RIGHT, WRONG = (Outcome.CORRECT, "gold"), (Outcome.WRONG, "other")
RULES = GateRules(critical=("/a",))


def pair(build: BuildRun, n: int = 5) -> tuple[ScoredRun, ScoredRun]:
    before = build({f"d{at}": [{"/a": RIGHT, "/b": WRONG}] for at in range(n)})
    after = build({f"d{at}": [{"/a": WRONG, "/b": WRONG}] for at in range(n)})
    return before, after


@pytest.mark.parametrize("moved", ["gold", "scorer"])
def test_runs_that_were_not_scored_alike_are_refused_by_what_moved(scored_run: BuildRun, moved: str) -> None:
    said = {"d": [{"/a": RIGHT}]}
    with pytest.raises(RunError, match=f"not scored alike: {moved}: ") as error:
        compare(scored_run(said), scored_run(said, **{moved: "0" * 64}))
    assert error.value.hint


def test_runs_over_other_documents_are_refused(scored_run: BuildRun) -> None:
    with pytest.raises(RunError, match="documents: 1 and 1"):
        compare(scored_run({"d": [{"/a": RIGHT}]}), scored_run({"e": [{"/a": RIGHT}]}))


def test_a_drop_in_every_document_is_found_with_its_chance(scored_run: BuildRun) -> None:
    found = compare(*pair(scored_run), RULES)
    assert found.overall["recall"].change.value == -0.5
    assert found.gated["overall"].difference.p_drop == 1 / 32
    assert found.gated["overall"].adjusted == 2 / 32
    assert found.gated["/a"].difference.change.value == -1
    assert found.fields["/b"].difference.p_value == 1
    assert found.fields["/a"].adjusted == 4 / 32
    assert {change.kind.value for change in found.changes} == {"LOST"}


def test_no_half_of_the_level_is_kept_for_fields_where_none_is_critical(scored_run: BuildRun) -> None:
    found = compare(*pair(scored_run))
    assert found.gated["overall"].adjusted == found.gated["overall"].difference.p_drop
    assert (found.power.alpha, compare(*pair(scored_run), RULES).power.alpha) == (0.05, 0.025)


def test_the_same_comparison_has_the_same_numbers(scored_run: BuildRun) -> None:
    sides = pair(scored_run, 30)
    one, other = (json.dumps(numbers(compare(*sides, RULES))) for _ in range(2))
    assert one == other
    assert json.loads(one)["overall"]["f1"]["seed"] == RULES.seed


def test_a_comparison_is_told_in_words(scored_run: BuildRun) -> None:
    before, after = pair(scored_run)
    found = compare(before, scored_run({name: [{"/a": RIGHT, "/b": WRONG}] * 2 for name in after.scores}))
    text = "\n".join(comparison_heading(found))
    assert "moved: nothing that the runs record" in text
    assert "all 1 swaps of whole documents, seed " in text
    assert "repeats after: 2, mean 0.5000, standard deviation 0.0000" in text
    assert "values: none changed" in text
    assert detectable(found.power) in text


def test_a_gate_is_told_in_words_and_numbers(scored_run: BuildRun) -> None:
    found = gate(compare(*pair(scored_run, 25), RULES), RULES)
    lines = gate_lines(found)
    assert lines[0].startswith("gate: REGRESSION")
    assert any(line.startswith("gate: /a: REGRESSION, change -1.0000") for line in lines)
    assert "25 LOST" in "\n".join(lines)
    (table,) = gate_tables(found)
    assert len(table.rows) == 25
    told = json.loads(json.dumps(gate_numbers(found)))
    assert (told["verdict"], told["exit_code"], len(told["worse"])) == ("REGRESSION", 1, 25)
    assert told["measures"][0]["name"] == "overall"


def test_fields_and_values_are_shown_on_demand(scored_run: BuildRun) -> None:
    found = compare(*pair(scored_run), RULES)
    titles = [table.title for table in comparison_tables(found, fields=True)]
    assert titles == ["All values", "Gated: f1", "Fields that differ: f1", "Values that differ"]
    assert len(comparison_tables(found, values=False)) == 2
    fields = comparison_tables(found, fields=True)[2]
    assert [row[0] for row in fields.rows] == ["/a"]
