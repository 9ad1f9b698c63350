"""Progress of a job, shown."""

import io
import json
from decimal import Decimal

import pytest
from fake_clock import FakeClock

from extractor.jobs.outcome import Event, PageFailure, PageOutcome
from extractor.jobs.progress import watching
from extractor.jobs.tally import Tally


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _ok() -> PageOutcome:
    event = Event("p", sent=1, tokens_in=1000, tokens_out=10, cost=Decimal("0.001"))
    return PageOutcome(0, "p", "0" * 64, extraction="{}", events=(event, Event("p", cached=True)))


def _failed() -> PageOutcome:
    return PageOutcome(0, "p", "0" * 64, failure=PageFailure("p", "DeadlineError", "timeout", "late"))


def _shown(form: str, stream: io.StringIO, *, pages: int = 60) -> list[str]:
    """A job of 120 pages, one each second, the last of those that come fails."""
    clock = FakeClock()
    with watching(Tally(120, clock=clock), form=form, stream=stream) as watch:
        for number in range(pages):
            clock.now += 1
            watch(_failed() if number == pages - 1 else _ok())
    return stream.getvalue().splitlines()


def test_a_log_gets_a_line_each_ten_seconds_and_the_last_state() -> None:
    lines = _shown("auto", io.StringIO())
    assert len(lines) == 7
    assert lines[0] == (
        "pages 10 of 120 (8%), 1.0/s, 0:01:50 to go, tokens 10,000 in, 100 out, cost 0.0100, from cache 10"
    )
    assert lines[-1].endswith("from cache 59, failed 1: timeout 1")


def test_a_program_gets_an_object_each_second() -> None:
    objects = [json.loads(line) for line in _shown("json", io.StringIO())]
    assert len(objects) == 61
    assert objects[-1] == {
        "total": 120,
        "done": 60,
        "before": 0,
        "ok": 59,
        "failed": {"timeout": 1},
        "seconds": 60.0,
        "rate": 1.0,
        "left": 60.0,
        "waiting": None,
        "sent": 59,
        "tokens_in": 59_000,
        "tokens_out": 590,
        "cached": 59,
        "cost": "0.059",
    }


@pytest.mark.parametrize(("form", "lines"), [("lines", 4), ("json", 31)])
def test_where_no_page_comes_it_still_goes_on_and_says_what_it_waits_for(form: str, lines: int) -> None:
    clock, stream = FakeClock(), io.StringIO()
    tally = Tally(20, clock=clock, waiting=lambda: clock.now - 995)
    with watching(tally, form=form, stream=stream) as watch:
        for _ in range(120):
            clock.now += 0.25
            watch.tick()
    shown = stream.getvalue().splitlines()
    assert len(shown) == lines
    if form == "lines":
        assert shown[0] == "pages 0 of 20 (0%), 0.0/s, waiting for the server for 0:00:15"
    else:
        assert [json.loads(line)["waiting"] for line in shown[:2]] == [6.0, 7.0]


def test_a_terminal_gets_a_bar_with_the_same_numbers() -> None:
    shown = "".join(_shown("auto", Terminal()))
    for words in ("60/120", "50%", "1.0/s", "59,000 in", "from cache", "timeout 1"):
        assert words in shown


def test_who_wants_quiet_gets_nothing() -> None:
    assert _shown("none", io.StringIO()) == []


def test_the_last_state_is_shown_when_the_job_breaks_off() -> None:
    stream = io.StringIO()

    def broken_off() -> None:
        with watching(Tally(9), form="lines", stream=stream) as watch:
            watch(_ok())
            raise ConnectionError

    with pytest.raises(ConnectionError):
        broken_off()
    assert stream.getvalue().startswith("pages 1 of 9 (11%)")


def test_no_pages_are_no_division_by_nothing() -> None:
    stream = io.StringIO()
    with watching(Tally(0), form="lines", stream=stream):
        pass
    assert stream.getvalue() == "pages 0 of 0, 0.0/s\n"
