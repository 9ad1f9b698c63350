"""The one thread that writes answers down."""

import threading
from concurrent.futures import Future

import pytest

from extractor.model.answer_writer import AnswerWriter
from extractor.model.text_cache import Row


class Keeping:
    """Keeps what it is given once it may."""

    def __init__(self) -> None:
        self.may = threading.Event()
        self.batches: list[list[Row]] = []
        self.threads: set[int] = set()

    def keep(self, rows: list[Row]) -> bool:
        self.may.wait(5)
        self.batches.append(rows)
        self.threads.add(threading.get_ident())
        return rows[0][0] != "bad"


def test_what_comes_while_it_writes_is_written_in_order_and_at_once() -> None:
    keeping = Keeping()
    writer = AnswerWriter(keeping.keep)
    written = [writer.put((str(number), "text")) for number in range(20)]
    assert not any(one.done() for one in written)
    keeping.may.set()
    assert all(one.result(5) for one in written)
    writer.close(lambda: None)
    assert [row for batch in keeping.batches for row in batch] == [(str(n), "text") for n in range(20)]
    assert len(keeping.batches) <= 3
    assert threading.get_ident() not in keeping.threads


def test_it_says_what_was_not_written() -> None:
    keeping = Keeping()
    keeping.may.set()
    writer = AnswerWriter(keeping.keep)
    assert not writer.put(("bad", "text")).result(5)
    assert writer.put(("good", "text")).result(5)
    writer.close(lambda: None)


def test_a_fault_of_writing_reaches_who_waits() -> None:
    def fail(_: list[Row]) -> bool:
        raise RuntimeError("a fault in the code")

    writer = AnswerWriter(fail)
    with pytest.raises(RuntimeError, match="a fault in the code"):
        writer.put(("a", "text")).result(5)
    writer.close(lambda: None)


def test_nobody_cancels_a_write() -> None:
    keeping = Keeping()
    writer = AnswerWriter(keeping.keep)
    written: Future[bool] = writer.put(("a", "text"))
    assert not written.cancel()
    keeping.may.set()
    assert written.result(5)
    writer.close(lambda: None)


def test_closing_waits_runs_the_last_thing_in_its_thread_and_may_be_done_twice() -> None:
    keeping = Keeping()
    writer = AnswerWriter(keeping.keep)
    writer.put(("a", "text"))
    threading.Timer(0.05, keeping.may.set).start()
    writer.close(lambda: keeping.threads.add(threading.get_ident()))
    assert len(keeping.threads) == len(keeping.batches) == 1
    writer.close(lambda: keeping.threads.add(0))
    assert 0 not in keeping.threads
    assert writer.put(("b", "text")).result(5)
    writer.close(lambda: None)
