from pathlib import Path

import pytest

from extractor.documents import Document
from extractor.errors import DuplicateDocumentError, RecordError
from extractor.model.batch.pages import add_pages, read_pages

ODD = Document.from_bytes("\ufeffA page\r\n\u2028 <b>\x85 ünder\n".encode("utf-16"), id="a/b")
HTML = Document.from_bytes(b"<!doctype html><p>Tea", id="html")


def test_pages_come_back_as_they_were(tmp_path: Path) -> None:
    add_pages(tmp_path, [ODD, HTML])
    assert read_pages(tmp_path) == [ODD, HTML]


def test_a_page_that_is_there_is_not_added_again(tmp_path: Path) -> None:
    add_pages(tmp_path, [ODD])
    before = (tmp_path / "pages.jsonl").stat().st_ino
    assert add_pages(tmp_path, [ODD]) == [ODD]
    assert (tmp_path / "pages.jsonl").stat().st_ino == before
    assert add_pages(tmp_path, [HTML, ODD]) == [ODD, HTML]


def test_another_page_under_a_known_id_is_refused(tmp_path: Path) -> None:
    add_pages(tmp_path, [ODD])
    with pytest.raises(DuplicateDocumentError, match="another folder"):
        add_pages(tmp_path, [Document.from_text("Another", id="a/b")])
    assert read_pages(tmp_path) == [ODD]


def test_a_folder_without_pages_has_none(tmp_path: Path) -> None:
    assert read_pages(tmp_path) == []


@pytest.mark.parametrize("damage", [lambda text: text[:-9], lambda text: text.replace('"id"', '"name"', 1)])
def test_a_damaged_file_is_named_with_its_line(tmp_path: Path, damage: object) -> None:
    add_pages(tmp_path, [HTML])
    path = tmp_path / "pages.jsonl"
    path.write_text(damage(path.read_text()))  # type: ignore[operator]
    with pytest.raises(RecordError, match=r"pages\.jsonl:1"):
        read_pages(tmp_path)


def test_a_page_whose_text_was_changed_is_refused(tmp_path: Path) -> None:
    add_pages(tmp_path, [HTML])
    path = tmp_path / "pages.jsonl"
    path.write_text(path.read_text().replace("Tea", "Milk"))
    with pytest.raises(RecordError, match="is not the page"):
        read_pages(tmp_path)
