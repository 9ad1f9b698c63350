"""How a job goes, in numbers."""

from decimal import Decimal

import pytest
from fake_clock import FakeClock

from extractor.jobs.outcome import Event, PageFailure, PageOutcome
from extractor.jobs.tally import Tally


def _ok(*events: Event) -> PageOutcome:
    return PageOutcome(0, "p", "0" * 64, extraction="{}", events=events)


def _failed(code: str) -> PageOutcome:
    return PageOutcome(0, "p", "0" * 64, failure=PageFailure("p", "SomeError", code, "no"))


def test_what_was_paid_is_summed_over_all_events() -> None:
    tally = Tally(9)
    tally.take(
        _ok(Event("p", sent=2, tokens_in=10, tokens_out=3, cost=Decimal("0.1")), Event("p", cached=True))
    )
    tally.take(_ok(Event("p", sent=1, tokens_in=5, tokens_out=1, cost=Decimal("0.2"))))
    usage = tally.usage
    assert (usage.sent, usage.tokens_in, usage.tokens_out, usage.cached) == (3, 15, 4, 1)
    assert usage.cost == Decimal("0.3")
    assert (tally.done, tally.ok) == (2, 2)


def test_an_unknown_cost_is_not_nothing() -> None:
    tally = Tally(9)
    tally.take(_ok(Event("p", sent=1)))
    assert tally.usage.cost is None


def test_failures_are_counted_by_class() -> None:
    tally = Tally(9)
    for code in ("timeout", "refused", "timeout"):
        tally.take(_failed(code))
    assert tally.failed == {"timeout": 2, "refused": 1}
    assert (tally.done, tally.ok) == (3, 0)


def test_a_page_that_is_still_to_be_done_counts_only_for_what_was_paid() -> None:
    tally = Tally(9)
    tally.take(PageOutcome(0, "p", "0" * 64, events=(Event("p", tokens_in=7),)))
    assert (tally.done, tally.usage.tokens_in) == (0, 7)


def test_rate_and_time_to_go_are_those_of_late_and_of_this_session() -> None:
    clock = FakeClock()
    tally = Tally(1000, before=200, clock=clock)
    assert tally.rate == 0
    assert tally.left is None
    for _ in range(60):  # a slow minute
        clock.now += 1
        tally.take(_ok())
    assert tally.rate == pytest.approx(1)
    for _ in range(40):
        clock.now += 1
        for _ in range(10):
            tally.take(_ok())
    assert tally.rate == pytest.approx(10, rel=0.05)
    assert tally.left == pytest.approx(34, rel=0.06)
    assert tally.seconds == 100


def test_a_job_that_stands_still_slows_down() -> None:
    clock = FakeClock()
    tally = Tally(100, clock=clock)
    clock.now += 1
    tally.take(_ok())
    clock.now += 99
    assert tally.rate == pytest.approx(0.01)


def test_a_job_that_is_done_has_nothing_to_go() -> None:
    assert Tally(5, before=5).left == 0


def test_pages_of_one_content_count_each() -> None:
    tally = Tally(9, before=2, copies={0: 3})
    tally.take(_failed("bad_row"))
    tally.take(PageOutcome(5, "q", "0" * 64, extraction="{}"))
    assert (tally.done, tally.ok, tally.failed) == (7, 1, {"bad_row": 4})
