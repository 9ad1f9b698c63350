"""The Document: the immutable text of one page."""

import codecs
import dataclasses
import hashlib
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.conversion.html_page import _PADDING
from extractor.documents import MAX_BYTES, Document
from extractor.errors import (
    DocumentError,
    DocumentTooLargeError,
    EmptyDocumentError,
    EncodingError,
    MalformedDocumentError,
)

TABLE = b"<html><body><table><tr><th>Group</th><th>Tea</th></tr><tr><td>A</td><td>Warm</td></tr></table>"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_plain_bytes_are_their_text_and_both_hashes_agree() -> None:
    document = Document.from_bytes("Tea ≥ 2 µg 😀".encode(), id="tea")
    assert (document.id, document.text, document.media_type) == ("tea", "Tea ≥ 2 µg 😀", "text/plain")
    assert document.sha256 == document.text_sha256 == sha256("Tea ≥ 2 µg 😀".encode())
    assert document.converter is None


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + "Tea ≥ 2".encode(),
        codecs.BOM_UTF16_LE + "Tea ≥ 2".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Tea ≥ 2".encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-16-le", "utf-16-be"],
)
def test_a_byte_order_mark_chooses_the_encoding_and_is_dropped(data: bytes) -> None:
    document = Document.from_bytes(data, id="tea")
    assert document.text == "Tea ≥ 2"
    assert document.sha256 == sha256(data)
    assert document.text_sha256 == sha256("Tea ≥ 2".encode())


@pytest.mark.parametrize(
    ("data", "at", "byte"),
    [
        ("Thé".encode("latin-1"), 2, "0xe9"),
        (codecs.BOM_UTF8 + "Thé".encode("latin-1"), 5, "0xe9"),
        (b"tea \xff water", 4, "0xff"),
        ("tea ≥".encode()[:-1], 4, "0xe2"),
        (codecs.BOM_UTF16_LE + "te".encode("utf-16-le") + b"\x00", 6, "0x00"),
        (codecs.BOM_UTF16_BE + b"\xd8\x00\x00t", 2, "0xd8"),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_the_first_bad_byte(data: bytes, at: int, byte: str) -> None:
    with pytest.raises(EncodingError) as caught:
        Document.from_bytes(data, id="tea")
    assert caught.value.byte == at
    assert f"byte {at} ({byte})" in str(caught.value)
    assert data[at] == int(byte, 16)
    assert caught.value.hint


@given(st.binary(max_size=60))
def test_bytes_are_read_or_refused_and_nothing_else(data: bytes) -> None:
    try:
        document = Document.from_bytes(data, id="any")
    except (EncodingError, EmptyDocumentError):
        return
    assert document.text.strip()


def test_line_ends_stay_as_they_were_read(tmp_path: Path) -> None:
    path = tmp_path / "tea.txt"
    path.write_bytes(b"Tea\r\nWater\rMilk\n")
    assert Document.from_path(path).text == "Tea\r\nWater\rMilk\n"


def test_a_nul_is_no_text() -> None:
    with pytest.raises(EncodingError, match="NUL") as caught:
        Document.from_bytes("é\x00".encode(), id="x")
    assert caught.value.byte == 2
    with pytest.raises(EncodingError):
        Document.from_text("tea\x00")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\u00a0\u2003".encode(), codecs.BOM_UTF8])
def test_a_page_without_words_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyDocumentError):
        Document.from_bytes(data, id="x")
    with pytest.raises(EmptyDocumentError):
        Document.from_text(data.decode("utf-8-sig"))


@pytest.mark.parametrize(
    "html", [b"<html></html>", b"<html><!-- tea --></html>", b"<html><style>tea{}</style>"]
)
def test_html_without_words_is_empty(html: bytes) -> None:
    with pytest.raises(EmptyDocumentError):
        Document.from_bytes(html, id="x", media_type="text/html")


def test_a_page_over_the_limit_is_refused_and_the_limit_can_be_raised(tmp_path: Path) -> None:
    path = tmp_path / "tea.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(DocumentTooLargeError, match="10 bytes") as caught:
        Document.from_path(path, max_bytes=10)
    assert "--max-bytes" in caught.value.hint
    assert len(Document.from_path(path, max_bytes=11).text) == 11
    with pytest.raises(DocumentTooLargeError):
        Document.from_text("x" * (MAX_BYTES + 1))
    with pytest.raises(DocumentTooLargeError):
        Document.from_text("≥≥≥≥", max_bytes=11)
    assert len(Document.from_text("≥≥≥≥", max_bytes=12).text) == 4


def test_cells_of_an_html_table_stay_apart() -> None:
    document = Document.from_bytes(TABLE, id="x")
    assert document.media_type == "text/html"
    rows = [line.split("\t") for line in document.text.splitlines() if line.strip()]
    assert [[cell.strip() for cell in row] for row in rows] == [["Group", "Tea"], ["A", "Warm"]]


def test_html_has_its_converter_and_two_hashes() -> None:
    document = Document.from_bytes(TABLE, id="x")
    assert document.converter
    assert document.converter.startswith("inscriptis ")
    assert document.sha256 == sha256(TABLE)
    assert document.text_sha256 == sha256(document.text.encode())
    assert document.sha256 != document.text_sha256


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>Tea</p>",
        b"  \n<!-- saved page -->\n<!-- twice --><HTML><p>Tea</p>",
        codecs.BOM_UTF8 + b"<html><p>Tea</p>",
        codecs.BOM_UTF16_LE + "<html><p>Tea</p>".encode("utf-16-le"),
    ],
)
def test_bytes_that_begin_like_html_are_html(data: bytes) -> None:
    document = Document.from_bytes(data, id="x")
    assert (document.media_type, document.text.strip()) == ("text/html", "Tea")


