"""The files at the end of a job."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import Document, Extraction, extract
from extractor.jobs.ending import renamed
from extractor.jobs.output import LineFile, Output
from extractor.records.strict_json import parse

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@settings(deadline=None)
@given(NAMES, NAMES)
def test_an_extraction_renamed_is_the_one_that_page_would_have(first: str, second: str) -> None:
    made = extract(Document.from_text("Tea", id=first)).to_json()
    wanted = extract(Document.from_text("Tea", id=second)).to_json()
    found = renamed(made.encode(), second).decode()
    assert json.loads(found) == json.loads(wanted)
    assert parse(Extraction, found).document.id == second


def test_an_error_on_the_way_leaves_no_file(tmp_path: Path) -> None:
    def failing(output: Output) -> None:
        with output:
            output.add_result(b"{}")
            output.add("failures.jsonl", b"{}")
            raise KeyError

    folder = tmp_path
    (folder / "results-00007.jsonl").write_bytes(b"old")
    with pytest.raises(KeyError):
        failing(Output(folder, lines_per_file=1))
    assert [path.name for path in folder.iterdir()] == ["results-00007.jsonl"]
    with Output(folder, lines_per_file=2) as output:
        for number in range(3):
            output.add_result(b"%d" % number)
    assert sorted(path.name for path in folder.iterdir()) == ["results-00001.jsonl", "results-00002.jsonl"]
    assert output.written()["results-00001.jsonl"] == {
        "lines": 2,
        "bytes": 4,
        "sha256": hashlib.sha256(b"0\n1\n").hexdigest(),
    }


def test_large_files_are_written_piece_by_piece(tmp_path: Path) -> None:
    path = tmp_path / "large.jsonl"
    file = LineFile(path)
    line = b"x" * 700_000
    for _ in range(3):
        file.add(line)
    assert path.with_name("large.jsonl.part").stat().st_size > 0
    file.finish()
    file.keep()
    assert path.read_bytes() == (line + b"\n") * 3
