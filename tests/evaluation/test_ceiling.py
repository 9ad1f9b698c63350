from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.errors import SuiteError
from extractor.evaluation import EvaluationReport, score
from extractor.evaluation.ceiling import ceiling, ceiling_table, labelling
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def folders(root: Path, a: Extraction, b: Extraction) -> tuple[Path, Path]:
    """Two labellings of one page as files."""
    for name, one in (("a", a), ("b", b)):
        (root / name).mkdir()
        (root / name / "page.json").write_text(one.to_json(), encoding="utf-8")
    return root / "a", root / "b"


def test_the_reader_stands_beside_what_labellers_reach(tmp_path: Path, extraction: Build) -> None:
    gold = extraction({"brief_title": "A", "acronym": "X"})
    found = ceiling(folders(tmp_path, gold, extraction({"brief_title": "A", "acronym": "Y"})))
    read = score(gold, extraction({"brief_title": "A", "acronym": "X"}))
    table = ceiling_table(EvaluationReport("s", "r", "0", "0", (read,)), found, fields=True)
    rows = {row[0]: row[1:4] for row in table.rows}
    assert rows["titles"] == ("2", "1.0000", "0.5000")
    assert rows["/acronym"] == ("1", "1.0000", "0.0000")
    assert "labellers" in table.title


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SuiteError, match=r"holds no \*.json"):
        labelling(tmp_path)
