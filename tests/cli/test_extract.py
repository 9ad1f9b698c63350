"""`extractor extract`, run as a user runs it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from extractor._data import text

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(text("schemas/extraction.schema.json")))


def lines(done: subprocess.CompletedProcess[str]) -> list[Any]:
    """The JSON lines that were printed."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_table_shows_values_words_places_and_the_reader(run: Run, page: Path) -> None:
    done = run("extract", page)
    assert done.returncode == 0
    assert done.stderr == "extractor: reader layout, pages 1\n"
    row = next(line for line in done.stdout.splitlines() if line.startswith("/brief_title"))
    assert "Warm Milk for Cold Evenings" in row
    start = page.read_text(encoding="utf-8").index("Warm Milk")
    assert f"{start}-{start + len('Warm Milk for Cold Evenings')}" in row
    assert "milk  (layout medpath)" in done.stdout


def test_jsonl_is_one_valid_extraction_a_line(
    run: Run, page: Path, tmp_path: Path, schema: Draft202012Validator
) -> None:
    other = tmp_path / "tea.txt"
    other.write_text("Tea, NCT09990001", encoding="utf-8")
    done = run("extract", page, other, "--format", "jsonl")
    found = lines(done)
    assert [one["document"]["id"] for one in found] == ["milk", "tea"]
    for one in found:
        schema.validate(one)
    assert found[0]["record"]["design"]["enrollment"]["count"] == 40
    words = page.read_text(encoding="utf-8")
    spans = [span for one in found[0]["evidence"].values() for span in one["spans"]]
    assert spans
    assert all(words[span["start"] : span["end"]] == span["quote"] for span in spans)


