"""Several processes, killed ones, ending ones, forks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from caching import Cached, ask, sql
from scripted import Scripted, question

from extractor.model.client import Reply

WRITER = """
import asyncio, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from scripted import Scripted, question
from extractor.model.client import Reply
from extractor.model.disk_cache import CachedClient

async def main():
    cache = CachedClient(Scripted(Reply("{}")), Path(sys.argv[1]))
    await asyncio.gather(*(cache.complete(question(f"{sys.argv[2]} {n}")) for n in range(100)))
    print(cache.hits, cache.misses, cache.damaged)
asyncio.run(main())
"""
SUPPORT = str(Path(__file__).parent.parent / "support")


def test_several_processes_write_one_folder_and_lose_nothing(cache_folder: Path, cached: Cached) -> None:
    def start(name: int) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", WRITER, str(cache_folder), str(name), SUPPORT]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    running = [start(number % 3) for number in range(6)]  # each page is asked for by two of them
    said = [process.communicate(timeout=60)[0].split() for process in running]
    assert [line[2] for line in said] == ["0"] * 6
    assert sum(int(line[0]) + int(line[1]) for line in said) == 600
    assert len(sql(cache_folder, "SELECT key FROM Cache")) == 300
    later = cached(Scripted(Reply("no")))
    assert all(ask(later, question(f"{name} {n}")).cached for name in range(3) for n in range(100))


KILLED = """
import asyncio, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from scripted import Scripted, question
from extractor.model.client import Reply
from extractor.model.disk_cache import CachedClient

async def main():
    cache = CachedClient(Scripted(Reply("{}")), Path(sys.argv[1]))
    for n in range(100_000):
        await cache.complete(question(str(n)))
        print(n, flush=True)
asyncio.run(main())
"""


def test_a_killed_process_leaves_every_answer_it_handed_on(cache_folder: Path, cached: Cached) -> None:
    command = [sys.executable, "-c", KILLED, str(cache_folder), SUPPORT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for line in process.stdout:
            if line == "50\n":
                process.kill()
                break
    later = cached(Scripted(Reply("no")))
    assert all(ask(later, question(str(n))).cached for n in range(51))
    assert later.damaged == 0


LEFT = """
import sys
from pathlib import Path
from extractor.model.answer_store import AnswerStore
from extractor.model.answer_writer import AnswerWriter
from extractor.model.client import Reply
store = AnswerStore(Path(sys.argv[1]))
writer = AnswerWriter(store.keep)
for n in range(500):
    writer.put(store.row(str(n), Reply("x" * 5000), "m"))
"""


def test_what_is_being_written_is_written_when_the_program_ends(cache_folder: Path) -> None:
    subprocess.run([sys.executable, "-c", LEFT, str(cache_folder)], check=True, timeout=60)
    assert sql(cache_folder, "SELECT count(*) FROM Cache") == [(500,)]


FORKED = """
import asyncio, os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from scripted import Scripted, question
from extractor.model.client import Reply
from extractor.model.disk_cache import CachedClient
from extractor.model.running import run

cache = CachedClient(Scripted(Reply("{}")), Path(sys.argv[1]))
run(cache.complete(question("in a thread")))
asyncio.run(cache.complete(question("before")))
child = os.fork()
if child == 0 and sys.argv[3] == "idle":
    sys.exit()
asyncio.run(cache.complete(question("child" if child == 0 else "parent")))
if child:
    os.waitpid(child, 0)
    asyncio.run(cache.complete(question("after")))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
@pytest.mark.parametrize(("child", "answers"), [("busy", 5), ("idle", 4)])
def test_a_fork_loses_nothing(cache_folder: Path, child: str, answers: int) -> None:
    subprocess.run([sys.executable, "-c", FORKED, str(cache_folder), SUPPORT, child], check=True, timeout=60)
    assert sql(cache_folder, "SELECT count(*) FROM Cache") == [(answers,)]
