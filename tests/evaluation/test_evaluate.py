from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.documents import Document
from extractor.errors import ModelError, RecordError, SettingsError, SuiteError
from extractor.evaluation import Suite, evaluate, passes_floor
from extractor.model.faults import POLICY, Fault
from extractor.records.draft import Draft
from extractor.records.envelope import Extraction, Lineage
from extractor.records.record import TrialRecord
from extractor.verification.verify import verify

LoadSuite = Callable[..., Suite]

PAGES = {"one": "First trial", "two": "Second trial"}


def drafted(document: Document) -> Draft:
    record = TrialRecord.model_validate(
        {"source": {"page_kind": "OTHER", "layout": "unknown"}, "brief_title": document.text}
    )
    return Draft(record=record, lineage=Lineage(reader="title"))


class TitleReader:
    """Reads each page's text as its title; what it is told to fail with, it raises for page `two`."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.failure = failure

    def read(self, document: Document, /) -> Draft:
        if self.failure is not None and document.id == "two":
            raise self.failure
        return drafted(document)


@pytest.fixture
def suite(load_suite: LoadSuite) -> Suite:
    gold = {
        name: verify(document, drafted(document))
        for name, document in ((name, Document.from_text(text, id=name)) for name, text in PAGES.items())
    }
    head = 'name = "titles"\n[floors.overall]\nf1 = 0.9\n'
    return load_suite({name: (PAGES[name], gold[name]) for name in PAGES}, head=head)


def test_a_reader_is_scored_on_every_page(suite: Suite) -> None:
    report = evaluate(suite, TitleReader())
    assert (report.suite, report.reader) == ("titles", "title")
    assert list(report.documents) == ["one", "two"]
    assert report.overall.f1 == 1
    assert report.groups["titles"].correct == 2
    assert report.errors == ()
    assert passes_floor(report, suite) == []


def test_a_page_that_cannot_be_read_is_invalid_and_lowers_recall(suite: Suite) -> None:
    report = evaluate(suite, TitleReader(ModelError("no answer", document="two")))
    assert report.failures == {"two": "two: no answer"}
    assert (report.documents["two"].invalid, report.documents["two"].missing) == (2, 0)
    assert report.overall.recall == 0.5
    assert report.overall.precision == 1
    assert {cell.outcome.value for cell in report.errors} == {"INVALID"}
    assert passes_floor(report, suite) == ["overall: F1 is 0.6667, the floor is 0.9000"]


def test_a_reader_that_cannot_work_at_all_is_an_error(suite: Suite) -> None:
    with pytest.raises(SettingsError):
        evaluate(suite, TitleReader(SettingsError("no key")))


@pytest.mark.parametrize("fault", [kind for kind, policy in POLICY.items() if policy.stops])
def test_a_fault_that_every_page_would_meet_ends_the_evaluation(suite: Suite, fault: type[Fault]) -> None:
    with pytest.raises(fault):
        evaluate(suite, TitleReader(fault("no")))


@pytest.mark.parametrize("fault", [kind for kind, policy in POLICY.items() if not policy.stops])
def test_a_fault_of_one_page_is_scored(suite: Suite, fault: type[Fault]) -> None:
    assert list(evaluate(suite, TitleReader(fault("no"))).failures) == ["two"]


def test_a_fault_of_the_program_is_not_a_score(suite: Suite) -> None:
    with pytest.raises(ZeroDivisionError):
        evaluate(suite, TitleReader(ZeroDivisionError()))


def test_gold_of_another_text_is_an_error(suite: Suite) -> None:
    suite.cases[0].document.write_text("Another trial", encoding="utf-8")
    with pytest.raises(SuiteError, match=r"one\.json is no gold of .*one\.txt"):
        evaluate(suite, TitleReader())


def test_gold_that_is_no_extraction_is_an_error(load_suite: LoadSuite) -> None:
    with pytest.raises(RecordError):
        evaluate(load_suite({"one": ("First trial", "{}")}), TitleReader())


def test_equal_runs_give_equal_reports_and_another_gold_another_hash(suite: Suite) -> None:
    first = evaluate(suite, TitleReader())
    assert first == evaluate(suite, TitleReader())
    gold = suite.cases[0].gold
    gold.write_text(gold.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    again = evaluate(suite, TitleReader())
    assert again.gold != first.gold
    assert again.scores == first.scores


def test_the_default_reader_reads_page_layouts(load_suite: LoadSuite, tmp_path: Path) -> None:
    document = Document.from_text("Nothing that any layout knows.\n", id="page")
    gold: Extraction = verify(document, drafted(document))
    report = evaluate(load_suite({"page": (document.text, gold)}))
    assert report.documents["page"].missing == 1
    assert (tmp_path / "page.txt").is_file()
