"""Answers about several pieces of a page."""

from typing import Any

from extractor.model.uniting import unite
from extractor.model.wire.part import Part
from extractor.records.draft import Quote
from extractor.records.finding import Finding, FindingCode
from extractor.records.missing import MissingReason

PAGE = "One summary begins here\nand goes on there.\nAnother text."


def said(pointer: str, text: str, start: int | None = None) -> dict[str, list[Quote]]:
    return {pointer: [Quote(text=text, start=start)]}


def codes(part: Part) -> list[tuple[FindingCode, str]]:
    return [(one.code, one.pointer) for one in part.findings]


def test_one_piece_stays_as_it_is() -> None:
    part = Part({"brief_title": "Tea"})
    assert unite([part], PAGE) is part


def test_what_only_a_later_piece_says_is_taken_from_it_with_its_words() -> None:
    first = Part(
        {"acronym": None, "design": {"masking": None, "phases": ["PHASE1"]}}, said("/design/phases/0", "I")
    )
    later = Part(
        {"acronym": "TEA", "design": {"masking": "NONE", "phases": []}}, said("/design/masking", "open label")
    )
    both = unite([first, later], PAGE)
    assert both.record == {"acronym": "TEA", "design": {"masking": "NONE", "phases": ["PHASE1"]}}
    assert both.quotes == said("/design/phases/0", "I") | said("/design/masking", "open label")
    assert both.findings == []


def test_equal_values_stay_one_with_the_words_of_both() -> None:
    parts = [Part({"acronym": name}, said("/acronym", name)) for name in ("TEA", "Tea")]
    both = unite(parts, PAGE)
    assert both.record == {"acronym": "TEA"}
    assert [quote.text for quote in both.quotes["/acronym"]] == ["TEA", "Tea"]
    assert both.findings == []


def test_of_values_that_differ_the_first_is_kept_and_a_finding_names_the_other() -> None:
    parts = [Part({"design": {"enrollment": {"count": count}}}) for count in (90, 60)]
    both = unite(parts, PAGE)
    assert both.record == {"design": {"enrollment": {"count": 90}}}
    assert codes(both) == [(FindingCode.CONTRADICTION, "/design/enrollment/count")]
    assert "60" in both.findings[0].message


def test_a_date_is_one_value_and_is_never_mixed_from_two() -> None:
    parts = [
        Part({"status": {"start_date": {"date": date, "type": kind}}})
        for date, kind in (("2031", None), ("2032", "ACTUAL"))
    ]
    both = unite(parts, PAGE)
    assert both.record["status"]["start_date"] == {"date": "2031", "type": None}
    assert codes(both) == [(FindingCode.CONTRADICTION, "/status/start_date")]


def arm(label: str, **more: Any) -> dict[str, Any]:
    return {"label": label, "description": None, "listed": True, "regimens": []} | more


def test_items_of_lists_are_one_where_their_heads_are_equal() -> None:
    first = Part({"arms": [arm("Tea"), arm("Water")]}, said("/arms/1/label", "Water"))
    later = Part(
        {"arms": [arm("Milk"), arm("TEA", description="A cup")]},
        said("/arms/0/label", "Milk") | said("/arms/1/description", "A cup"),
    )
    both = unite([first, later], PAGE)
    assert [one["label"] for one in both.record["arms"]] == ["Tea", "Water", "Milk"]
    assert both.record["arms"][0]["description"] == "A cup"
    assert both.quotes == (
        said("/arms/1/label", "Water") | said("/arms/2/label", "Milk") | said("/arms/0/description", "A cup")
    )


def test_an_arm_that_one_piece_saw_in_the_list_is_listed() -> None:
    both = unite([Part({"arms": [arm("Tea", listed=False)]}), Part({"arms": [arm("Tea")]})], PAGE)
    assert both.record["arms"] == [arm("Tea")]
    assert both.findings == []


def test_two_items_of_one_answer_are_never_one() -> None:
    doubles = [arm("Tea"), arm("Tea")]
    assert len(unite([Part({"arms": []}), Part({"arms": doubles})], PAGE).record["arms"]) == 2
    assert len(unite([Part({"arms": doubles}), Part({"arms": doubles})], PAGE).record["arms"]) == 2


def test_plain_lists_are_united_in_order() -> None:
    parts = [Part({"conditions": names}) for names in (["Thirst", "Cold"], ["cold", "Heat"])]
    assert unite(parts, PAGE).record == {"conditions": ["Thirst", "Cold", "Heat"]}


def criterion(text: str, *children: dict[str, Any]) -> dict[str, Any]:
    return {"text": text, "constraints": [], "children": list(children), "exceptions": []}


def test_trees_of_criteria_grow_together() -> None:
    parts = [
        Part({"eligibility": {"inclusion": [criterion("Any of:", criterion(child))]}}) for child in ("a", "b")
    ]
    (tree,) = unite(parts, PAGE).record["eligibility"]["inclusion"]
    assert [child["text"] for child in tree["children"]] == ["a", "b"]


def test_a_block_that_goes_on_in_the_next_piece_is_joined() -> None:
    cut = PAGE.index("and goes")
    end = PAGE.index("\nAnother")
    slices = [(0, cut - 1), (cut, end)]
    parts = [
        Part({"brief_summary": PAGE[start:stop]}, said("/brief_summary", PAGE[start:stop], start))
        for start, stop in slices
    ]
    for order in (parts, parts[::-1]):
        both = unite(order, PAGE)
        assert both.record == {"brief_summary": PAGE[:end]}
        assert both.quotes == said("/brief_summary", PAGE[:end], 0)
        assert both.findings == []


def test_blocks_with_words_between_them_are_not_joined() -> None:
    start = PAGE.index("Another")
    parts = [
        Part({"brief_summary": PAGE[:11]}, said("/brief_summary", PAGE[:11], 0)),
        Part({"brief_summary": PAGE[start:]}, said("/brief_summary", PAGE[start:], start)),
    ]
    both = unite(parts, PAGE)
    assert both.record == {"brief_summary": PAGE[:11]}
    assert codes(both) == [(FindingCode.CONTRADICTION, "/brief_summary")]


def test_a_reason_for_a_null_that_another_piece_fills_is_void() -> None:
    empty = Part(
        {"acronym": None, "keywords": []}, {}, dict.fromkeys(["/acronym", "/keywords"], MissingReason.ABSENT)
    )
    both = unite([empty, Part({"acronym": "TEA", "keywords": []})], PAGE)
    assert both.missing == {"/keywords": MissingReason.ABSENT}


def test_findings_of_all_pieces_are_kept() -> None:
    finding = Finding(code=FindingCode.INVALID_POINTER, pointer="/x", message="no")
    assert unite([Part({}, findings=[finding]), Part({}, findings=[finding])], PAGE).findings == [finding] * 2