@pytest.mark.parametrize("data", [b"Tea <html>", b"<p>Tea</p>", b"<htmlx>", b"<!-- <html> -->", b"a <b> c"])
def test_other_bytes_are_text_as_they_stand(data: bytes) -> None:
    document = Document.from_bytes(data, id="x")
    assert (document.media_type, document.text) == ("text/plain", data.decode())


def test_a_page_that_begins_with_many_comments_costs_no_time() -> None:
    data = b"<!-- note -->\n" * 2000 + b"tea"
    start = time.process_time()
    assert Document.from_bytes(data, id="x").media_type == "text/plain"
    assert time.process_time() - start < 1


def test_scripts_and_styles_are_no_words() -> None:
    html = b"<html><script>run()</script><style>p{}</style><p>Tea</p>"
    assert Document.from_bytes(html, id="x").text.strip() == "Tea"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.MARKDOWN", "text/markdown"),
        ("a.html", "text/html"),
        ("a.HTM", "text/html"),
        ("a", "text/plain"),
    ],
)
def test_the_suffix_tells_the_media_type(tmp_path: Path, name: str, media_type: str) -> None:
    path = tmp_path / name
    path.write_text("# Tea\n\n* warm", encoding="utf-8")
    document = Document.from_path(path)
    assert document.media_type == media_type
    assert document.id == "a"


def test_markdown_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "tea.md"
    path.write_text("# Tea\n\n* \\<60kg", encoding="utf-8")
    assert Document.from_path(path).text == "# Tea\n\n* \\<60kg"


def test_a_text_without_an_id_is_named_after_its_hash() -> None:
    document = Document.from_text("Tea")
    assert document.id == f"text-{sha256(b'Tea')[:12]}"
    assert Document.from_text("Tea", id="cup").id == "cup"


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(EncodingError, match="offset 4"):
        Document.from_text("tea \ud800")


def test_a_file_that_cannot_be_opened_is_named_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"nothing\.txt: it cannot be opened \(No such file"):
        Document.from_path(tmp_path / "nothing.txt")
    with pytest.raises(DocumentError, match="Is a directory"):
        Document.from_path(tmp_path)


def test_the_name_of_a_file_is_no_page() -> None:
    with pytest.raises(DocumentError, match="Path"):
        Document.from_text("pages/tea.txt")
    with pytest.raises(DocumentError, match="Path"):
        Document.from_text(__file__.replace(".py", ".txt"))
    assert Document.from_text("tea.txt is a file").text == "tea.txt is a file"


def test_a_document_does_not_change_and_does_not_print_its_text() -> None:
    document = Document.from_text("Tea for all", id="tea")
    with pytest.raises(dataclasses.FrozenInstanceError):
        document.text = "other"  # type: ignore[misc]
    assert "Tea for all" not in repr(document)


def test_a_label_in_an_html_table_stands_beside_the_first_line_of_its_value() -> None:
    rows = b"<tr><th>Tea</th><td><p>green</p><p>black</p></td></tr><tr><td>Longer label</td></tr>"
    html = b"<html><table>" + rows + b"</table>"
    lines = Document.from_bytes(html, id="x").text.splitlines()
    assert [line for line in lines if line.strip()] == ["Tea\tgreen", "\tblack", "Longer label"]


def test_the_padding_of_html_cells_is_taken_off_in_linear_time() -> None:
    assert _PADDING.sub("", "a  \tb   \n  c ") == "a\tb\n  c"
    began = time.perf_counter()
    assert len(_PADDING.sub("", " " * 500_000 + "x")) == 500_001
    assert time.perf_counter() - began < 2


STUDY = (
    b'{"protocolSection": {"identificationModule": {"nctId": "NCT09990001", "briefTitle": "Tea \\u2265 2"}}}'
)


@pytest.mark.parametrize("name", ["a.json", "a.txt", "a"])
def test_a_record_is_written_down_as_text_whose_fields_are_known(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(STUDY)
    document = Document.from_path(tmp_path / name)
    assert document.text == "NCT ID: NCT09990001\nBrief Title: Tea ≥ 2\n"
    assert (document.media_type, document.converter) == ("application/json", "record-text 1")
    assert (document.sha256, document.text_sha256) == (sha256(STUDY), sha256(document.text.encode()))
    assert [document.text[one.start : one.end] for one in document.fields] == ["NCT09990001", "Tea ≥ 2"]


@pytest.mark.parametrize(
    ("data", "media_type", "error"),
    [
        (b'{"a": "\\u0000"}', "application/json", EncodingError),
        (b"{}", "application/json", EmptyDocumentError),
        (b'{"a": 1', "application/json", MalformedDocumentError),
        (b"<a>", "application/xml", MalformedDocumentError),
        (b"<a/>", "application/xml", EmptyDocumentError),
        (b" ", "application/json", EmptyDocumentError),
        ("<a>é</a>".encode("latin-1"), "application/xml", EncodingError),
    ],
)
def test_files_that_hold_no_record_are_refused_by_name(data: bytes, media_type: str, error: type) -> None:
    with pytest.raises(error, match=r"^some\.file: "):
        Document.from_bytes(data, id="a", media_type=media_type, source="some.file")
