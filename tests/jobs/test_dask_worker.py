"""What a Dask worker does with a page, without Dask."""

import pickle
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import dask_work
import pytest
import tea

from extractor.jobs.breaker import ServerDownError, ServerNotFoundError
from extractor.jobs.dask_worker import Bench, Recipe, Word, bench_of, halt, read_page
from extractor.jobs.inputs.page import InputPage
from extractor.jobs.outcome import PageOutcome
from extractor.jobs.throttle import Limits
from extractor.model.faults import ConnectionFailedError


@pytest.mark.parametrize(("reached", "ends"), [(False, True), (True, False)])
def test_a_worker_goes_by_the_word_that_comes_with_a_page(reached: bool, ends: bool, tmp_path: Path) -> None:
    bench = Bench(Recipe(partial(dask_work.noting, tmp_path), Limits(requests_per_minute=120, patience=0.05)))
    outcome = bench.read(InputPage("p", "t", tea.PAGE.encode(), 10**5, index=0), Word(0.25, reached))
    assert outcome.extraction
    assert bench.throttle.requests
    assert bench.throttle.requests.per_minute == 30
    for _ in range(2):
        bench.throttle.breaker.failed(ConnectionFailedError("refused"), busy=1)
        time.sleep(0.06)
    with pytest.raises(ServerDownError) as caught:
        bench.throttle.breaker.check()
    assert isinstance(caught.value, ServerNotFoundError) == ends


def test_a_job_that_is_halted_leaves_the_next_one_with_the_same_reader_alone(tmp_path: Path) -> None:
    recipe = Recipe(partial(dask_work.noting, tmp_path), Limits(), job="one")
    first, second = pickle.dumps(recipe), pickle.dumps(replace(recipe, job="two"))
    page = InputPage("p", "t", tea.PAGE.encode(), 10**5, index=0)
    halt(first)
    for number, made in enumerate((first, second)):
        outcome = read_page(made, page, Word())
        assert isinstance(outcome, PageOutcome)
        assert outcome.extraction
        halt(first)
        assert bench_of(made).throttle.halted == (not number)
