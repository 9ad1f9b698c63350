from collections.abc import Callable
from typing import Any

from extractor.evaluation import Run
from extractor.evaluation.runs.moved import moved, moved_hashes
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def run(build: Build, page: str = "page", **lineage: Any) -> Run:
    return Run.of("r", [build(page=page, lineage={"reader": "model", **lineage})])


def test_what_the_lineages_tell_apart_is_named(extraction: Build) -> None:
    before = run(extraction, model="m1", prompt="a" * 64, schema="b" * 64)
    after = run(extraction, model="m2", prompt="c" * 64, schema="b" * 64)
    assert [str(one) for one in moved(before, after)] == [
        "model: m1 → m2",
        "prompt: aaaaaaaaaaaa → cccccccccccc",
    ]
    assert moved(before, before) == ()


def test_another_text_of_a_page_is_a_page_that_moved(extraction: Build) -> None:
    before = run(extraction)
    one = extraction(lineage={"reader": "model"})
    other = one.document.model_copy(update={"text_sha256": "2" * 64})
    after = Run.of("r", [one.model_copy(update={"document": other})])
    assert [one.what for one in moved(before, after)] == ["page"]


def test_only_pages_of_both_runs_are_held_against_each_other(extraction: Build) -> None:
    assert moved(run(extraction, page="a", model="m1"), run(extraction, page="b", model="m2")) == ()


def test_hashes_are_compared_by_name() -> None:
    found = moved_hashes({"gold": "a", "scorer": "b"}, {"gold": "a", "scorer": "c", "more": "d"})
    assert [(one.what, one.before, one.after) for one in found] == [("scorer", "b", "c")]
