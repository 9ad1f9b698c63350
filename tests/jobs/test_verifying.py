"""Verification in other processes. The children are real."""

import asyncio
from dataclasses import replace

import tea
from verifying_work import WaitingReader

from extractor.extraction import Extractor
from extractor.jobs.inputs.page import InputPage
from extractor.jobs.outcome import PageOutcome
from extractor.jobs.reading import PageReader
from extractor.jobs.verifying import Verifier


def pages(*texts: str) -> list[InputPage]:
    return [InputPage(f"p{at}", "t", text.encode(), 10**5, index=at) for at, text in enumerate(texts)]


def outcomes(asked: list[InputPage], processes: int) -> list[PageOutcome]:
    """What comes of pages, with so many processes that verify; 0 verifies here. Times are left out."""

    async def work() -> list[PageOutcome]:
        extractor = Extractor(WaitingReader())
        if not processes:
            return [await PageReader(extractor).aread(page) for page in asked]
        with Verifier(processes) as verifier:
            return await asyncio.gather(*map(PageReader(extractor, verifier).aread, asked))

    return [
        replace(one, events=tuple(replace(event, latency=None) for event in one.events))
        for one in asyncio.run(work())
    ]


def test_results_events_and_failures_are_those_of_verification_here() -> None:
    asked = pages(*(f"{tea.PAGE}\nPage {at}" for at in range(12)), " ")
    here = outcomes(asked, 0)
    assert outcomes(asked, 2) == here
    assert all(one.extraction and '"usage"' not in one.extraction for one in here[:12])
    assert [(event.pass_name, event.tokens_in) for event in here[0].events] == [("all", 7)]
    assert here[12].failure


def test_a_page_that_kills_what_verifies_it_fails_alone_and_what_it_cost_is_counted() -> None:
    found = outcomes(pages(tea.PAGE, f"deadly {tea.PAGE}", f"{tea.PAGE} more"), 2)
    assert [bool(one.extraction) for one in found] == [True, False, True]
    assert found[1].failure
    assert found[1].failure.code == "process_killed"
    assert [(one.sent, one.tokens_in, one.error) for one in found[1].events] == [(1, 7, "process_killed")]
