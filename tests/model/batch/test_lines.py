from pathlib import Path

import pytest

from extractor.model.batch.lines import Line, lines_of


def _lines(tmp_path: Path, data: bytes, limit: int = 100) -> list[Line]:
    path = tmp_path / "a.jsonl"
    path.write_bytes(data)
    return list(lines_of(path, limit=limit))


@pytest.mark.parametrize(
    "data",
    [b"one\ntwo\n", b"one\r\ntwo\r\n", b"\xef\xbb\xbfone\ntwo\n", b"\none\n\n \r\ntwo\n", b"  one\t\ntwo \n"],
)
def test_lines_come_without_ends_marks_and_blanks(tmp_path: Path, data: bytes) -> None:
    assert [(line.text, line.torn) for line in _lines(tmp_path, data)] == [("one", False), ("two", False)]


def test_a_line_is_told_by_its_number_in_the_file(tmp_path: Path) -> None:
    assert [line.number for line in _lines(tmp_path, b"\n\none\n\ntwo\n")] == [3, 5]


def test_a_last_line_without_end_is_torn(tmp_path: Path) -> None:
    assert _lines(tmp_path, b"one\ntw") == [Line(1, "one"), Line(2, "tw", torn=True)]


def test_an_empty_file_has_no_lines(tmp_path: Path) -> None:
    assert _lines(tmp_path, b"") == []


@pytest.mark.parametrize("size", [11, 12, 20, 21, 22, 33, 100])
def test_a_line_that_is_too_long_is_named_and_left_out(tmp_path: Path, size: int) -> None:
    data = b"one\n" + b"x" * size + b"\nthree\n"
    assert _lines(tmp_path, data, limit=10) == [Line(1, "one"), Line(2, None), Line(3, "three")]
    assert _lines(tmp_path, b"x" * size, limit=10) == [Line(1, None, torn=True)]


@pytest.mark.parametrize("size", [9, 10])
def test_a_line_that_is_just_not_too_long_is_read(tmp_path: Path, size: int) -> None:
    data = b"x" * (size - 1) + b"\n"
    assert _lines(tmp_path, data + data, limit=10) == [Line(1, "x" * (size - 1)), Line(2, "x" * (size - 1))]


def test_bytes_that_are_no_text_are_shown_as_escapes(tmp_path: Path) -> None:
    assert _lines(tmp_path, b"a\xffb\n") == [Line(1, "a\\xffb")]
