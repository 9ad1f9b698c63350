"""Extractions on standard output."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.cli.printing import printer
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def test_a_list_is_closed_whatever_happens(extraction_of: Build, capsys: pytest.CaptureFixture[str]) -> None:
    def stop() -> None:
        with printer("json", everything=False) as show:
            show(extraction_of("MILK", id="a"))
            show(extraction_of("MILK", id="b"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    found = json.loads(capsys.readouterr().out)
    assert [one["document"]["id"] for one in found] == ["a", "b"]


def test_a_list_of_nothing_is_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    with printer("json", everything=False):
        pass
    assert json.loads(capsys.readouterr().out) == []


def test_lines_are_the_one_json_form(extraction_of: Build, capsys: pytest.CaptureFixture[str]) -> None:
    extraction = extraction_of("MILK\n\u2028 and ≥")
    with printer("jsonl", everything=False) as show:
        show(extraction)
        show(extraction)
    assert capsys.readouterr().out == f"{extraction.to_json()}\n" * 2


def test_tables_follow_each_other(extraction_of: Build, capsys: pytest.CaptureFixture[str]) -> None:
    with printer("table", everything=False) as show:
        show(extraction_of("MILK", id="a"))
        show(extraction_of("MILK", id="b"))
    out = capsys.readouterr().out
    assert out.index("a  (layout unknown)") < out.index("b  (layout unknown)")


def test_a_reader_that_closes_early_is_no_fault(
    command: str, environment: Callable[..., dict[str, str]], tmp_path: Path, page_text: str
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for at in range(200):
        (folder / f"{at:04}.txt").write_text(page_text, encoding="utf-8")
    line = f"{command} extract {folder} --format jsonl | head -n 1 | wc -l; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, encoding="utf-8", env=environment(), timeout=60, check=True
    )
    assert done.stdout.split()[0] == "1"
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
