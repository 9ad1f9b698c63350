"""Files held to what is noted of them."""

import hashlib
from pathlib import Path

import pytest

from extractor.jobs.errors import BrokenRunError
from extractor.jobs.holding import check_hashes, check_sizes

NOTED = {"a.jsonl": {"lines": 2, "bytes": 4, "sha256": hashlib.sha256(b"1\n2\n").hexdigest()}}


def test_files_that_are_as_they_were_written_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"1\n2\n")
    check_sizes(tmp_path, NOTED)
    assert check_hashes(tmp_path, NOTED) == {"a.jsonl": {"lines": 2}}


def test_a_file_that_is_gone_or_changed_is_named(tmp_path: Path) -> None:
    for check in (check_sizes, check_hashes):
        with pytest.raises(BrokenRunError, match=r"a\.jsonl is gone\. Begin anew"):
            check(tmp_path, NOTED)
    (tmp_path / "a.jsonl").write_bytes(b"1\n2")
    with pytest.raises(BrokenRunError, match=r"a\.jsonl is not as it was written"):
        check_sizes(tmp_path, NOTED)
    (tmp_path / "a.jsonl").write_bytes(b"1\n3\n")
    check_sizes(tmp_path, NOTED)
    with pytest.raises(BrokenRunError, match=r"a\.jsonl was changed after it was written"):
        check_hashes(tmp_path, NOTED)
