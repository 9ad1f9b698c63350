"""`extractor schema`."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from extractor.records.schema import PUBLISHED, schema_text

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_schemas_are_written_from_the_models(call: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "schemas"
    done = call("schema", "--to", folder)
    assert done.returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(PUBLISHED)
    for name, model in PUBLISHED.items():
        assert name in done.stdout
        assert (folder / name).read_bytes() == schema_text(model).encode()
    assert "agree" in call("schema", "--to", folder).stdout


def test_check_changes_nothing_and_says_what_drifted(call: Run, tmp_path: Path) -> None:
    call("schema", "--to", tmp_path)
    assert call("schema", "--check", "--to", tmp_path).returncode == 0
    path = tmp_path / "extraction.schema.json"
    path.write_text("{}", encoding="utf-8")
    done = call("schema", "--check", "--to", tmp_path)
    assert done.returncode == 1
    assert "extraction.schema.json" in done.stdout
    assert "trial-record.schema.json" not in done.stdout
    assert path.read_text(encoding="utf-8") == "{}"


def test_check_writes_no_missing_file(call: Run, tmp_path: Path) -> None:
    done = call("schema", "--check", "--to", tmp_path / "nothing")
    assert done.returncode == 1
    assert not (tmp_path / "nothing").exists()