def test_json_is_a_list_of_extractions(
    call: Run, page: Path, tmp_path: Path, schema: Draft202012Validator
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    done = call("extract", page, empty, "--format", "json")
    (one,) = json.loads(done.stdout)
    schema.validate(one)
    assert done.returncode == 5


def test_a_dash_reads_standard_input(run: Run, page_text: str) -> None:
    done = run("extract", "-", "--format", "jsonl", stdin=page_text)
    (one,) = lines(done)
    assert (done.returncode, one["document"]["id"]) == (0, "stdin")
    assert one["record"]["brief_title"] == "Warm Milk for Cold Evenings"


def test_a_folder_is_read_in_the_order_of_its_paths(call: Run, tmp_path: Path, page_text: str) -> None:
    folder = tmp_path / "pages"
    (folder / "below").mkdir(parents=True)
    for name in ("b.txt", "a.md", "below/a.txt", "notes.pdf"):
        (folder / name).write_text(page_text, encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    done = call("extract", folder, "--format", "jsonl")
    assert [one["document"]["id"] for one in lines(done)] == ["a", "b", "below/a"]
    assert done.returncode == 0


def test_two_pages_with_one_id_are_an_error_that_names_both(call: Run, page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "milk.md"
    other.parent.mkdir()
    other.write_text("tea", encoding="utf-8")
    done = call("extract", page, other)
    assert (done.returncode, done.stdout) == (2, "")
    assert str(page) in done.stderr
    assert str(other) in done.stderr


def test_a_file_that_is_not_there_is_an_error_of_one_line(call: Run, page: Path) -> None:
    done = call("extract", page, "nothing.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == ["extractor: nothing.txt: no such file or folder. Check the path"]


def test_an_empty_file_does_not_stop_the_good_ones(run: Run, page: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n", encoding="utf-8")
    done = run("extract", empty, page, "--format", "jsonl")
    assert done.returncode == 5
    assert [one["document"]["id"] for one in lines(done)] == ["milk"]
    assert "empty.txt: the page is empty" in done.stderr
    assert "1 of 2 pages failed" in done.stderr


def test_no_readable_page_at_all_is_bad_input(call: Run, tmp_path: Path) -> None:
    empty, latin = tmp_path / "empty.txt", tmp_path / "latin.txt"
    empty.write_bytes(b"")
    latin.write_bytes("Thé".encode("latin-1"))
    done = call("extract", empty, latin)
    assert (done.returncode, done.stdout) == (2, "")
    assert "byte 2 (0xe9)" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_pipe_is_not_read(call: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    done = call("extract", pipe)
    assert done.returncode == 2
    assert "not a regular file" in done.stderr


def test_a_file_that_may_not_be_read_fails_alone(call: Run, page: Path, tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    gone = tmp_path / "gone.txt"
    gone.symlink_to(tmp_path / "nothing")
    for bad in (loop, gone):
        done = call("extract", bad, page)
        assert done.returncode in {2, 5}
        assert "Traceback" not in done.stderr
        assert bad.name in done.stderr


def test_a_key_that_lies_around_starts_no_model(run: Run, page: Path) -> None:
    key = {"OPENAI_API_KEY": "sk-lying-around", "OPENAI_BASE_URL": "http://127.0.0.1:9"}
    done = run("extract", page, "--format", "jsonl", **key)
    assert done.returncode == 0
    assert lines(done)[0]["lineage"]["reader"] == "layout"
    assert "reader layout" in done.stderr
    assert "sk-lying-around" not in done.stdout + done.stderr


def test_the_environment_chooses_and_options_win(run: Run, page: Path) -> None:
    done = run("extract", page, EXTRACTOR_MAX_BYTES="ten")
    assert done.returncode == 2
    assert "EXTRACTOR_MAX_BYTES is 'ten'" in done.stderr
    options = ["--max-bytes", "10000", "--reader", "layout"]
    done = run("extract", page, *options, EXTRACTOR_MAX_BYTES="10", EXTRACTOR_READER="model")
    assert done.returncode == 0


def test_control_characters_of_a_hostile_page_do_not_reach_the_terminal(
    run: Run, call: Run, tmp_path: Path, page_text: str
) -> None:
    hostile = tmp_path / "\x1b[31mred\u202e.txt"
    title = "Warm \x1b]0;owned\x07\x9b2J\u202eMilk [bold]x[/bold]"
    hostile.write_text(page_text.replace("Warm Milk", title).replace("40", "\x1b[2Jmany"), encoding="utf-8")
    empty = tmp_path / "\x1b[31mempty.txt"
    empty.write_text("", encoding="utf-8")
    for done in (run("extract", hostile, empty), call("extract", hostile, empty, "--all")):
        shown = done.stdout + done.stderr
        assert not set(shown) & set("\x1b\x07\x9b\u202e")
        assert "\\x1b" in done.stdout
        assert "\\x1b" in done.stderr
        assert "[bold]x[/bold]" in "".join(shown.split())


def test_long_texts_are_shown_whole_only_when_asked_for(call: Run, tmp_path: Path, page_text: str) -> None:
    path = tmp_path / "long.txt"
    path.write_text(
        page_text.replace("Evenings", "Evenings " + "and so on " * 20 + "The End"), encoding="utf-8"
    )
    assert "The End" not in call("extract", path).stdout
    assert "The End" in " ".join(call("extract", path, "--all").stdout.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract"], "Missing argument"),
        (["extract", "x", "--formt", "json"], "--format"),
        (["extract", "x", "--format", "jsn"], "jsonl"),
        (["extract", "x", "--max-bytes", "0"], "--max-bytes"),
        (["extract", "x", "--max-bytes", "many"], "--max-bytes"),
    ],
)
def test_a_wrong_option_is_bad_usage_and_names_the_right_one(
    call: Run, arguments: list[str], words: str
) -> None:
    done = call(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


INTERRUPTIBLE = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""A process that was started in the background may ignore interrupts; its children would inherit that."""


def test_an_interrupt_leaves_whole_lines_and_its_exit_code(
    command: str, environment: Callable[..., dict[str, str]], tmp_path: Path, page_text: str
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for at in range(1000):
        (folder / f"{at:04}.txt").write_text(page_text, encoding="utf-8")
    errors = tmp_path / "errors.txt"
    with (
        errors.open("wb") as stderr,
        subprocess.Popen(
            [sys.executable, "-c", INTERRUPTIBLE, command, "extract", folder, "--format", "jsonl"],
            stdout=subprocess.PIPE,
            stderr=stderr,
            encoding="utf-8",
            env=environment(),
        ) as running,
    ):
        assert running.stdout is not None
        first = running.stdout.readline()
        running.send_signal(signal.SIGINT)
        printed = [first, *running.stdout]
    assert running.returncode == 130
    assert 0 < len(printed) < 1000
    found = [json.loads(line)["document"]["id"] for line in printed]
    assert found == [f"{at:04}" for at in range(len(printed))]
    said = errors.read_text(encoding="utf-8")
    assert "finishing the page in hand; Ctrl-C again stops at once" in said
    assert "interrupted" in said
    assert "Traceback" not in said
