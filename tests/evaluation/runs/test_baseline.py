import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.documents import Document
from extractor.errors import RunError
from extractor.evaluation import Baseline, Run, Suite, compare, gate, score_run, write_baseline
from extractor.records.draft import Draft
from extractor.records.envelope import Extraction, Lineage
from extractor.records.record import TrialRecord
from extractor.verification.verify import verify

PAGES = {"one": "First trial", "two": "Second trial"}


def extraction(name: str, title: str | None) -> Extraction:
    record: dict[str, Any] = {"source": {"page_kind": "OTHER", "layout": "unknown"}, "brief_title": title}
    draft = Draft(record=TrialRecord.model_validate(record), lineage=Lineage(reader="title"))
    return verify(Document.from_text(PAGES[name], id=name), draft)


@pytest.fixture
def suite(load_suite: Callable[..., Suite]) -> Suite:
    return load_suite({name: (text, extraction(name, text)) for name, text in PAGES.items()})


def run(**titles: str | None) -> Run:
    failures = {name: "no answer" for name in PAGES if name not in titles}
    return Run.of("made up", [extraction(name, title) for name, title in titles.items()], failures)


def test_a_blessed_run_comes_back_whole_and_passes_its_own_gate(suite: Suite, tmp_path: Path) -> None:
    blessed = score_run(suite, run(one="First trial", two="Another"))
    write_baseline(tmp_path / "b", blessed)
    found = Baseline.load(tmp_path / "b")
    assert found.correct == blessed.report.overall.correct
    again = score_run(suite, found.run)
    assert again.report.scores == blessed.report.scores
    assert gate(compare(again, blessed), suite.gate).exit_code == 0


def test_what_a_run_lost_is_held_against_it(suite: Suite, tmp_path: Path) -> None:
    write_baseline(tmp_path / "b", score_run(suite, run(one="First trial", two="Second trial")))
    before = score_run(suite, Baseline.load(tmp_path / "b").run)
    found = gate(compare(before, score_run(suite, run(one="First trial", two=None))), suite.gate)
    assert (found.exit_code, [change.cell.path for change in found.worse]) == (1, ["/brief_title"])


def test_a_page_that_failed_is_kept_as_failed(suite: Suite, tmp_path: Path) -> None:
    write_baseline(tmp_path / "b", score_run(suite, run(one="First trial")))
    found = Baseline.load(tmp_path / "b")
    assert found.run.failures == {"two": "no answer"}
    assert score_run(suite, found.run).report.failures == {"two": "no answer"}


def test_blessing_the_same_run_twice_writes_the_same_bytes(suite: Suite, tmp_path: Path) -> None:
    scored = score_run(suite, run(one="First trial", two=None))
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        write_baseline(folder, scored)
    one, other = ([file.read_bytes() for file in sorted(folder.iterdir())] for folder in folders)
    assert one == other


def test_a_baseline_that_was_altered_or_is_none_is_refused(suite: Suite, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="there is no baseline in"):
        Baseline.load(tmp_path)
    write_baseline(tmp_path, score_run(suite, run(one="First trial", two=None)))
    file = tmp_path / "extractions.jsonl"
    file.write_text(file.read_text("utf-8").replace("First trial", "Other trial"), encoding="utf-8")
    with pytest.raises(RunError, match="not the run that was blessed"):
        Baseline.load(tmp_path)
    (tmp_path / "baseline.json").write_text(json.dumps({"format": 0}), encoding="utf-8")
    with pytest.raises(RunError, match="not a baseline of this version"):
        Baseline.load(tmp_path)
    (tmp_path / "baseline.json").write_text(json.dumps({"format": 1}), encoding="utf-8")
    file.unlink()
    with pytest.raises(RunError, match="cannot be read"):
        Baseline.load(tmp_path)


def test_pages_that_the_suite_does_not_have_are_left_aside(suite: Suite) -> None:
    stranger = extraction("one", "x").model_copy(
        update={"document": extraction("one", "x").document.model_copy(update={"id": "stranger"})}
    )
    scored = score_run(suite, Run.of("r", [extraction("one", "First trial"), stranger]))
    assert list(scored.scores) == ["one", "two"]
    assert scored.report.failures == {"two": "the run does not hold this page"}
