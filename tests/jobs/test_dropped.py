"""What was sent for pages whose reading was broken off."""

from extractor.errors import Spent
from extractor.jobs.dropped import dropped


def test_what_no_outcome_tells_of_is_told() -> None:
    found = dropped(Spent(9, 100, 20, 5), Spent(7, 100, 20, 5))
    assert found is not None
    assert not found.done
    [event] = found.events
    assert (event.sent, event.tokens_in, event.error) == (2, 0, "dropped")


def test_where_all_is_told_nothing_is_added() -> None:
    assert dropped(Spent(7, 100, 20, 5), Spent(7, 100, 20, 5)) is None
