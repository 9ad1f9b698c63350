"""The pages that a command line names."""

import io
import os
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from extractor.errors import DocumentError
from extractor.jobs.inputs.page import InputPage, Options, Skipped
from extractor.jobs.inputs.pages import Inputs

OPTIONS = Options(max_bytes=1000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "below/c.MD", "below/deeper/d.text", "x.pdf", "below/e"):
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"tea {name}", encoding="utf-8")
    return tmp_path / "pages"


def found(*names: object, options: Options = OPTIONS, stdin: bytes = b"") -> list[InputPage | Skipped]:
    with closing(Inputs(map(str, names), options, stdin=io.BytesIO(stdin))) as inputs:
        return list(inputs)


def pages(*names: object, options: Options = OPTIONS, stdin: bytes = b"") -> list[InputPage]:
    return [one for one in found(*names, options=options, stdin=stdin) if isinstance(one, InputPage)]


def skipped(*names: object) -> dict[str, str]:
    return {Path(one.name).name: one.reason for one in found(*names) if isinstance(one, Skipped)}


def ids(*names: object) -> list[str]:
    return [page.id for page in pages(*names)]


def test_a_folder_is_read_in_the_order_of_its_paths_whatever_the_order_on_disk(folder: Path) -> None:
    assert ids(folder) == ["a", "b", "below/c", "below/deeper/d"]
    assert [page.index for page in pages(folder)] == [0, 1, 2, 3]


def test_a_folder_and_a_file_of_one_name_stand_in_the_order_of_paths(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name in ("a/z.txt", "a.txt", "a-b.txt"):
        (tmp_path / name).write_text("tea", encoding="utf-8")
    assert ids(tmp_path) == ["a/z", "a-b", "a"]


def test_a_file_named_outright_is_read_whatever_its_suffix(folder: Path) -> None:
    assert ids(folder / "x.pdf", folder / "below" / "e", folder / "b.txt") == ["x", "e", "b"]


def test_a_glob_names_pages_by_their_paths_below_its_fixed_part(folder: Path) -> None:
    assert ids(folder / "*.txt") == ["b"]
    assert ids(f"{folder}/**/*.[Mt]*") == ["b", "below/c", "below/deeper/d"]
    with pytest.raises(DocumentError, match="no pages"):
        found(folder / "*.nothing")


def test_files_of_a_folder_that_are_not_named_like_pages_are_counted_by_suffix(folder: Path) -> None:
    with closing(Inputs([str(folder), str(folder / "x.pdf")], OPTIONS)) as inputs:
        for _ in range(2):  # counted anew each time
            assert len(list(inputs)) == 5
            assert inputs.passed_over == {".pdf": 1, "": 1}


def test_inputs_can_be_gone_through_twice_and_give_the_same(folder: Path) -> None:
    with closing(Inputs([str(folder), "-"], OPTIONS, stdin=io.BytesIO(b"milk"))) as inputs:
        assert list(inputs) == list(inputs)


def test_standard_input_is_one_page_or_a_list() -> None:
    (page,) = pages("-", stdin=b"warm milk")
    assert (page.id, page.load().text) == ("stdin", "warm milk")
    several = pages(
        "-", stdin=b'{"id": "a", "text": "tea"}\n', options=Options(max_bytes=1000, stdin="jsonl")
    )
    assert [(page.id, page.load().text) for page in several] == [("a", "tea")]


def test_links_pipes_sockets_and_devices_are_skipped_with_the_reason(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "b.txt")
    (folder / "dangling.txt").symlink_to(folder / "nothing.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "circle.txt").symlink_to(folder / "circle.txt")
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "socket.txt"))
        reasons = skipped(folder, os.devnull)
    assert reasons == dict.fromkeys(
        ("link.txt", "dangling.txt", "loop", "circle.txt"), "a link; name what it leads to"
    ) | {"pipe.txt": "a pipe", "socket.txt": "a socket", "null": "a device"}
    assert ids(folder) == ["a", "b", "below/c", "below/deeper/d"]


def test_links_named_outright_or_by_a_glob_are_skipped_too(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    (tmp_path / "one.txt").symlink_to(folder / "b.txt")
    assert skipped(link, tmp_path / "one.txt").keys() == {"link", "one.txt"}
    assert skipped(tmp_path / "l*" / "*.txt") == {"b.txt": "in a folder that is a link"}
    assert skipped(tmp_path / "o*.txt") == {"one.txt": "a link; name what it leads to"}


def test_a_folder_named_like_a_page_is_gone_into(folder: Path) -> None:
    (folder / "c.txt").mkdir()
    (folder / "c.txt" / "inner.txt").write_text("tea", encoding="utf-8")
    assert "c.txt/inner" in ids(folder)


def test_a_name_that_is_not_utf8_is_skipped(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_text("tea", encoding="utf-8")
    assert skipped(folder) == {"\\udcff.txt": "its name is not UTF-8"}


@pytest.mark.parametrize(
    "name", ["http://169.254.169.254/x", "https://a.b/c.txt", "file:///etc/passwd", "FILE:/etc/passwd"]
)
def test_nothing_is_fetched_from_the_network(name: str) -> None:
    with pytest.raises(DocumentError, match="nothing is fetched"):
        found(name)


def test_no_name_is_not_the_folder_in_hand() -> None:
    with pytest.raises(DocumentError, match="an input has no name"):
        found("")


def test_a_list_that_a_pattern_names_is_a_list(folder: Path) -> None:
    (folder / "list.jsonl").write_text('{"id": "p", "text": "tea"}\n{"id": "q", "text": "milk"}\n')
    assert ids(folder / "*.[jt]*") == ["b", "p", "q"]


def test_standard_input_that_is_closed_is_an_error() -> None:
    named = "from extractor.jobs.inputs.pages import *; list(Inputs('-', Options(9)))"
    code = f"import sys; sys.stdin = None; {named}"
    closed = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "standard input is closed" in closed.stderr


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        found(tmp_path / "nothing.txt")
    with pytest.raises(DocumentError, match="no pages"):
        found(tmp_path)


def test_a_file_that_cannot_be_opened_is_a_page_with_a_problem(tmp_path: Path) -> None:
    gone = tmp_path / "gone.txt"
    gone.write_text("tea", encoding="utf-8")
    inputs = Inputs([str(gone)], OPTIONS)
    iterator = iter(inputs)
    gone.unlink()
    with pytest.raises(DocumentError, match="no such file"):
        next(iterator)
    listed = tmp_path / "list.jsonl"
    listed.write_text('{"path": "gone.txt"}', encoding="utf-8")
    (page,) = pages(listed)
    assert page.problem is not None
    assert (page.id, page.problem.code) == ("gone", "unreadable")
    assert "No such file" in page.problem.message


def test_a_page_is_read_up_to_the_limit_and_no_further(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    (page,) = pages(path)
    assert len(page.data) == OPTIONS.max_bytes + 1
