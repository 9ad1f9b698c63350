"""Coroutines for callers that do not await."""

import asyncio
import subprocess
import sys
import threading

import pytest

from extractor.model.running import run


async def _double(number: int) -> int:
    await asyncio.sleep(0)
    return 2 * number


async def _thread() -> str:
    return threading.current_thread().name


def test_a_coroutine_is_run_and_its_result_handed_on() -> None:
    assert run(_double(21)) == 42


def test_all_calls_share_one_loop_in_a_thread_of_its_own() -> None:
    async def loop() -> int:
        return id(asyncio.get_running_loop())

    assert run(loop()) == run(loop())
    assert run(_thread()) != threading.current_thread().name


def test_an_error_reaches_the_caller() -> None:
    async def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        run(fail())


def test_it_works_where_a_loop_runs_already() -> None:
    async def notebook() -> int:
        return run(_double(4))

    assert asyncio.run(notebook()) == 8


def test_several_threads_may_call_at_once() -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda n=n: found.append(run(_double(n)))) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [2 * n for n in range(8)]


def test_the_background_loop_cannot_wait_for_itself() -> None:
    async def inside() -> int:
        return run(_double(1))

    with pytest.raises(RuntimeError, match="await instead"):
        run(inside())


_INTERRUPTED = """
import asyncio, os, signal, threading
from extractor.model.running import run

async def slow():
    threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT)).start()
    try:
        await asyncio.sleep(30)
    finally:
        await asyncio.sleep(0.05)
        print("cleaned up", flush=True)

try:
    run(slow())
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def test_ctrl_c_cancels_the_coroutine_and_waits_until_it_has_cleaned_up() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED], capture_output=True, text=True, check=True, timeout=20
    )
    assert done.stdout.split("\n") == ["cleaned up", "interrupted", ""]


_FORKED = """
import asyncio, os
from extractor.model.running import run

async def one():
    return 1

run(one())
child = os.fork()
if child == 0:
    os._exit(run(one()) + 6)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def test_a_forked_process_gets_a_loop_of_its_own() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _FORKED],
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    assert done.stdout.strip() == "7"
