from collections.abc import Callable
from typing import Any

import pytest

from extractor.errors import RecordError
from extractor.evaluation.explain import explain_score
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
PAGE = "Overall survival, Time to progression, adverse events; CTO 7"

VERBATIM = (
    "compare  text: Verbatim text: equal after folding of case, blanks, kinds of dash and quotation mark, "
    "the last stop."
)


def outcome(measure: str, **others: Any) -> dict[str, Any]:
    return {"kind": "PRIMARY", "measure": measure, **others}


def test_a_value_is_told_with_its_normal_forms_comparator_and_outcome(extraction: Build) -> None:
    gold = extraction({"brief_title": "Overall Survival."}, acceptable={"/brief_title": ["OS"]})
    lines = explain_score(gold, extraction({"brief_title": "Adverse events"}), "/brief_title", PAGE)
    assert lines == [
        'gold     /brief_title: "Overall Survival."',
        'gold     compared as "overallsurvival"',
        'read     /brief_title: "Adverse events"',
        'read     compared as "adverseevents"',
        VERBATIM,
        'accepts  ["OS"]',
        "score    WRONG: text: differs",
        "origin   IN_SOURCE",
    ]


def test_a_pairing_is_told_with_what_else_could_have_been_paired(extraction: Build) -> None:
    gold = extraction({"outcomes": [outcome("Overall survival"), outcome("Overall time survival")]})
    read = extraction({"outcomes": [outcome("Overall survival time"), outcome("Overall survival")]})
    lines = explain_score(gold, read, "/outcomes/1/measure")
    assert "score    CORRECT: text: equal" in lines
    assert lines[-2:] == [
        "pairing  /outcomes/0 with /outcomes/1, likeness 1.00, by measure, kind",
        "instead  /outcomes/0, likeness 0.80",
    ]


def test_an_item_without_partner_is_told_with_the_nearest_ones(extraction: Build) -> None:
    gold, read = (extraction({"outcomes": [outcome(name)]}) for name in ("Overall survival", "Response"))
    assert explain_score(gold, read, "/outcomes/0/measure")[-1] == (
        "pairing  /outcomes/0/measure is part of an item that no item of gold is like enough"
    )
    nothing = extraction({"outcomes": [outcome("Response"), outcome("Toxicity")]})
    lines = explain_score(nothing, read, "/outcomes/1")
    assert lines[0] == "score    /outcomes/1/kind MISSING: via_item: null: the prediction has none"
    assert "instead  /outcomes/0, likeness 0.00, too little: more than 0.5 is asked" in lines


def test_parts_marks_nulls_and_wholes_are_told(extraction: Build) -> None:
    gold = extraction({"status": {"start_date": {"date": "2012-03-05"}}})
    read = extraction({"status": {"start_date": {"date": "2012-03"}}})
    lines = explain_score(gold, read, "/status/start_date")
    assert "partial  LOST_PRECISION: the lenient reading counts 0.5" in lines
    assert "null     ABSENT" in explain_score(gold, read, "/acronym")
    limit = {"kind": "quantity", "parameter": "ALT", "comparator": "LT", "value": 5, "reference": "ULN"}
    ours, theirs = (
        extraction({"eligibility": {"inclusion": [{"text": "ALT", "constraints": [one]}]}})
        for one in (limit, {**limit, "value": 4})
    )
    pointer = "/eligibility/inclusion/0/constraints/0"
    lines = explain_score(ours, theirs, f"{pointer}/value")
    assert f"whole    {pointer} WRONG: constraint: value differs" in lines
    assert f"pairing  {pointer} with {pointer}, likeness 0.60, by parameter, value" in lines


def test_what_is_scored_nowhere_is_an_error(extraction: Build) -> None:
    with pytest.raises(RecordError, match="nothing that is scored"):
        explain_score(extraction(), extraction(), "/colour")
