"""What reading a page costs, and how it ends where a pass fails."""

import asyncio
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
import tea
from asking import bill, until
from by_pass import NAMES, ByPass
from openai_server import OpenAIServer, Play, Received, completion, failure, refusal, truncated

from extractor.documents import Document
from extractor.errors import ModelError, Spent
from extractor.model import faults
from extractor.model.disk_cache import CachedClient
from extractor.model.instructor_client import InstructorClient
from extractor.model.reader import ModelReader
from extractor.records.draft import Draft

Connect = Callable[..., InstructorClient]


def agree(server: OpenAIServer, spent: Spent) -> None:
    """The server's bill comes to be this; its thread may write it a moment after the reply is read."""
    asyncio.run(asyncio.wait_for(until(lambda: bill(server) == spent), 5))


class CentAToken:
    """Prices."""

    def cost(self, _model: str, spent: Spent, /) -> Decimal | None:
        return Decimal(spent.tokens_in) / 100


def test_usage_is_that_of_all_passes_and_reconciles_with_the_server(
    server: OpenAIServer, connect: Connect, page: Document
) -> None:
    def once_wrong(received: Received) -> Play:
        return completion("{}") if len(received.body["messages"]) == 2 else tea.reply(received)

    server.play(once_wrong)
    usage = ModelReader(connect(), model="m", prices=CentAToken()).read(page).usage
    assert usage is not None
    agree(server, Spent(usage.requests, usage.tokens_in, usage.tokens_out, usage.tokens_cached))
    assert usage.attempts == 2 * len(NAMES)
    assert [one.name for one in usage.passes] == NAMES
    assert usage.cost == Decimal(server.bill.tokens_in) / 100 == sum(one.cost or 0 for one in usage.passes)


@pytest.mark.parametrize(
    ("play", "kind", "raw"),
    [
        (refusal("I will not"), faults.RefusedAnswerError, "I will not"),
        (truncated("{"), faults.TruncatedAnswerError, "{"),
        (completion("{}", finish_reason="content_filter"), faults.FilteredAnswerError, "{}"),
        (completion(""), faults.EmptyAnswerError, ""),
        (completion("{}"), faults.InvalidAnswerError, "{}"),
        (completion("Here you are."), faults.NotJsonError, "Here you are."),
        (failure(401), faults.AuthenticationFaultError, None),
        (failure(404), faults.UnknownModelError, None),
    ],
)
def test_a_fault_of_one_pass_names_the_page_and_holds_what_all_cost(
    server: OpenAIServer,
    connect: Connect,
    page: Document,
    play: Play,
    kind: type[ModelError],
    raw: str | None,
) -> None:
    server.play(lambda received: play if tea.pass_of(received) == "arms" else tea.reply(received))
    with pytest.raises(ModelError, match=r"^tea: ") as caught:
        ModelReader(connect(), model="m").read(page)
    assert type(caught.value) is kind
    assert (caught.value.document, caught.value.raw) == ("tea", raw)
    agree(server, caught.value.spent)


def test_all_passes_are_asked_before_an_error_is_raised(page: Document) -> None:
    client = ByPass(identity=faults.EmptyAnswerError("no"), arms=faults.AuthenticationFaultError("key"))
    with pytest.raises(faults.AuthenticationFaultError):
        ModelReader(client, model="m").read(page)
    assert len(client.requests) == len(NAMES)


def test_an_error_says_how_often_the_model_was_asked_whether_or_not_the_answer_was_kept(
    server: OpenAIServer, connect: Connect, page: Document, tmp_path: Path
) -> None:
    bad = completion("{}")
    server.play(lambda received: bad if tea.pass_of(received) == "arms" else tea.reply(received))
    sent = []
    for _ in range(2):
        client = CachedClient(connect(), tmp_path)
        with pytest.raises(faults.InvalidAnswerError) as caught:
            ModelReader(client, model="m", reasks=2).read(page)
        client.close()
        assert caught.value.attempts == len(NAMES) + 2
        sent.append(caught.value.spent.sent)
    assert sent == [len(NAMES) + 2, 0]


def test_in_sequence_a_fault_ends_the_page_but_a_missing_answer_does_not(page: Document) -> None:
    faulty, waiting = ByPass(study=faults.EmptyAnswerError("no")), ByPass(study=ModelError("not there yet"))
    for client in (faulty, waiting):
        with pytest.raises(ModelError):
            ModelReader(client, model="m", parallel=False).read(page)
    assert len(faulty.requests) == NAMES.index("study") + 1
    assert len(waiting.requests) == len(NAMES)


def test_a_bug_in_a_client_is_not_hidden(page: Document) -> None:
    with pytest.raises(ZeroDivisionError):
        ModelReader(ByPass(arms=ZeroDivisionError()), model="m").read(page)


def test_cancelling_a_page_cancels_its_passes(page: Document) -> None:
    class Silent(ByPass):
        async def wait(self) -> None:
            await asyncio.sleep(60)

    async def cancel(client: Silent) -> int:
        task = asyncio.create_task(ModelReader(client, model="m").aread(page))
        await until(lambda: client.running == len(NAMES))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return client.running

    assert asyncio.run(cancel(Silent())) == 0


def test_passes_that_kept_answers_make_fail_are_asked_anew_where_that_is_wanted(
    server: OpenAIServer, page: Document, tmp_path: Path
) -> None:
    def ill(received: Received) -> Play:
        return completion("no JSON") if tea.pass_of(received) == NAMES[1] else tea.reply(received)

    def read(**options: bool) -> Draft:
        client = CachedClient(InstructorClient(base_url=server.url), tmp_path / "cache")
        try:
            return ModelReader(client, model="m", plan="five", **options).read(page)  # type: ignore[arg-type]
        finally:
            client.close()

    server.play(ill)
    with pytest.raises(faults.NotJsonError) as first:
        read()
    assert (server.bill.sent, first.value.attempts) == (7, 7)
    with pytest.raises(faults.NotJsonError) as anew:
        read(retry_kept=True)
    assert (server.bill.sent, anew.value.attempts) == (10, 7)
    server.play(tea.reply)
    with pytest.raises(faults.NotJsonError):
        read()
    assert server.bill.sent == 10
    assert read(retry_kept=True).record.brief_title == "A Study of Blue Tea"
    assert server.bill.sent == 11
    assert read().record.brief_title == "A Study of Blue Tea"
    assert server.bill.sent == 11
