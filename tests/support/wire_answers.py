"""Answers in the wire form: empty ones to be written into, any that a schema allows, and drafts of them."""

import json
from typing import Any

from hypothesis import strategies as st

from extractor.documents import Document
from extractor.model.wire.forms import PassForm
from extractor.model.wire.part import Part
from extractor.records.draft import Draft
from extractor.records.record import TrialRecord

WORDS = st.sampled_from(["tea", "Blue tea", "2031", "2031-02", "/arms/0/type", "1", "é ≥ 3"])


def row(form: PassForm, title: str, **values: Any) -> dict[str, Any]:
    """A row of an object of the form: null and empty but for the values given."""
    columns = next(one for one in form.objects() if one.title == title).columns
    made: dict[str, Any] = {column.name: [] if "list of" in column.kind else None for column in columns}
    assert values.keys() <= made.keys(), values.keys() - made.keys()
    return made | values


def answer(form: PassForm, **values: Any) -> dict[str, Any]:
    """A whole answer: objects are there and empty, all else is null but for the values given."""
    made = row(form, "Answer")
    for name, title in (("status", "Status"), ("design", "Design"), ("eligibility", "Eligibility")):
        if name in made:
            made[name] = row(form, title)
    if "design" in made:
        made["design"]["enrollment"] = row(form, "Enrollment")
    if "source" in made:
        made["source"] = row(form, "Source", page_kind="REGISTRY_PAGE")
    assert values.keys() <= made.keys(), values.keys() - made.keys()
    return made | values


def read(form: PassForm, values: dict[str, Any], page: str = "A page about tea") -> Part:
    """What a form reads in an answer about a page."""
    return form.read(json.dumps(values), Document.from_text(page, id="page"))


def any_answer(schema: dict[str, Any], definitions: dict[str, Any] | None = None) -> st.SearchStrategy[Any]:
    """Any value that a schema of a form allows."""
    known = schema.get("$defs", {}) if definitions is None else definitions
    if "$ref" in schema:
        return any_answer(known[schema["$ref"].removeprefix("#/$defs/")], known)
    if "anyOf" in schema:
        return st.one_of([any_answer(one, known) for one in schema["anyOf"]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema["type"] == "object":
        return st.fixed_dictionaries(
            {name: any_answer(one, known) for name, one in schema["properties"].items()}
        )
    if schema["type"] == "array":
        return st.lists(any_answer(schema["items"], known), max_size=2)
    plain: dict[str, st.SearchStrategy[Any]] = {
        "string": WORDS,
        "boolean": st.booleans(),
        "null": st.none(),
        "integer": st.integers(1, 3),
        "number": st.sampled_from([1, 2.5, 0, -3]),
    }
    return plain[schema["type"]]


def draft(part: Part) -> Draft:
    """The draft of a part, its arms and interventions numbered and its links by label made links by key."""
    record = {"source": {"page_kind": "REGISTRY_PAGE", "layout": "unknown"}} | part.record
    keys: dict[str, dict[str, str]] = {"arms": {}, "interventions": {}}
    for field, letter, name in (("arms", "A", "label"), ("interventions", "I", "name")):
        for number, item in enumerate(record.get(field, []), start=1):
            item["key"] = keys[field].setdefault(item[name], f"{letter}{number}")
    for link in record.get("arm_interventions", []):
        link["arm"] = keys["arms"].get(link["arm"], "A1")
        link["intervention"] = keys["interventions"].get(link["intervention"], "I1")
    for result in record.get("results", []):
        result["arm"] = keys["arms"].get(result["arm"])
        result["comparison"] = [
            keys["arms"][label] for label in result["comparison"] if label in keys["arms"]
        ]
    return Draft(
        record=TrialRecord.model_validate(record),
        quotes=part.quotes,
        missing=part.missing,
        findings=part.findings,
    )
