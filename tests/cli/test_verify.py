import json
import subprocess
import sys
from pathlib import Path

EXTRACTOR = Path(sys.executable).parent / "extractor"
PAGE = "A trial of tea\n\nIt enrolled 40 people.\n"
RECORD = {
    "source": {"page_kind": "OTHER", "layout": "unknown"},
    "brief_title": "A trial of tea",
    "design": {"enrollment": {"count": 40}},
}


def run(tmp_path: Path, draft: bytes) -> subprocess.CompletedProcess[str]:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "draft.json").write_bytes(draft)
    arguments = [EXTRACTOR, "verify", tmp_path / "page.txt", tmp_path / "draft.json"]
    return subprocess.run(arguments, capture_output=True, text=True, check=False)


def test_a_draft_becomes_an_extraction_with_places(tmp_path: Path) -> None:
    draft = {"record": RECORD, "quotes": {"/design/enrollment/count": [{"text": "40 people"}]}}
    done = run(tmp_path, json.dumps(draft).encode())
    evidence = json.loads(done.stdout)["evidence"]
    assert evidence["/design/enrollment/count"]["spans"][0]["start"] == PAGE.index("40")
    assert evidence["/brief_title"]["spans"][0]["start"] == 0


def test_an_extraction_is_verified_again_to_the_same_bytes(tmp_path: Path) -> None:
    first = run(tmp_path, json.dumps({"record": RECORD}).encode()).stdout
    assert run(tmp_path, first.encode()).stdout == first


def test_a_draft_that_is_no_record_is_one_line_that_names_file_and_place(tmp_path: Path) -> None:
    done = run(tmp_path, json.dumps({"record": {**RECORD, "colour": "red"}}).encode())
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "draft.json: /record/colour" in done.stderr


def test_bytes_that_are_no_utf8_are_named(tmp_path: Path) -> None:
    done = run(tmp_path, b'{"record": "\xff"}')
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "byte 12 is not UTF-8" in done.stderr


def test_the_statuses_are_counted_on_standard_error(tmp_path: Path) -> None:
    draft = {"record": {**RECORD, "acronym": "BLUE"}}
    assert "UNSUPPORTED" in run(tmp_path, json.dumps(draft).encode()).stderr


def test_an_extraction_of_another_text_is_refused(tmp_path: Path) -> None:
    extraction = json.loads(run(tmp_path, json.dumps({"record": RECORD}).encode()).stdout)
    extraction["document"]["text_sha256"] = "0" * 64
    done = run(tmp_path, json.dumps(extraction).encode())
    assert done.returncode == 2
    assert "Give its own page" in done.stderr
