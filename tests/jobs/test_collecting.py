import gc

import pytest

from extractor.jobs.collecting import rare_collection


def test_garbage_is_looked_for_rarely_while_a_job_goes_on_and_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with rare_collection():
        assert gc.get_threshold()[0] > 10 * before[0]
        assert gc.get_freeze_count() > 1000
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_it_is_looked_for_as_before_after_an_error() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), rare_collection():
        raise KeyError
    assert gc.get_threshold() == before
