import json
from typing import Any

import pytest

from extractor.errors import RecordError
from extractor.model.answer import faults, parse, to_draft
from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.records.missing import MissingReason


def draft(answer: Any) -> Draft:
    return to_draft(parse(json.dumps(answer)))


def test_an_answer_becomes_a_draft_with_keys_of_ours(answer: dict[str, Any]) -> None:
    made = draft(answer)
    assert [arm.key for arm in made.record.arms] == ["A1", "A2"]
    assert [(link.arm, link.intervention) for link in made.record.arm_interventions] == [
        ("A1", "I1"),
        ("A2", "I2"),
    ]
    assert made.quotes["/design/allocation"][0].text == "assigned at random"
    assert made.missing == {"/acronym": MissingReason.ABSENT}
    assert made.findings == []


def test_several_quotes_for_one_value_are_kept_in_order(answer: dict[str, Any]) -> None:
    answer["quotes"] = [{"pointer": "/brief_title", "text": text} for text in ("A Study", "Blue Tea")]
    assert [quote.text for quote in draft(answer).quotes["/brief_title"]] == ["A Study", "Blue Tea"]


def test_numbers_keep_their_value(answer: dict[str, Any]) -> None:
    answer["record"]["eligibility"] = {"minimum_age": {"value": 18.5, "unit": "YEAR"}}
    assert '"value":18.5' in draft(answer).record.model_dump_json()


@pytest.mark.parametrize(
    "pointer", ["/arms/7/label", "/colour", "arms/0/label", "/arms/0/label/x", "/arms/" + "9" * 5000]
)
def test_words_for_an_address_that_is_none_are_named_in_a_finding(
    answer: dict[str, Any], pointer: str
) -> None:
    answer["quotes"] = [{"pointer": pointer, "text": "Blue tea"}]
    made = draft(answer)
    assert made.quotes == {}
    assert [finding.code for finding in made.findings] == [FindingCode.INVALID_POINTER]
    assert "'Blue tea'" in made.findings[0].message


def test_a_reason_for_a_value_that_is_there_is_named_in_a_finding(answer: dict[str, Any]) -> None:
    answer["missing"] = [
        {"pointer": "/brief_title", "reason": "ABSENT"},
        {"pointer": "/keywords", "reason": "ABSENT"},
    ]
    made = draft(answer)
    assert list(made.missing) == ["/keywords"]
    assert [finding.pointer for finding in made.findings] == ["/brief_title"]


def test_words_for_a_link_that_was_left_out_are_not_silently_moved(answer: dict[str, Any]) -> None:
    answer["record"]["arm_interventions"][0]["arm"] = "ghost"
    answer["quotes"] = [{"pointer": f"/arm_interventions/{at}", "text": f"row {at}"} for at in (0, 1)]
    made = draft(answer)
    assert {pointer: quotes[0].text for pointer, quotes in made.quotes.items()} == {
        "/arm_interventions/0": "row 1"
    }
    assert [finding.code for finding in made.findings] == [
        FindingCode.ORPHAN_ARM,
        FindingCode.INVALID_POINTER,
    ]


def _broken(answer: dict[str, Any], name: str) -> str:
    text = json.dumps(answer)
    return {
        "prose": "Here it is: " + text,
        "fence": f"```json\n{text}\n```",
        "array": "[]",
        "duplicate key": text.replace('"quotes"', '"quotes": [], "quotes"', 1),
        "NaN": text.replace('"quotes"', '"x": NaN, "quotes"', 1),
        "1e999": text.replace('"design": {', '"location_count_stated": 1e999, "design": {', 1),
        "deep": "[" * 20_000,
        "long number": "1" * 5000,
        "half a surrogate": text.replace("Blue tea", "\\ud800", 1),
        "unknown key": text.replace('"quotes"', '"colour": 1, "quotes"', 1),
        "text for number": text.replace('"design": {', '"location_count_stated": "2", "design": {', 1),
        "bad enumeration": text.replace("RANDOMIZED", "SOMETIMES", 1),
        "missing part": json.dumps({key: answer[key] for key in ("record", "quotes")}),
        "shared key": text.replace('"key": "water"', '"key": "tea"', 1),
        "two reasons": json.dumps(answer | {"missing": answer["missing"] * 2}),
        "empty quote": text.replace("assigned at random", "", 1),
    }[name]


@pytest.mark.parametrize(
    "name",
    [
        "prose",
        "fence",
        "array",
        "duplicate key",
        "NaN",
        "1e999",
        "deep",
        "long number",
        "half a surrogate",
        "unknown key",
        "text for number",
        "bad enumeration",
        "missing part",
        "shared key",
        "two reasons",
        "empty quote",
    ],
)
def test_what_is_no_strict_json_of_the_schema_is_refused(answer: dict[str, Any], name: str) -> None:
    with pytest.raises(RecordError) as caught:
        parse(_broken(answer, name))
    assert all(faults(caught.value))


def test_every_fault_is_listed_with_its_place_up_to_a_limit(answer: dict[str, Any]) -> None:
    answer["record"]["design"] = {"allocation": "SOMETIMES", "masking": "PERHAPS"}
    with pytest.raises(RecordError) as caught:
        parse(json.dumps(answer))
    listed = faults(caught.value)
    assert [line.partition(":")[0] for line in listed] == [
        "/record/design/allocation",
        "/record/design/masking",
    ]
    answer["quotes"] = [{"pointer": 1, "text": "x"}] * 30
    with pytest.raises(RecordError) as caught:
        parse(json.dumps(answer))
    assert faults(caught.value)[-1] == "and 12 more faults"
