"""One page, read: an outcome whatever it does."""

import asyncio
import pickle
from dataclasses import asdict
from decimal import Decimal
from typing import Any

import pytest

from extractor.errors import Spent
from extractor.extraction import Extractor
from extractor.jobs.inputs.page import InputPage
from extractor.jobs.outcome import Event, PageOutcome
from extractor.jobs.reading import PageReader, PooledReader, unfinished
from extractor.layout.reader import LayoutReader
from extractor.model.faults import AuthenticationFaultError, RateLimitedError
from extractor.records.draft import Draft
from extractor.records.envelope import Lineage, PassUsage, Usage
from extractor.records.record import TrialRecord


class Says:
    """A reader that gives a draft with a usage, or raises."""

    def __init__(self, *, usage: Usage | None = None, error: Exception | None = None) -> None:
        self.usage = usage
        self.error = error

    def read(self, _: Any, /) -> Draft:
        if self.error:
            raise self.error
        record = TrialRecord.model_validate({"source": {"page_kind": "OTHER", "layout": "unknown"}})
        return Draft(record=record, lineage=Lineage(reader="says"), usage=self.usage)


def page(text: str = "Tea") -> InputPage:
    return InputPage("p", "p.txt", text.encode(), 1000, index=4)


def outcomes(reader: Any, one: InputPage) -> list[PageOutcome]:
    """What comes of a page without and with a loop."""
    pages = PageReader(Extractor(reader))
    return [pages.read(one), asyncio.run(pages.aread(one))]


def test_the_usage_goes_into_events_and_not_into_the_result() -> None:
    passes = [
        PassUsage(name="arms", attempts=2, requests=3, tokens_in=10, tokens_out=5, cost=Decimal("0.5")),
        PassUsage(name="design", attempts=1, cached=True),
    ]
    for outcome in outcomes(Says(usage=Usage(attempts=3, requests=3, passes=passes)), page()):
        assert '"usage"' not in (outcome.extraction or "")
        arms, design = outcome.events
        assert (arms.pass_name, arms.attempt, arms.sent, arms.cost) == ("arms", 2, 3, Decimal("0.5"))
        assert (design.pass_name, design.cached, design.sent) == ("design", True, 0)
        assert arms.latency is not None


def test_a_usage_without_passes_is_one_event() -> None:
    for outcome in outcomes(Says(usage=Usage(attempts=1, requests=1, tokens_in=7)), page()):
        (event,) = outcome.events
        assert (event.pass_name, event.sent, event.tokens_in) == ("", 1, 7)


def test_what_a_failed_page_cost_counts_and_how_often_it_was_sent_stands_in_its_event_alone() -> None:
    error = RateLimitedError("too many", document="p", spent=Spent(sent=9, tokens_in=4))
    error.attempts = 5
    for outcome in outcomes(Says(error=error), page()):
        assert outcome.failure is not None
        assert (outcome.failure.code, outcome.failure.message) == ("rate_limited", "too many")
        assert asdict(outcome.failure)["attempts"] == 5
        assert [(one.sent, one.tokens_in, one.error) for one in outcome.events] == [(9, 4, "rate_limited")]
        assert outcome.text == "Tea"


def test_a_page_that_a_reader_refused_was_tried_once_and_one_that_is_none_never() -> None:
    for outcome in outcomes(Says(error=KeyError("a bug")), page()):
        assert outcome.failure is not None
        assert outcome.failure.attempts == 1
    for outcome in outcomes(Says(), page("")):
        assert outcome.failure is not None
        assert outcome.failure.attempts == 0


def test_what_every_page_would_meet_is_raised() -> None:
    error = AuthenticationFaultError("no", spent=Spent(sent=1))
    pages = PageReader(Extractor(Says(error=error)))
    with pytest.raises(AuthenticationFaultError):
        pages.read(page())
    with pytest.raises(AuthenticationFaultError):
        asyncio.run(pages.aread(page()))
    left = unfinished(page(), error)
    assert (left.done, left.index, left.events[0].sent) == (False, 4, 1)
    assert unfinished(page(), KeyError()).events == ()


def test_pages_and_outcomes_travel_between_processes() -> None:
    (outcome, _) = outcomes(LayoutReader(), page())
    assert pickle.loads(pickle.dumps(outcome)) == outcome
    assert pickle.loads(pickle.dumps(page())) == page()

    async def read() -> PageOutcome:
        pool = PooledReader(PageReader(Extractor()), 1)
        try:
            return await pool.aread(page())
        finally:
            pool.close()

    elsewhere = asyncio.run(read())
    assert elsewhere.extraction == outcome.extraction
    assert isinstance(elsewhere.events[0], Event)
