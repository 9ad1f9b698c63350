from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from extractor.documents import Document
from extractor.evaluation import Run, Suite
from extractor.evaluation.gold_effect import gold_effect, gold_effect_table
from extractor.evaluation.gold_verdict import Decision, verdict_on
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
LoadSuite = Callable[..., Suite]
PAGE = "Title: B\n"


def of(build: Build, title: str) -> Extraction:
    page = Document.from_text(PAGE, id="page")
    document: dict[str, Any] = {"id": "page", "sha256": page.sha256, "text_sha256": page.text_sha256}
    return build(
        {"brief_title": title}, document={**document, "media_type": "text/plain", "layout": "unknown"}
    )


def run(one: Extraction) -> Run:
    return Run.of("run", [one])


def test_a_change_is_parted_into_gold_and_reader(extraction: Build, load_suite: LoadSuite) -> None:
    gold = of(extraction, "A")
    suite = load_suite({"page": (PAGE, gold)})
    verdict = verdict_on(
        gold,
        "/brief_title",
        decision=Decision.GOLD_WRONG,
        value="B",
        who="A. Curator",
        when="2026-11-30",
        why="the page says B",
        quote="B",
    )
    settled = replace(suite, cases=(replace(suite.cases[0], verdicts=(verdict,)),))
    right = gold_effect(settled, run(of(extraction, "B")))
    assert (right.change("titles"), right.from_gold("titles"), right.from_reader("titles")) == (1, 1, 0)
    both = gold_effect(settled, run(of(extraction, "A")), run(of(extraction, "B")))
    assert (both.change("titles"), both.from_gold("titles"), both.from_reader("titles")) == (0, -1, 1)
    row = next(row for row in gold_effect_table(both).rows if row[0] == "titles")
    assert row[1:] == ("1.0000", "1.0000", "+0.0000", "-1.0000", "+1.0000")


def test_the_parts_make_up_the_whole(extraction: Build, load_suite: LoadSuite) -> None:
    suite = load_suite({"page": (PAGE, of(extraction, "A"))})
    found = gold_effect(suite, run(of(extraction, "A")), run(of(extraction, "C")))
    parts = (found.from_gold("overall") or 0) + (found.from_reader("overall") or 0)
    assert found.change("overall") == pytest.approx(parts)
    assert found.from_gold("overall") == 0
