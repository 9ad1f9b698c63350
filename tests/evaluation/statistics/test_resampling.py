from itertools import product

import numpy as np

from extractor.evaluation.statistics.resampling import resamples, swaps


def test_each_resample_has_as_many_documents_and_the_seed_decides_which() -> None:
    drawn = resamples(7, draws=50, seed=1)
    assert drawn.shape == (50, 7)
    assert set(drawn.sum(axis=1)) == {7}
    assert np.array_equal(drawn, resamples.__wrapped__(7, draws=50, seed=1))
    assert not np.array_equal(drawn, resamples(7, draws=50, seed=2))


def test_every_document_is_drawn_as_often_as_another() -> None:
    mean = resamples(5, draws=4000, seed=3).mean(axis=0)
    assert np.all(np.abs(mean - 1) < 0.1)


def test_few_documents_are_swapped_in_every_way() -> None:
    rows, exact = swaps(3, draws=100)
    assert exact
    assert {tuple(row) for row in rows} == set(product((0.0, 1.0), repeat=3))
    rows, exact = swaps(0, draws=100)
    assert (rows.shape, exact) == ((1, 0), True)


def test_many_documents_are_swapped_at_random_half_of_them() -> None:
    rows, exact = swaps(30, draws=999, seed=5)
    assert (rows.shape, exact) == ((999, 30), False)
    assert abs(rows.mean() - 0.5) < 0.02
    assert set(np.unique(rows)) == {0, 1}
