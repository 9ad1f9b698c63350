"""Parts become one draft."""

from typing import Any

from extractor.model.merging import merge
from extractor.model.wire.part import Part
from extractor.records.draft import Quote
from extractor.records.finding import Finding, FindingCode
from extractor.records.missing import MissingReason

SOURCE = {"page_kind": "OTHER", "layout": "unknown"}


def link(arm: str, intervention: str = "Tea") -> dict[str, Any]:
    return {"arm": arm, "intervention": intervention, "basis": "TABLE"}


def groups(*links: dict[str, Any]) -> dict[str, Any]:
    return {
        "arms": [{"label": "Blue"}, {"label": "Green"}],
        "interventions": [{"name": "Tea"}],
        "arm_interventions": list(links),
        "results": [],
    }


def test_the_fields_of_all_parts_stand_in_one_record() -> None:
    title = Part({"source": SOURCE, "brief_title": "Tea"}, {"/brief_title": [Quote(text="Tea")]})
    missing = Part({"acronym": None, **groups(link("Green"))}, {}, {"/acronym": MissingReason.EMPTY_CELL})
    draft = merge([title, missing])
    assert draft.record.brief_title == "Tea"
    assert [(one.arm, one.intervention) for one in draft.record.arm_interventions] == [("A2", "I1")]
    assert draft.quotes == {"/brief_title": [Quote(text="Tea")]}
    assert draft.missing == {"/acronym": MissingReason.EMPTY_CELL}


def test_findings_of_parts_and_of_links_are_kept() -> None:
    finding = Finding(code=FindingCode.INVALID_POINTER, pointer="/x", message="no")
    draft = merge([Part({"source": SOURCE, **groups(link("Red"))}, findings=[finding])])
    assert [one.code for one in draft.findings] == [FindingCode.INVALID_POINTER, FindingCode.ORPHAN_ARM]


def test_words_follow_their_link_where_another_is_left_out() -> None:
    quotes = {
        f"/arm_interventions/{number}": [Quote(text=text)] for number, text in enumerate(("red", "green"))
    }
    draft = merge([Part({"source": SOURCE, **groups(link("Red"), link("Green"))}, quotes)])
    assert draft.quotes == {"/arm_interventions/0": [Quote(text="green")]}
