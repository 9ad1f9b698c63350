"""Pages that look like a trial's and are none."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.documents import Document
from extractor.layout.lookalikes import LOOKALIKES, looks_like_review
from extractor.layout.page import Page
from extractor.layout.reader import sniff
from extractor.layout.sniffing import THRESHOLD
from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.records.leaves import leaves

Read = Callable[[str], Draft]

RESULT_LIST = """Trial Finder
Advanced Search
Search Tips:
1 result(s) found for: tea.
Displaying page 1 of 1.
NCT Number: NCT09990001
Sponsor Name: Tea Board
Full Title: Tea for Sleep
Medical condition: Insomnia
"""
LISTED = "Showing 1-4 of 31 studies\n" + "".join(
    f"NCT0999000{n}\nTea trial {n}\nRecruiting\n" for n in range(4)
)
GLOSSARY = """Glossary of Common Site Terms
Allocation
A method used to assign participants to an arm of a clinical study.
Arm
A group of participants that receives a specific intervention.
Blinding
A way of keeping participants from knowing what they receive.
Cohort
A group of people who share a trait.
Enrollment
The number of participants in a clinical study.
Placebo
An inactive substance that looks like the drug.
Phase
The stage of a clinical trial. Example: NCT09990001.
"""
REVIEW = """Tea for insomnia: a systematic review and meta-analysis
Methods: We searched PubMed and Embase to May 2020. Two authors did the data extraction.
Results: 12 randomised trials (1,034 patients) were included; random-effects models were used.
One of them was NCT09990001.
"""
HOW_TO = """How to Register Your Clinical Trial
In this module you will learn which fields are required.
Step 1
Click the Register button.
Status: Recruiting
Enrollment: 200
"""
NEWS = """Tea Company Starts Phase 3 Trial
LONDON, March 3, 2020 -- The Tea Company today announced that 200 patients were enrolled in a Phase 3 trial.
"We are glad," said Jane Brewer, its head.
"So am I," said John Steep.
About NCT09990001
Media Contact: press office
"""
PAGES = {
    "result-list": RESULT_LIST,
    "glossary": GLOSSARY,
    "review": REVIEW,
    "how-to": HOW_TO,
    "news": NEWS,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_lookalike_is_refused_with_its_reasons(read: Read, name: str) -> None:
    draft = read(PAGES[name])
    assert draft.record.source.layout == name
    assert draft.record.source.page_kind == "OTHER"
    (finding,) = draft.findings
    assert finding.code is FindingCode.NOT_A_TRIAL
    assert all(
        reason in finding.message for reason in dict(sniff(Document.from_text(PAGES[name])))[name].reasons
    )


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_read_from_a_lookalike_but_identifiers_of_others(read: Read, name: str) -> None:
    draft = read(PAGES[name])
    assert all(one.role == "CITED" for one in draft.record.identifiers)
    parts = {leaf.pointer.split("/")[1] for leaf in leaves(draft.record)}
    assert parts <= {"source", "identifiers"}


def test_a_list_is_known_by_its_many_identifiers_too(read: Read) -> None:
    assert read(LISTED).record.source.layout == "result-list"


def test_no_page_of_a_trial_is_taken_for_a_lookalike(pages: Path) -> None:
    for path in sorted(pages.glob("*.txt")):
        page = Page(path.read_text(encoding="utf-8"))
        assert all(one.sniff(page).score < THRESHOLD for one in LOOKALIKES), path.name


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("Training nurses to brew tea\nStatus\nRecruiting\nA randomized trial of 200 nurses.", "how-to"),
        ("Tea for insomnia\nA recent meta-analysis found little. We randomize 200 adults.", "review"),
        ("Tea for insomnia\nEarlier, 3 studies found that tea helps.", "result-list"),
        ("Tea\nSex: All\nAges: 18 Years and older\nA trial: of tea", "glossary"),
        ('Tea\n"I sleep better," said one patient.\nRead more', "news"),
    ],
)
def test_one_sign_alone_does_not_condemn_a_page(page: str, kind: str) -> None:
    assert dict(sniff(Document.from_text(page)))[kind].score < THRESHOLD


def test_titles_of_reviews_are_known() -> None:
    assert looks_like_review("Tea for sleep: A Systematic Review")
    assert looks_like_review("A meta-analysis of tea")
    assert not looks_like_review("A randomized trial of tea reviewed by peers")
