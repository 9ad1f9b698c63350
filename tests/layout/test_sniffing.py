"""Which layout a page has."""

from pathlib import Path

import pytest

from extractor.documents import Document
from extractor.layout import unknown
from extractor.layout.page import Page
from extractor.layout.reader import LAYOUTS, sniff
from extractor.layout.sniffing import THRESHOLD, Layout, Sniff, best, weigh


def scored(name: str, score: float) -> Layout:
    return Layout(name, lambda _: Sniff(score, ()), unknown.read)


def test_signs_that_are_there_add_up_and_give_their_reasons() -> None:
    signs = [(True, 0.4, "a top"), (False, 0.3, "a middle"), (True, 0.2, "a footer")]
    assert weigh(signs) == Sniff(0.6, ("a top", "a footer"))
    assert weigh([(True, 0.9, "a"), (True, 0.9, "b")]).score == 1
    assert weigh([]) == Sniff(0, ())


def test_the_best_layout_is_chosen_and_the_first_of_equals() -> None:
    page = Page("tea")
    layouts = [scored("a", 0.6), scored("b", 0.8), scored("c", 0.8)]
    chosen = best(layouts, page)
    assert chosen is not None
    assert chosen.name == "b"


def test_a_page_below_the_threshold_has_no_known_layout() -> None:
    assert best([scored("a", THRESHOLD - 0.01)], Page("tea")) is None
    assert best([scored("a", THRESHOLD)], Page("tea")) is not None
    assert best([], Page("tea")) is None


PAGE_OF = {
    "medpath": ["medpath.txt"],
    "ctgov-snapshot": ["snapshot.txt"],
    "ctgov-archive": ["archive.txt", "archive.html"],
    "euctr": ["euctr.txt"],
    "cris": ["cris.txt"],
    "pure-portal": ["pure.txt"],
    "ctgov-api-v2": ["../records/api-v2.json"],
    "ctgov-xml": ["../records/legacy.xml"],
    "pubmed-record": ["pubmed.txt"],
    "structured-abstract": ["structured-abstract.txt"],
    "medline-print": ["medline.txt"],
}


def test_every_layout_knows_its_own_page_and_not_the_others(pages: Path) -> None:
    assert set(PAGE_OF) == {layout.name for layout in LAYOUTS}
    for name, files in PAGE_OF.items():
        for file in files:
            scores = dict(sniff(Document.from_path(pages / file)))
            assert scores.pop(name).score >= THRESHOLD
            assert all(other.score < THRESHOLD for other in scores.values())


@pytest.mark.parametrize("text", ["tea", "MedPath", "Status\nSex\nConditions\n", "Cite this"])
def test_a_word_of_a_layout_is_not_the_layout(text: str) -> None:
    assert best(LAYOUTS, Page(text)) is None
