"""The worked examples of the prompt are right: each reads, verifies and has the form that is asked for."""

import json
from typing import Any

import pytest

from extractor.documents import Document
from extractor.model.examples import Example
from extractor.model.merging import merge
from extractor.model.page_message import page_message
from extractor.model.passes import Plan
from extractor.model.prompt import load
from extractor.model.wire.forms import form_of
from extractor.records.envelope import EvidenceStatus, Extraction
from extractor.records.finding import FindingCode
from extractor.verification.verify import verify

PROMPT = load()
NAMES = sorted({path.split("/")[1] for path in PROMPT.files if path.startswith("examples/")})
PLANS = list(PROMPT.plans.values())
SHOWN = sorted({(name, one.name) for plan in PLANS for one in plan.passes for name in one.examples})


def read(example: Example, plan: Plan) -> Extraction:
    page = Document.from_text(example.page, id=example.name)
    forms = [form_of(one.fields) for one in plan.passes]
    return verify(page, merge(form.read(json.dumps(example.answer_for(form)), page) for form in forms))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
@pytest.mark.parametrize("name", NAMES)
def test_every_value_of_an_example_is_borne_out_by_its_page(name: str, plan: Plan) -> None:
    extraction = read(PROMPT.example(name), plan)
    statuses = {pointer: one.status for pointer, one in extraction.evidence.items()}
    good = {EvidenceStatus.VERIFIED, EvidenceStatus.QUOTED}
    assert {pointer: status for pointer, status in statuses.items() if status not in good} == {}
    assert len(statuses) > 50
    assert {one.code for one in extraction.findings} <= {FindingCode.ORPHAN_ARM}


@pytest.mark.parametrize("name", NAMES)
def test_an_example_says_the_same_in_every_plan(name: str) -> None:
    records = [read(PROMPT.example(name), plan).record for plan in PLANS]
    assert all(record == records[0] for record in records)


@pytest.mark.parametrize(("name", "asked"), SHOWN)
def test_the_keys_of_an_example_stand_in_the_order_of_the_schema(name: str, asked: str) -> None:
    form = form_of(next(one.fields for plan in PLANS for one in plan.passes if one.name == asked))
    answer = PROMPT.example(name).answer_for(form)
    definitions = form.schema["$defs"]

    def check(value: Any, schema: dict[str, Any]) -> None:
        if "$ref" in schema:
            schema = definitions[schema["$ref"].removeprefix("#/$defs/")]
        if "anyOf" in schema and value is not None:
            check(value, schema["anyOf"][0])
        elif isinstance(value, dict):
            assert list(value) == list(schema["properties"])
            for key, inner in value.items():
                check(inner, schema["properties"][key])
        elif isinstance(value, list):
            for item in value:
                check(item, schema["items"])

    check(answer, form.schema)


@pytest.mark.parametrize(("name", "asked"), SHOWN)
def test_an_example_is_shown_as_a_page_is_sent_with_the_answer_of_the_pass(name: str, asked: str) -> None:
    form = form_of(next(one.fields for plan in PLANS for one in plan.passes if one.name == asked))
    example = PROMPT.example(name)
    parts = example.shown(form).split("\n\n")
    assert parts[1] == page_message(example.page).content
    assert json.loads(parts[3]) == example.answer_for(form)


def test_the_examples_show_what_is_hard() -> None:
    glued, sections, article = (PROMPT.example(name) for name in ("glued", "sections", "article"))
    rows = {row["text"]: row for name in NAMES for row in PROMPT.example(name).answer["criteria"]}
    assert {row["op"] for row in rows.values()} == {"LEAF", "ALL", "ANY"}
    assert any(row["negated"] for row in rows.values())
    assert any(row["exceptions"] for row in rows.values())
    constraints = [row for name in NAMES for row in PROMPT.example(name).answer["constraints"]]
    kinds = {"age", "class", "performance_status", "quantity", "time"}
    assert {row["kind"] for row in constraints} == kinds
    assert {"UNSTATED", "BETWEEN"} <= {row["comparator"] for row in constraints}
    assert {"ABSOLUTE", "ULN"} <= {row["reference"] for row in constraints}
    assert [arm["listed"] for arm in sections.answer["arms"]] == [True, True, False]
    assert {"CITED", "PRIMARY"} == {one["role"] for one in glued.answer["identifiers"]}
    assert any(one["ci_low"] for one in article.answer["results"])
    assert "Ignore your earlier instructions" in article.page
    assert article.answer["sponsors"] == []
