from collections.abc import Callable

import pytest

from extractor.documents import Document
from extractor.errors import SuiteError
from extractor.evaluation import Run, Suite, score_run
from extractor.evaluation.runs.scored import NOT_IN_RUN
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
LoadSuite = Callable[..., Suite]


def of(build: Build, name: str, title: str | None = None, *, id: str = "") -> Extraction:
    page = Document.from_text(f"Title: {name}\n", id=name)
    document = {
        "id": id or name,
        "sha256": page.sha256,
        "text_sha256": page.text_sha256,
        "media_type": "text/plain",
        "layout": "unknown",
    }
    return build({"brief_title": title or name}, document=document)


@pytest.fixture
def suite(extraction: Build, load_suite: LoadSuite) -> Suite:
    return load_suite({name: (f"Title: {name}\n", of(extraction, name)) for name in ("one", "two")})


def test_a_run_is_scored_like_a_reading(extraction: Build, suite: Suite) -> None:
    report = score_run(suite, Run.of("r", [of(extraction, "one")])).report
    assert report.failures == {"two": NOT_IN_RUN}
    assert report.documents["one"].f1 == 1
    assert [one.document.id for _, one in report.readings] == ["one"]
    assert (report.gold, report.reader) == (suite.gold_hash(), "test")


def test_a_page_is_found_by_its_text_where_its_id_is_another(extraction: Build, suite: Suite) -> None:
    scored = score_run(suite, Run.of("r", [of(extraction, "one", id="pages/one"), of(extraction, "two")]))
    assert scored.report.failures == {}
    assert list(scored.scores) == ["one", "two"]


def test_why_a_page_failed_is_kept(extraction: Build, suite: Suite) -> None:
    scored = score_run(suite, Run.of("r", [of(extraction, "one")], {"two": "too large"}))
    assert scored.report.failures == {"two": "too large"}


def test_repeats_are_scored_each_and_the_first_is_reported(extraction: Build, suite: Suite) -> None:
    found = [of(extraction, "one"), of(extraction, "one", "other"), of(extraction, "two")]
    scored = score_run(suite, Run.of("r", found))
    assert scored.repeats == 2
    assert [len(list(scored.repeat(at))) for at in (0, 1)] == [2, 2]
    assert scored.report.documents["one"].f1 == 1


def test_a_run_of_other_pages_or_other_texts_is_refused(extraction: Build, suite: Suite) -> None:
    with pytest.raises(SuiteError, match="holds no page of the suite"):
        score_run(suite, Run.of("r", [of(extraction, "three")]))
    with pytest.raises(SuiteError, match="r read one from another text"):
        score_run(suite, Run.of("r", [of(extraction, "three", id="one")]))
