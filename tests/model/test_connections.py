import asyncio
import gc
import threading
import weakref

from asking import client, request, until
from openai_server import OpenAIServer, completion

from extractor.model import running
from extractor.model.connections import Connections

OK = completion("{}")


class Opened:
    """Something that belongs to a loop."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.closed_in: asyncio.AbstractEventLoop | None = None

    async def close(self) -> None:
        self.closed_in = asyncio.get_running_loop()

    def is_closed(self) -> bool:
        return self.closed_in is not None


def test_one_is_opened_for_a_loop_and_closed_when_the_loop_shuts_down() -> None:
    kept = Connections(Opened)

    async def use() -> Opened:
        first, second = await kept.sdk(), await kept.sdk()
        assert first is second
        return first

    one, two = asyncio.run(use()), asyncio.run(use())
    assert one is not two
    assert one.closed_in is one.loop
    assert two.closed_in is two.loop


def test_closing_closes_each_in_its_loop_and_the_next_use_opens_anew() -> None:
    kept = Connections(Opened)
    background = running.run(kept.sdk())

    async def use() -> None:
        here = await kept.sdk()
        await kept.aclose()
        assert here.closed_in is here.loop
        assert background.closed_in is background.loop is not here.loop
        assert await kept.sdk() is not here

    asyncio.run(use())


def test_what_nobody_uses_any_more_is_closed_in_its_loop() -> None:
    async def use() -> None:
        kept = Connections(Opened)
        opened = await kept.sdk()
        del kept
        gc.collect()
        await until(opened.is_closed)
        assert opened.closed_in is opened.loop

    asyncio.run(asyncio.wait_for(use(), 10))


async def _left(kept: Connections[Opened]) -> None:
    await kept.sdk()


def test_a_loop_that_was_closed_without_shutting_down_is_forgotten() -> None:
    kept = Connections(Opened)
    loop = asyncio.new_event_loop()
    loop.run_until_complete(_left(kept))
    loop.close()
    left = weakref.ref(loop)
    del loop
    opened = asyncio.run(kept.sdk())
    gc.collect()
    assert left() is None
    assert opened.is_closed()


def test_requests_one_after_the_other_use_one_connection_and_closing_ends_it() -> None:
    async def use() -> None:
        asked = client(server)
        for _ in range(5):
            await asked.complete(request())
        assert (server.connections, server.open) == (1, 1)
        await asked.aclose()
        await until(lambda: not server.open)
        await asked.complete(request())
        assert server.connections == 2
        await asked.aclose()

    with OpenAIServer(OK) as server:
        asyncio.run(asyncio.wait_for(use(), 10))


def test_one_client_serves_several_threads_and_loops_at_once() -> None:
    async def several() -> None:
        await asyncio.gather(*(asked.complete(request()) for _ in range(10)))

    with OpenAIServer(OK) as server:
        asked = client(server)
        threads = [threading.Thread(target=lambda: asyncio.run(several())) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(server.received) == 40
        asyncio.run(asyncio.wait_for(until(lambda: not server.open), 10))


def test_the_background_loop_keeps_its_connection_between_pages() -> None:
    with OpenAIServer(OK) as server:
        asked = client(server)
        for _ in range(3):
            running.run(asked.complete(request()))
        assert server.connections == 1
        running.run(asked.aclose())
