"""The layout reader on any text, and on the pages of the evaluation."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor._data import table, vocabulary_hash
from extractor.documents import Document
from extractor.extraction import extract
from extractor.layout.reader import LayoutReader
from extractor.records.draft import Draft
from extractor.records.envelope import EvidenceStatus, Extraction
from extractor.records.strict_json import parse
from extractor.verification.verify import verify

PAGES = sorted((Path(__file__).parents[2] / "eval" / "documents").glob("*.txt"))

WORDS = [
    *(words for synonyms in table("headings").values() for words in synonyms),
    *(words for kind in table("enums").values() for name in kind for words in (name, *kind[name])),
    *"MedPath|GroupInterventionDescription|NameTimeMethod|Site Status|Cite this|Keywords".split("|"),  # noqa: SIM905
    "NCT ID: NCT09990001",
    "Last Updated: 2020-01-01",
    "Group Type EXPERIMENTAL",
    "Group Type ?",
    "Intervention Type DRUG",
    "Sponsor Role lead",
    "Responsibility Role SPONSOR",
    "Role: STUDY_CHAIR",
    "Reference Type RESULT\nPMID: 1 (View)",
    "Identifier Type: -",
    "Identifier Source: org_study_id",
    "Results pending",
    "Research output: Contribution to journalArticlepeer-review",
    "9 Citations (Lampus)",
    "ASJC Scopus subject areas",
    "Number of pages" + "9" * 30,
    "Publication statusPublished - Feb 2012",
    "DOIs10.9999/x",
    "Locations (3)",
    "🇫🇷 Lyon, Rhône, France",
    ", Austria",
    "Overall survival36 months",
    "Tea and milkMilkWarm drink",
    "-",
    "N/A",
    "18 Years",
    "9" * 20 + " Years",
    "Age ≥ 18 years and ≤ 80 years",
    "99999999999",
    "1,234 (Actual)",
    "Phase 2a/Phase 2b",
    "/",
    "2019-00",
    "Feb 2012",
    "* item -Another; one",
    "        * sub: a; b (c; d)",
    "1.",
    "•",
    "ISRCTN99990001",
    "Any of:",
    "A sentence. Another.",
    "\u2028",
    "\x0b",
    "\u0663",
    "a" * 250,
]
STARTS = [
    "",
    "MedPath\n\nTea\n\nGroupInterventionDescription\nNameTimeMethod\n",
    "Tea\n\nNCT ID: NCT09990001\n\nGet a concise x\n\nMeet the organizations x\n\nReview the countries x\n\n",
    "Tea\n\nA, B\n\nResearch output: x\n\n",
]


def checked(text: str) -> Draft:
    """Read a text; every quote and span is the page's slice, and keys are in page order."""
    draft = LayoutReader().read(Document.from_text(text))
    spans = [(quote.start, quote.text) for quotes in draft.quotes.values() for quote in quotes]
    spans += [(span.start, span.quote) for finding in draft.findings for span in finding.spans]
    assert all(start is not None and text[start : start + len(words)] == words for start, words in spans)
    assert [arm.key for arm in draft.record.arms] == [f"A{at + 1}" for at in range(len(draft.record.arms))]
    names = [one.key for one in draft.record.interventions]
    assert names == [f"I{at + 1}" for at in range(len(names))]
    return draft


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1))
def test_any_text_is_read(text: str) -> None:
    if text.strip():
        checked(f"{text}\n")  # a text of one line may be a file's name, which no page is


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(STARTS),
    st.lists(
        st.tuples(st.sampled_from(WORDS), st.sampled_from(["\n", "\n\n", "\r\n", "", " ", "\n  "])),
        max_size=30,
    ),
)
def test_its_own_words_in_any_order_are_read_and_written(start: str, words: list[tuple[str, str]]) -> None:
    text = start + "".join(word + end for word, end in words) + "Tea\n\n© 2025 MedPath"
    extraction = verify(Document.from_text(text), checked(text))
    assert parse(Extraction, extraction.to_json()) == extraction


def unsupported(extraction: Extraction) -> list[str]:
    """Pointers of values whose words are not on the page."""
    return [
        pointer
        for pointer, evidence in extraction.evidence.items()
        if evidence.status is EvidenceStatus.UNSUPPORTED
    ]


def test_the_pages_are_there() -> None:
    assert len(PAGES) >= 5


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_of_the_evaluation_is_read_and_every_value_has_its_words(path: Path) -> None:
    document = Document.from_path(path)
    checked(document.text)
    extraction = verify(document, LayoutReader().read(document))
    assert extraction.document.layout != "unknown"
    assert extraction.evidence
    assert unsupported(extraction) == []
    spans = [span for evidence in extraction.evidence.values() for span in evidence.spans]
    assert all(document.text[span.start : span.end] == span.quote for span in spans)
    assert parse(Extraction, extraction.to_json()) == extraction


def test_results_say_who_read_by_which_vocabulary() -> None:
    lineage = extract(Document.from_text("tea")).lineage
    assert (lineage.reader, lineage.vocabulary, lineage.model) == ("layout", vocabulary_hash(), None)


READ_ALL = """
import sys
from collections.abc import Callable
from pathlib import Path
from extractor import extract
for path in sys.argv[1:]:
    print(extract(Path(path)).to_json())
"""


def test_results_are_the_same_bytes_twice_and_with_other_hash_seeds() -> None:
    printed = {"".join(extract(path).to_json() + "\n" for path in PAGES).encode()}
    for seed in ("0", "4711"):
        command = [sys.executable, "-c", READ_ALL, *map(str, PAGES)]
        done = subprocess.run(
            command, capture_output=True, check=True, env=os.environ | {"PYTHONHASHSEED": seed}
        )
        printed.add(done.stdout)
    assert len(printed) == 1


def test_comments_of_readers_below_a_page_are_none_of_its_words(
    read: Callable[[str], Draft], pages: Path
) -> None:
    pubmed = (pages / "pubmed.txt").read_text(encoding="utf-8")
    draft = read(f"{pubmed}\nComments (2)\n\nSo was I in NCT09991234!\nInclusion Criteria\n- cats\n")
    assert draft.record == read(pubmed).record
    (finding,) = draft.findings
    assert finding.spans[0].quote.startswith("Comments (2)")
