"""The journal: whole lines, a torn end cut off, nothing counted that is not there."""

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.jobs.errors import BrokenRunError, RunFolderError
from extractor.jobs.journal import BATCH_LINES, Journal
from extractor.jobs.journal_line import decode, encode
from extractor.jobs.outcome import Event, PageFailure, PageOutcome

PAGES = 20


def outcome(index: int, text: str = "tea") -> PageOutcome:
    event = Event(f"p{index}", sent=2, tokens_in=10, tokens_out=3, tokens_cached=1, cost=Decimal("0.25"))
    return PageOutcome(index, f"p{index}", "0" * 64, extraction='{"x":1}', events=(event,), text=text)


def failed(index: int) -> PageOutcome:
    failure = PageFailure(f"p{index}", "SomeError", "some", "it failed")
    return PageOutcome(index, f"p{index}", "0" * 64, failure=failure)


def opened(folder: Path) -> Journal:
    return Journal(folder, PAGES)


def written(folder: Path, *outcomes: PageOutcome) -> bytes:
    journal = opened(folder)
    for one in outcomes:
        journal.add(one)
    journal.close()
    return (folder / "journal").read_bytes()


def settled(folder: Path) -> list[int]:
    journal = opened(folder)
    try:
        return [index for index in range(PAGES) if journal.book.ledger.is_settled(index)]
    finally:
        journal.close()


def test_what_was_added_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    written(tmp_path, outcome(3), failed(1))
    journal = opened(tmp_path)
    assert journal.book.ledger.settled == 2
    assert (journal.line(3).extraction, journal.line(3).text) == (b'{"x":1}', b'"tea"')
    assert journal.line(1).about["failure"]["code"] == "some"
    assert journal.book.usage.fields() == {
        "events": 1,
        "sent": 2,
        "tokens_in": 10,
        "tokens_out": 3,
        "tokens_cached": 1,
        "cached": 0,
        "cost": "0.25",
    }
    journal.close()


@given(st.text(), st.text())
def test_any_text_and_id_come_back_from_a_line(text: str, name: str) -> None:
    if any("\ud800" <= one <= "\udfff" for one in text + name):
        return
    one = PageOutcome(1, name, "0" * 64, extraction="{}", text=text)
    raw = encode(one)
    line = decode(raw)
    assert raw.count(b"\n") == 1
    assert line is not None
    assert line.about["id"] == name
    assert json.loads(line.text) == text


def test_a_torn_last_line_is_cut_off_wherever_it_tore(tmp_path: Path) -> None:
    whole = written(tmp_path, outcome(0), outcome(1))
    first = whole.index(b"\n") + 1
    for end in range(first, len(whole)):
        (tmp_path / "journal").write_bytes(whole[:end])
        assert settled(tmp_path) == [0]
        assert (tmp_path / "journal").read_bytes() == whole[:first]


def test_a_line_after_a_torn_one_is_whole(tmp_path: Path) -> None:
    whole = written(tmp_path, outcome(0), outcome(1))
    (tmp_path / "journal").write_bytes(whole[:-5])
    written(tmp_path, outcome(2))
    assert settled(tmp_path) == [0, 2]


@pytest.mark.parametrize("at", [0, 5, 40, -2])
def test_a_flipped_byte_loses_its_line_only(tmp_path: Path, at: int) -> None:
    lines = [written(tmp_path, outcome(0))]
    whole = bytearray(written(tmp_path, outcome(1), outcome(2)))
    begin = len(lines[0])
    second = len(lines[0])
    place = begin + at if at >= 0 else begin + second + at
    whole[place] ^= 1
    (tmp_path / "journal").write_bytes(bytes(whole))
    assert settled(tmp_path) == [0, 2]
    journal = opened(tmp_path)
    assert journal.book.torn > 0
    journal.close()


def test_zeros_at_the_end_as_a_lost_machine_leaves_them_are_cut_off(tmp_path: Path) -> None:
    whole = written(tmp_path, outcome(0))
    (tmp_path / "journal").write_bytes(whole + bytes(5000))
    assert settled(tmp_path) == [0]
    assert (tmp_path / "journal").read_bytes() == whole


def test_a_line_that_only_tells_what_was_paid_settles_nothing(tmp_path: Path) -> None:
    paid = PageOutcome(4, "p4", "0" * 64, events=(Event("p4", sent=7),))
    written(tmp_path, paid)
    assert settled(tmp_path) == []
    journal = opened(tmp_path)
    assert journal.book.usage.sent == 7
    journal.close()


def test_a_batch_is_due_by_its_lines_or_by_its_age(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    assert not journal.due
    for index in range(BATCH_LINES):
        assert not journal.due
        journal.add(outcome(index % PAGES))
    assert journal.due
    journal.sync()
    assert not journal.due
    journal.close()


def test_a_line_changed_while_the_run_goes_is_noticed(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.add(outcome(0))
    (tmp_path / "journal").write_bytes(b"x" * 200)
    with pytest.raises(BrokenRunError, match="was changed"):
        journal.line(0)
    journal.close()


def test_a_linked_journal_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("keep me", encoding="utf-8")
    (tmp_path / "journal").symlink_to(target)
    with pytest.raises(RunFolderError):
        opened(tmp_path)
    assert target.read_text(encoding="utf-8") == "keep me"


def test_a_line_that_does_not_fit_leaves_no_half_of_it(tmp_path: Path) -> None:
    whole = written(tmp_path, outcome(0))
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from extractor.jobs.journal import Journal; from extractor.jobs.outcome import PageOutcome\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({len(whole) + 20}, {len(whole) + 20}))\n"
        f"Journal(Path(sys.argv[1]), {PAGES}).add(PageOutcome(1, 'p1', '0' * 64, extraction='{{}}'))"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=False)
    assert "there is no room left to write. Free some space, then run the same command again" in done.stderr
    assert (tmp_path / "journal").read_bytes() == whole
