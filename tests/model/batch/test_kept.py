import json
from pathlib import Path

import batch_provider
import pytest

from extractor.errors import RecordError, Spent
from extractor.model.batch.kept import SECOND, UNKNOWN, UNREADABLE, Kept, KeptLine
from extractor.model.modes import Mode

TRUNCATED = json.dumps(batch_provider.truncated({"custom_id": "c"}))
EXPIRED = json.dumps(batch_provider.expired({"custom_id": "c"}))


def _kept(folder: Path) -> Kept:
    return Kept(folder, Mode.JSON_SCHEMA)


def _save(folder: Path, *lines: KeptLine) -> bytes:
    kept = _kept(folder)
    for line in lines:
        kept.add(line)
    kept.save()
    return (folder / "kept.jsonl").read_bytes()


ONE = KeptLine(custom_id="c", kind="truncated", line=TRUNCATED)
TWO = KeptLine(custom_id="c", kind="batch_expired", line=EXPIRED)
ODD = KeptLine(custom_id="", kind=UNREADABLE, line='no "JSON" \\xff \u2028 ü')


def test_lines_are_kept_as_they_came(tmp_path: Path) -> None:
    _save(tmp_path, ONE, ODD)
    assert _kept(tmp_path).lines == [ODD, ONE]


def test_the_file_does_not_depend_on_the_order_in_which_lines_came(tmp_path: Path) -> None:
    assert _save(tmp_path, ONE, TWO, ODD) == _save(tmp_path, ODD, TWO, ONE, ONE)


def test_a_line_that_comes_twice_is_one(tmp_path: Path) -> None:
    kept = _kept(tmp_path)
    assert [kept.add(ONE), kept.add(ONE), kept.add(TWO)] == [True, False, True]
    kept.save()
    assert not _kept(tmp_path).add(ONE)
    assert _kept(tmp_path).counts() == {"truncated": 1, "batch_expired": 1}


def test_nothing_is_written_where_nothing_was_added(tmp_path: Path) -> None:
    _kept(tmp_path).save()
    assert list(tmp_path.iterdir()) == []


def test_results_are_those_of_requests_and_not_of_strangers(tmp_path: Path) -> None:
    second = KeptLine(custom_id="c", kind=SECOND, line=TRUNCATED)
    stranger = KeptLine(custom_id="d", kind=UNKNOWN, line=EXPIRED)
    _save(tmp_path, ONE, second, stranger, ODD)
    assert {key: [one.kind for one in found] for key, found in _kept(tmp_path).results().items()} == {
        "c": ["truncated"]
    }


def test_everything_that_was_paid_is_counted(tmp_path: Path) -> None:
    second = KeptLine(custom_id="c", kind=SECOND, line=TRUNCATED)
    _save(tmp_path, ONE, second, TWO, ODD)
    once = Spent(1, batch_provider.TOKENS_IN, batch_provider.TOKENS_OUT, batch_provider.TOKENS_CACHED)
    assert _kept(tmp_path).spent() == once + once


def test_a_damaged_file_is_named_with_its_line(tmp_path: Path) -> None:
    data = _save(tmp_path, ONE, TWO)
    (tmp_path / "kept.jsonl").write_bytes(data[:-20])
    with pytest.raises(RecordError, match=r"kept\.jsonl:2"):
        _kept(tmp_path)
