"""Lists of pages: JSON lines, CSV, Parquet."""

import csv
import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from pyarrow import Table
from pyarrow.parquet import write_table

from extractor.errors import DocumentError, DocumentTooLargeError, DuplicateDocumentError
from extractor.jobs.inputs.page import InputPage, Options, Skipped
from extractor.jobs.inputs.pages import Inputs
from extractor.jobs.listing import entries_of

OPTIONS = Options(max_bytes=1000)


def found(path: Path, options: Options = OPTIONS) -> list[InputPage | Skipped]:
    return list(Inputs([str(path)], options))


def pages(path: Path, options: Options = OPTIONS) -> list[InputPage]:
    return [one for one in found(path, options) if isinstance(one, InputPage)]


def texts(path: Path, options: Options = OPTIONS) -> list[tuple[str, str]]:
    return [(page.id, page.load().text) for page in pages(path, options)]


def problems(path: Path, options: Options = OPTIONS) -> list[tuple[str, str, str]]:
    return [
        (page.id, page.problem.code, page.problem.message) for page in pages(path, options) if page.problem
    ]


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A file `list.jsonl` beside a page `milk.txt`."""
    (tmp_path / "milk.txt").write_text("warm milk", encoding="utf-8")
    return tmp_path / "list.jsonl"


def test_json_lines_give_texts_and_paths_beside_the_list(listed: Path) -> None:
    listed.write_bytes(
        b'\xef\xbb\xbf{"id": "a", "text": "tea"}\r\n\n{"id": 7, "path": "milk.txt"}\n{"path": "milk.txt"}\n'
        b'{"text": "cocoa"}'
    )
    assert texts(listed) == [("a", "tea"), ("7", "warm milk"), ("milk", "warm milk"), ("list:5", "cocoa")]


def test_keys_can_have_other_names(listed: Path) -> None:
    listed.write_text('{"nct": "NCT09990001", "body": "tea", "text": "no"}', encoding="utf-8")
    assert texts(listed, Options(max_bytes=1000, id="nct", text="body")) == [("NCT09990001", "tea")]


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (b'{"id": "a", "text": "t"', "bad_row", "not strict JSON"),
        (b'{"id": "a", "text": NaN}', "bad_row", "NaN"),
        (b'{"id": "a", "id": "b", "text": "t"}', "bad_row", "twice"),
        (b'{"id": "a", "text": "\\ud800"}', "bad_row", "surrogate"),
        (b'{"id": "a", "text": "\xff"}', "encoding", "not UTF-8"),
        (b"[1]", "bad_row", "no JSON object"),
        (b'{"id": "a"}', "bad_row", "either"),
        (b'{"id": "a", "text": "t", "path": "milk.txt"}', "bad_row", "either"),
        (b'{"id": "a", "text": 5}', "bad_row", "either"),
        (b'{"id": true, "text": "t"}', "bad_row", "no text"),
        (b'{"id": " ", "text": "t"}', "bad_row", "no text"),
        (b"[" * 100_000, "bad_row", "nested"),
    ],
)
def test_a_bad_line_is_a_page_that_fails_and_the_others_are_read(
    listed: Path, line: bytes, code: str, says: str
) -> None:
    listed.write_bytes(line + b'\n{"id": "z", "text": "tea"}\n')
    ((_, found_code, message),) = problems(listed)
    assert found_code == code
    assert says in message
    assert [page.id for page in pages(listed)][1:] == ["z"]


def test_a_line_of_hundreds_of_megabytes_is_not_held_in_memory(listed: Path) -> None:
    with listed.open("wb") as file:
        file.truncate(1 << 28)
        file.seek(1 << 28)
        file.write(b'\n{"id": "z", "text": "tea"}\n')
    tracemalloc.start()
    try:
        (problem,) = problems(listed)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert problem == ("list:1", "document_too_large", "the line is longer than any page may be")
    assert peak < 20_000_000


@pytest.mark.parametrize(
    "path", ["../secret.txt", "/etc/hostname", "a/../../secret.txt", "below/s.txt", ".."]
)
def test_a_path_that_leads_out_of_the_lists_folder_is_not_read(listed: Path, path: str) -> None:
    (listed.parent.parent / "secret.txt").write_text("secret", encoding="utf-8")
    (listed.parent / "below").symlink_to(listed.parent.parent)
    listed.write_text(json.dumps({"id": "a", "path": path}), encoding="utf-8")
    ((name, code, message),) = problems(listed)
    assert (name, code) == ("a", "unreadable")
    assert "leads out" in message


@pytest.mark.parametrize("path", ["http://127.0.0.1/x", "a\x00b", "nothing.txt", ""])
def test_a_path_that_is_none_is_a_problem(listed: Path, path: str) -> None:
    listed.write_text(json.dumps({"id": "a", "path": path}), encoding="utf-8")
    ((name, code, _),) = problems(listed)
    assert (name, code) == ("a", "unreadable")


def test_another_base_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "milk.txt").write_text("warm milk", encoding="utf-8")
    elsewhere = tmp_path / "lists"
    elsewhere.mkdir()
    path = elsewhere / "list.jsonl"
    path.write_text(json.dumps({"path": str(tmp_path / "milk.txt")}), encoding="utf-8")
    ((name, text),) = texts(path, Options(max_bytes=1000, base="/"))
    assert name.endswith("/milk")
    assert text == "warm milk"


def test_a_link_in_a_list_is_skipped(listed: Path) -> None:
    (listed.parent / "link.txt").symlink_to(listed.parent / "milk.txt")
    listed.write_text('{"path": "link.txt"}', encoding="utf-8")
    (one,) = found(listed)
    assert isinstance(one, Skipped)
    assert one.reason.startswith("a link")


def test_hostile_ids_stay_ids(listed: Path) -> None:
    names = ["../../x", "/etc/passwd", "a/b", "CON", "x" * 300, "a\x00b", "a\r\nb", "-rf", "a", "A"]
    listed.write_text(
        "".join(json.dumps({"id": name, "text": "tea"}) + "\n" for name in names), encoding="utf-8"
    )
    assert [name for name, _ in texts(listed)] == names


def test_csv_rows_are_pages_with_their_line_ends_kept(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = [["text", "other", "id"], ['a "tea"\r\nwith, milk\n', "x", "a"], ["cocoa", "", ""]]
        csv.writer(file).writerows(rows)
    assert texts(path) == [("a", 'a "tea"\r\nwith, milk\n'), ("list:2", "cocoa")]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"id,text\na,b,c\n", "row 1 has 3 cells"),
        (b"id,body\na,b\n", "no column 'text' or 'path'; its columns are 'id', 'body'"),
        (b"", "its columns are none"),
        (b"id,text,text\na,b,c\n", "two columns"),
        (b"id,text\na,\xff\n", "line 2 is not UTF-8"),
        (b'id,text\na,"open\n', "line 2"),
        (b"id,text\na," + b"x" * (17 << 20), "longer than any page"),
        (b'id,text\na,"' + b"x\n" * (9 << 20) + b'"\n', "field larger"),
    ],
)
def test_a_csv_file_that_is_none_is_an_error_that_says_where(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    limit = csv.field_size_limit()
    with pytest.raises(DocumentError, match=says) as caught:
        found(path)
    assert "list.csv" in str(caught.value)
    assert csv.field_size_limit() == limit


def test_empty_lines_of_a_csv_file_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"id,text\r\na,tea\r\n\r\nb,milk\r\n\r\n")
    assert texts(path) == [("a", "tea"), ("b", "milk")]


@pytest.mark.parametrize("cell", [b"x" * 300_000, b'"' + b"x\n" * 150_000 + b'"'])
def test_a_cell_that_is_too_large_for_a_page_costs_no_other(tmp_path: Path, cell: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"id,text\na,tea\nb," + cell + b"\nc,milk\n")
    first, large, last = pages(path)
    assert (first.load().text, last.load().text) == ("tea", "milk")
    with pytest.raises(DocumentTooLargeError):
        large.load()


@pytest.mark.parametrize("path", ["", "/", ".", "..", "a/.."])
def test_a_path_that_names_no_file_fails_its_row_alone(listed: Path, path: str) -> None:
    listed.write_text(f'{{"path": "{path}"}}\n{{"id": "b", "text": "milk"}}\n', encoding="utf-8")
    bad, good = pages(listed)
    assert (bad.problem is not None, good.id) == (True, "b")


def test_two_parquet_columns_of_one_name_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "list.parquet"
    write_table(Table.from_arrays([["a"], ["tea"], ["milk"]], names=["id", "text", "text"]), path)
    with pytest.raises(DocumentError, match="two columns have one name"):
        found(path)


def test_parquet_columns_are_pages(tmp_path: Path) -> None:
    path = tmp_path / "list.parquet"
    many = [f"tea {number}" for number in range(200)]
    write_table(Table.from_pydict({"id": list(range(200)), "other": many, "text": many}), path)
    assert texts(path) == [(str(number), text) for number, text in enumerate(many)]


def test_a_parquet_file_that_is_none_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "list.parquet"
    path.write_bytes(b"PAR1 no")
    with pytest.raises(DocumentError, match="no readable Parquet"):
        found(path)
    write_table(Table.from_pydict({"body": ["tea"]}), path)
    with pytest.raises(DocumentError, match="its columns are 'body'"):
        found(path)


def test_without_pyarrow_a_parquet_file_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "list.parquet").write_bytes(b"x")
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from extractor.cli.main import main\n"
        "main(['run', 'list.parquet', '--out', 'out'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "trial-extractor[parquet]" in done.stderr


def test_rows_of_one_id_are_to_get_another_one(listed: Path) -> None:
    listed.write_text('{"id": "milk", "text": "tea"}\n{"id": "milk", "text": "tea"}\n', encoding="utf-8")
    milk = str(listed.with_name("milk.txt"))
    for names, hint in (
        ([str(listed)], "Give a row another id"),
        ([milk, str(listed)], "Give the row another id"),
        ([milk, milk], "Name it once"),
    ):
        with pytest.raises(DuplicateDocumentError, match=hint):
            list(entries_of(Inputs(names, OPTIONS)))
