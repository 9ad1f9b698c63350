import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Verify = Callable[[bytes], subprocess.CompletedProcess[str]]

PAGE = "A trial of tea\n\nIt enrolled 40 people.\n"
RECORD = {
    "source": {"page_kind": "OTHER", "layout": "unknown"},
    "brief_title": "A trial of tea",
    "design": {"enrollment": {"count": 40}},
}


@pytest.fixture
def verify(run: Run, tmp_path: Path) -> Verify:
    """Verify a draft of the page."""
    page, draft = tmp_path / "page.txt", tmp_path / "draft.json"
    page.write_text(PAGE, encoding="utf-8")

    def go(data: bytes) -> subprocess.CompletedProcess[str]:
        draft.write_bytes(data)
        return run("verify", page, draft)

    return go


def test_a_draft_becomes_an_extraction_with_places(verify: Verify) -> None:
    draft = {"record": RECORD, "quotes": {"/design/enrollment/count": [{"text": "40 people"}]}}
    done = verify(json.dumps(draft).encode())
    evidence = json.loads(done.stdout)["evidence"]
    assert evidence["/design/enrollment/count"]["spans"][0]["start"] == PAGE.index("40")
    assert evidence["/brief_title"]["spans"][0]["start"] == 0


def test_an_extraction_is_verified_again_to_the_same_bytes(verify: Verify) -> None:
    first = verify(json.dumps({"record": RECORD}).encode()).stdout
    assert verify(first.encode()).stdout == first


def test_a_draft_that_is_no_record_is_one_line_that_names_file_and_place(verify: Verify) -> None:
    done = verify(json.dumps({"record": {**RECORD, "colour": "red"}}).encode())
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "draft.json: /record/colour" in done.stderr


def test_bytes_that_are_no_utf8_are_named(verify: Verify) -> None:
    done = verify(b'{"record": "\xff"}')
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "byte 12 is not UTF-8" in done.stderr


def test_the_statuses_are_counted_on_standard_error(verify: Verify) -> None:
    draft = {"record": {**RECORD, "acronym": "BLUE"}}
    assert "UNSUPPORTED" in verify(json.dumps(draft).encode()).stderr


def test_an_extraction_of_another_text_is_refused(verify: Verify) -> None:
    extraction = json.loads(verify(json.dumps({"record": RECORD}).encode()).stdout)
    extraction["document"]["text_sha256"] = "0" * 64
    done = verify(json.dumps(extraction).encode())
    assert done.returncode == 2
    assert "Give its own page" in done.stderr
