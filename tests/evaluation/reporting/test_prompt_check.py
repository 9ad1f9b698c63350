import json
from collections.abc import Callable

from extractor.evaluation import Suite
from extractor.evaluation.report_json import report_json
from extractor.evaluation.reporting.numbers import Numbers, numbers
from extractor.evaluation.reporting.score_tables import heading
from extractor.evaluation.runs.run import Run
from extractor.evaluation.runs.scored import score_run
from extractor.model.prompt import load
from extractor.records.envelope import Extraction
from extractor.review import scored_page

Build = Callable[..., Extraction]
LoadSuite = Callable[..., Suite]


def evaluated(build: Build, load_suite: LoadSuite, page: str, prompt: str | None) -> tuple[Numbers, Suite]:
    suite = load_suite({"page": (page, build())})
    run = Run.of("r", [build(lineage={"reader": "model", "prompt": prompt})])
    return numbers(score_run(suite, run).report, suite), suite


def test_a_page_that_the_prompt_was_made_from_is_named(extraction: Build, load_suite: LoadSuite) -> None:
    own = load()
    example = next(text for path, text in own.files.items() if path.endswith("/page.txt"))
    found, suite = evaluated(extraction, load_suite, f"Another page.\n{example}", own.sha256)
    (line,) = (line for line in heading(found) if line.startswith("LEAK: prompt "))
    assert "these pages: page: “" in line
    assert line in scored_page(found, suite)
    (check,) = json.loads(report_json(found))["prompt_checks"]
    assert (check["known"], list(check["shared"])) == (True, ["page"])


def test_a_page_of_its_own_words_is_no_leak(extraction: Build, load_suite: LoadSuite) -> None:
    found, _ = evaluated(extraction, load_suite, "A page of nobody else's words", load().sha256)
    assert any(line.endswith("shares no 10 words in a row with these pages") for line in heading(found))


def test_a_prompt_that_is_not_installed_could_not_be_looked_at(
    extraction: Build, load_suite: LoadSuite
) -> None:
    found, _ = evaluated(extraction, load_suite, "text", "0" * 64)
    assert any("is not the one installed" in line for line in heading(found))


def test_a_reader_without_a_prompt_has_nothing_to_give_away(extraction: Build, load_suite: LoadSuite) -> None:
    found, _ = evaluated(extraction, load_suite, "text", None)
    assert found.prompt_checks == ()
    assert not any("prompt" in line for line in heading(found))
