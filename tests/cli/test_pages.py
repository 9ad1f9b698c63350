"""The pages a command is given."""

import os
from pathlib import Path

import pytest

from extractor.cli.pages import PageFile, pages_of
from extractor.errors import DocumentError, DocumentTooLargeError, DuplicateDocumentError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "below/c.MD", "below/deeper/d.text", "x.pdf", ".hidden", "below/e"):
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("tea", encoding="utf-8")
    return tmp_path / "pages"


def test_pages_of_a_folder_are_named_by_their_paths_below_it(folder: Path) -> None:
    assert [page.id for page in pages_of([str(folder)])] == ["a", "b", "below/c", "below/deeper/d"]


def test_records_in_json_and_xml_are_pages_of_a_folder(folder: Path) -> None:
    for name in ("one.json", "two.XML", "list.jsonl"):
        (folder / name).write_text("{}", encoding="utf-8")
    assert {page.id for page in pages_of([str(folder)])} >= {"one", "two"}
    assert "list" not in {page.id for page in pages_of([str(folder)])}


def test_a_file_named_outright_is_read_whatever_its_suffix(folder: Path) -> None:
    names = [str(folder / "x.pdf"), str(folder / "below" / "e"), str(folder / "b.txt")]
    assert [page.id for page in pages_of(names)] == ["x", "e", "b"]


def test_a_dash_is_standard_input() -> None:
    assert pages_of(["-"]) == [PageFile("stdin", None)]


def test_two_pages_with_one_id_are_refused_by_both_names(folder: Path) -> None:
    (folder / "stdin.txt").write_text("tea", encoding="utf-8")
    with pytest.raises(DuplicateDocumentError, match=r"standard input and .*stdin\.txt"):
        pages_of(["-", str(folder / "stdin.txt")])
    with pytest.raises(DuplicateDocumentError):
        pages_of([str(folder / "b.txt"), str(folder)])
    (folder / "b.md").write_text("tea", encoding="utf-8")
    with pytest.raises(DuplicateDocumentError, match=r"b\.md and .*b\.txt"):
        pages_of([str(folder)])


def test_what_is_not_there_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        pages_of([str(folder / "nothing.txt")])
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(DocumentError, match="no pages") as caught:
        pages_of([str(empty)])
    assert ".txt" in caught.value.hint


def test_pipes_and_devices_are_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", Path(os.devnull)):
        (page,) = pages_of([str(path)])
        with pytest.raises(DocumentError, match="not a regular file"):
            page.load(100)


def test_a_page_is_loaded_up_to_the_limit(folder: Path) -> None:
    (page,) = pages_of([str(folder / "b.txt")])
    assert page.load(3).text == "tea"
    with pytest.raises(DocumentTooLargeError):
        page.load(2)
