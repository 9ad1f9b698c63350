import hashlib
import json
from functools import partial
from pathlib import Path
from typing import Any

import batch_provider
import pytest

from extractor.errors import SettingsError
from extractor.model.batch.manifest import Manifest, read_rounds, times_asked
from extractor.model.batch.terms import Terms
from extractor.model.batch.writing import URL, Open, Split, write_round
from extractor.model.body import request_body
from extractor.model.client import Message, Prefix, Request
from extractor.model.modes import Mode

PREFIX = Prefix("tea", "rules", {"type": "object"}, "Answer", "m")


def _open(number: int, *, size: int = 0) -> Open:
    request = Request(
        PREFIX, (Message("user", f"page {number} ü \u2028\u2029\x85" + "x" * size),), f"p{number}"
    )
    return Open(request.key("e"), request, (request.document,))


def _body(request: Request) -> bytes:
    return request_body(request, Mode.JSON_SCHEMA)


@pytest.fixture
def write(tmp_path: Path, terms: Terms) -> Any:
    return partial(write_round, tmp_path, terms=terms, body=_body)


def test_a_line_is_a_request_as_providers_take_it(write: Any, tmp_path: Path) -> None:
    one = _open(1)
    write(number=1, requests=[one], split=Split())
    (line,) = batch_provider.requests_of(tmp_path / "round-001")
    assert list(line) == ["custom_id", "method", "url", "body"]
    assert (line["custom_id"], line["method"], line["url"]) == (one.custom_id, "POST", URL)
    assert line["body"] == json.loads(_body(one.request))
    assert len(line["custom_id"]) == 64


def test_each_line_is_one_line(write: Any, tmp_path: Path) -> None:
    write(number=1, requests=[_open(n) for n in range(3)], split=Split())
    data = (tmp_path / "round-001" / "requests-001.jsonl").read_bytes()
    assert data.count(b"\n") == 3
    assert len(data.decode().splitlines()) == 3
    assert data.endswith(b"}\n")


def test_equal_requests_are_equal_bytes(write: Any, tmp_path: Path) -> None:
    requests = [_open(n) for n in range(3)]
    one = write(number=1, requests=requests, split=Split())
    two = write(number=2, requests=requests, split=Split())
    assert one.files == two.files
    name = one.files[0].name
    assert (tmp_path / "round-001" / name).read_bytes() == (tmp_path / "round-002" / name).read_bytes()


def test_files_are_split_by_lines(write: Any, tmp_path: Path) -> None:
    made = write(number=1, requests=[_open(n) for n in range(5)], split=Split(max_lines=2))
    assert [(file.name, file.lines) for file in made.files] == [
        ("requests-001.jsonl", 2),
        ("requests-002.jsonl", 2),
        ("requests-003.jsonl", 1),
    ]
    ids = [line["custom_id"] for line in batch_provider.requests_of(tmp_path / "round-001")]
    assert ids == [_open(n).custom_id for n in range(5)]
    assert [request.file[-7] for request in made.requests] == list("11223")


def test_files_are_split_by_bytes(write: Any, tmp_path: Path) -> None:
    requests = [_open(n) for n in range(4)]
    line = write(number=1, requests=requests[:1], split=Split()).files[0].bytes
    for limit, lines in ((2 * line, [2, 2]), (2 * line - 1, [1, 1, 1, 1]), (3 * line, [3, 1])):
        made = write(number=limit, requests=requests, split=Split(max_bytes=limit))
        assert [file.lines for file in made.files] == lines
        for file in made.files:
            path = tmp_path / f"round-{limit:03}" / file.name
            assert path.stat().st_size == file.bytes <= limit


def test_a_request_that_fits_into_no_file_is_an_error_and_no_round(write: Any, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="p2: one request alone"):
        write(number=1, requests=[_open(1), _open(2, size=1000)], split=Split(max_bytes=1000))
    assert list(tmp_path.iterdir()) == []


def test_the_manifest_says_what_each_request_is_for(write: Any, tmp_path: Path, terms: Terms) -> None:
    first = _open(1)
    turns = (*first.request.turns, Message("assistant", "{"), Message("user", "not valid"))
    again = Open("c" * 64, Request(PREFIX, turns, "p1"), ("p1", "p2"))
    made = write(number=3, requests=[first, again], split=Split())
    assert read_rounds(tmp_path) == [made]
    assert (made.round, made.terms) == (3, terms)
    assert [(one.asked_in, one.turn, one.pages) for one in made.requests] == [
        ("tea", 1, ["p1"]),
        ("tea", 2, ["p1", "p2"]),
    ]
    data = (tmp_path / "round-003" / made.files[0].name).read_bytes()
    assert made.files[0].sha256 == hashlib.sha256(data).hexdigest()


def test_rounds_are_read_in_their_order_and_count_how_often_was_asked(write: Any, tmp_path: Path) -> None:
    for number, requests in ((10, [_open(1)]), (9, [_open(1), _open(2)]), (1000, [_open(1)])):
        write(number=number, requests=requests, split=Split())
    rounds = read_rounds(tmp_path)
    assert [one.round for one in rounds] == [9, 10, 1000]
    assert times_asked(rounds) == {_open(1).custom_id: 3, _open(2).custom_id: 1}


def test_a_round_that_was_not_finished_is_none(write: Any, tmp_path: Path) -> None:
    write(number=1, requests=[_open(1)], split=Split())
    (tmp_path / "round-001").rename(tmp_path / ".unfinished-round-001")
    assert read_rounds(tmp_path) == []
    made = write(number=1, requests=[_open(2)], split=Split())
    assert isinstance(made, Manifest)
    assert [path.name for path in tmp_path.iterdir()] == ["round-001"]
