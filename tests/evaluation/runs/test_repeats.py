from collections.abc import Callable

import pytest

from extractor.evaluation import Outcome, ScoredRun
from extractor.evaluation.measure import measure_named
from extractor.evaluation.runs.field_ratios import FieldRatios, tallied
from extractor.evaluation.runs.repeats import repeats_of

BuildRun = Callable[..., ScoredRun]
RIGHT, WRONG = (Outcome.CORRECT, "gold"), (Outcome.WRONG, "other")


def test_repeats_are_averaged_inside_their_document_and_never_pooled(scored_run: BuildRun) -> None:
    run = scored_run({"d": [{"/a": RIGHT, "/b": RIGHT}, {"/a": WRONG, "/b": RIGHT}], "e": [{"/a": WRONG}]})
    found = FieldRatios.of(tallied(run), measure_named("recall"))
    assert found.whole() == [(1.5, 2), (0, 1)]
    assert found.field("/a") == [(0.5, 1), (0, 1)]
    assert found.below("/b") == [(1, 1), (0, 0)]


def test_deviation_and_flip_rate_are_those_between_repeats(scored_run: BuildRun) -> None:
    run = scored_run({"d": [{"/a": RIGHT, "/b": RIGHT}, {"/a": WRONG, "/b": RIGHT}]})
    found = repeats_of(run, measure_named("recall"))
    assert (found.n, found.mean, found.flip_rate, found.n_cells) == (2, 0.75, 0.5, 2)
    assert found.deviation == pytest.approx(0.125**0.5)


def test_a_single_run_has_neither(scored_run: BuildRun) -> None:
    found = repeats_of(scored_run({"d": [{"/a": RIGHT}]}), measure_named("f1"))
    assert (found.n, found.mean, found.deviation, found.flip_rate) == (1, 1, None, None)
