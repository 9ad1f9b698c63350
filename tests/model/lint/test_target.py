from pathlib import Path

import pytest

from extractor.errors import RecordError, SettingsError
from extractor.model.lint.limits import STRICTEST
from extractor.model.lint.target import lint_target


def test_a_model_is_named_by_its_import_path() -> None:
    traps = lint_target("extractor.records.record:TrialRecord", STRICTEST)
    assert {"recursion", "default", "optional_key"} <= {trap.rule for trap in traps}


def test_a_schema_is_named_by_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"type": "array", "items": {"type": "string"}}', encoding="utf-8")
    assert [trap.rule for trap in lint_target(str(path), STRICTEST)] == ["root_not_object"]


@pytest.mark.parametrize("text", ['{"a": 1, "a": 2}', '{"a": NaN}', "{", "", "[" * 100_000])
def test_a_file_that_is_no_strict_json_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RecordError, match=r"a\.json"):
        lint_target(str(path), STRICTEST)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("TrialRecord", "module:Class"),
        ("extractor.records.record:", "module:Class"),
        ("extractor.nothing:A", "Run the command in the folder"),
        ("extractor.records.record:Nothing", "Check the spelling"),
        ("extractor.records.record:Field", "inherits from BaseModel"),
        ("extractor.records.record:TrialRecord.arms", "Check the spelling"),
    ],
)
def test_a_name_that_leads_to_no_model_says_what_to_write(name: str, hint: str) -> None:
    with pytest.raises(SettingsError, match=hint):
        lint_target(name, STRICTEST)
