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


def test_lint_lists_the_traps_of_a_model_and_leaves_with_one(call: Run) -> None:
    done = call("schema", "--lint", "extractor.records.record:TrialRecord")
    assert done.returncode == 1
    assert "recursion" in done.stdout
    assert done.stdout.splitlines()[-1].endswith("traps by the limits of strictest")


def test_lint_measures_by_the_limits_named(call: Run) -> None:
    done = call("schema", "--lint", "extractor.records.record:TrialRecord", "--limits", "openai")
    assert ": recursion:" not in done.stdout
    assert done.stdout.splitlines()[-1].endswith("traps by the limits of openai")


def test_lint_finds_models_in_the_folder_where_it_is_run(run: Run, tmp_path: Path) -> None:
    code = (
        "from pydantic import BaseModel, ConfigDict\n"
        "class Cup(BaseModel):\n"
        "    model_config = ConfigDict(extra='forbid', strict=True, allow_inf_nan=False)\n"
        "    words: str\n    value: float | None\n"
    )
    (tmp_path / "here" / "cups.py").write_text(code, encoding="utf-8")
    done = run("schema", "--lint", "cups:Cup")
    assert (done.returncode, done.stdout, done.stderr) == (0, "no traps\n", "")


def test_lint_of_what_is_sent_needs_no_name(call: Run) -> None:
    done = call("schema", "--lint", "--limits", "openai")
    assert (done.returncode, done.stdout) == (0, "no traps\n")


def test_lint_writes_no_control_characters_of_a_schema(call: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"type": "object", "\\u001b[31m": 1}', encoding="utf-8")
    done = call("schema", "--lint", path)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout


def test_lint_of_nothing_is_an_error(run: Run) -> None:
    done = run("schema", "--lint", "nothing.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "nothing.json" in done.stderr
    done = run("schema", "--lint", "nothing:Nothing")
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be imported" in done.stderr
