from collections.abc import Callable
from typing import Any

import pytest

from extractor.evaluation import score
from extractor.evaluation.evidence import match_words, spans_of
from extractor.records.envelope import Evidence, EvidenceStatus, Extraction
from extractor.records.finding import Span

Build = Callable[..., Extraction]


def span(quote: str, start: int) -> Span:
    return Span(quote=quote, start=start, end=start + len(quote))


def evidence(*spans: Span) -> Evidence:
    return Evidence(status=EvidenceStatus.VERIFIED, spans=list(spans))


@pytest.mark.parametrize(
    ("gold", "predicted", "match"),
    [
        ([span("200", 10)], [span("200", 10)], "RIGHT"),
        ([span("200", 10)], [span("Enrollment: 200", 0)], "RIGHT"),
        ([span("200", 10), span("200", 90)], [span("200", 90)], "RIGHT"),
        ([span("200", 10)], [span("x" * 300, 0)], "WIDE"),
        ([span("x" * 100, 0)], [span("x" * 300, 0)], "RIGHT"),
        ([span("200", 10)], [span("200", 90)], "WRONG_PLACE"),
        ([span("200", 10)], [span("two hundred", 90)], "WRONG_WORDS"),
        ([span("200", 10)], [], "NONE"),
        ([], [span("200", 10)], None),
    ],
)
def test_words_are_held_against_golds_words(
    gold: list[Span], predicted: list[Span], match: str | None
) -> None:
    assert match_words(gold, predicted) == match


def test_the_words_of_a_whole_value_are_its_parts_and_those_of_a_part_the_wholes() -> None:
    found = {
        "/start/date": evidence(span("2012", 3)),
        "/dose": evidence(span("400 mg", 9)),
        "/lost": evidence(),
    }
    assert spans_of(found, "/start", ("date", "type")) == [span("2012", 3)]
    assert spans_of(found, "/dose/value") == [span("400 mg", 9)]
    assert spans_of(found, "/lost") == []


def test_a_right_value_says_how_its_words_stand(extraction: Build) -> None:
    def built(start: int) -> Extraction:
        words: dict[str, Any] = {"quote": "A trial", "start": start, "end": start + 7}
        return extraction(
            {"brief_title": "A trial"}, evidence={"/brief_title": {"status": "VERIFIED", "spans": [words]}}
        )

    def match(gold: Extraction, predicted: Extraction) -> str | None:
        cells = score(gold, predicted).cells
        return next(cell.evidence for cell in cells if cell.path == "/brief_title")

    assert match(built(0), built(0)) == "RIGHT"
    assert match(built(0), built(50)) == "WRONG_PLACE"
    assert match(built(0), extraction({"brief_title": "A trial"})) == "NONE"
    assert match(built(0), extraction({"brief_title": "B trial"})) is None
    assert match(extraction({"brief_title": "A trial"}), built(0)) is None


def test_what_gold_accepts_and_links_have_no_words_to_be_held_against(extraction: Build) -> None:
    words = {"status": "VERIFIED", "spans": [{"quote": "A trial", "start": 0, "end": 7}]}
    gold = extraction(
        {
            "brief_title": "A trial",
            "arms": [{"key": "A1", "label": "a"}],
            "interventions": [{"key": "I1", "name": "b"}],
            "arm_interventions": [{"arm": "A1", "intervention": "I1", "basis": "TABLE"}],
        },
        evidence={"/brief_title": words, "/arm_interventions": words},
        acceptable={"/brief_title": ["Trial A"]},
    )
    read = gold.model_copy(update={"record": gold.record.model_copy(update={"brief_title": "Trial A"})})
    assert {cell.evidence for cell in score(gold, read).cells} == {None}
