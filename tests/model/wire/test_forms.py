import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wire_answers import answer, any_answer, draft, read, row
from wire_page import PAGE, full_answer

from extractor.documents import Document
from extractor.errors import RecordError
from extractor.model.wire.derive import asked_fields
from extractor.model.wire.forms import form_of
from extractor.records.record import TrialRecord
from extractor.verification.verify import verify

EVERYTHING = asked_fields(TrialRecord)
ALLOWED = {
    "type",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "enum",
    "anyOf",
    "$ref",
    "$defs",
}


def parts(schema: Any) -> list[dict[str, Any]]:
    """Every schema inside a schema."""
    inside = schema.get("properties", {}) | schema.get("$defs", {})
    below = [*inside.values(), *schema.get("anyOf", []), *([schema["items"]] if "items" in schema else [])]
    return [schema, *(part for one in below for part in parts(one))]


def depth(schema: Any, known: dict[str, Any]) -> int:
    """How many objects and lists stand in each other."""
    if "$ref" in schema:
        return depth(known[schema["$ref"].removeprefix("#/$defs/")], known)
    below = [*schema.get("properties", {}).values(), *schema.get("anyOf", [])]
    below += [schema["items"]] if "items" in schema else []
    own = schema.get("type") in {"object", "array"}
    return own + max((depth(one, known) for one in below), default=0)


@given(st.sets(st.sampled_from(EVERYTHING), min_size=1))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_the_schema_of_any_pass_obeys_the_strict_rules(fields: set[str]) -> None:
    form = form_of(tuple(sorted(fields)))
    assert list(form.schema["properties"])[: len(fields)] == [name for name in EVERYTHING if name in fields]
    for part in parts(form.schema):
        assert part.keys() <= ALLOWED
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
            assert part["required"] == list(part["properties"])
        if part.get("type") == "array":
            assert part["items"]
    assert depth(form.schema, form.schema["$defs"]) <= 5
    assert json.loads(json.dumps(form.schema)) == form.schema


def test_every_definition_is_used_and_every_object_is_told_once() -> None:
    form = form_of(EVERYTHING)
    text = json.dumps(form.schema)
    assert [name for name in form.schema["$defs"] if f'"#/$defs/{name}"' not in text] == []
    titles = [one.title for one in form.objects()]
    assert len(titles) == len(set(titles))
    told = {name for name in form.schema["$defs"] if form.schema["$defs"][name]["type"] == "object"}
    assert {name for name in told if not name.startswith("Said")} == set(titles[1:])


def test_a_form_is_made_once_and_its_hash_is_that_of_its_fields() -> None:
    assert form_of(("status", "source")) is form_of(("status", "source"))
    assert form_of(("status", "source")).fields == ("source", "status")
    assert form_of(("status", "source")).schema_hash == form_of(("source", "status")).schema_hash
    assert form_of(("status",)).schema_hash != form_of(("design",)).schema_hash


def test_a_field_that_the_record_does_not_have_is_no_form() -> None:
    with pytest.raises(ValueError, match="colour"):
        form_of(("colour",))


def test_evidence_is_asked_before_the_value_it_is_for() -> None:
    for part in parts(form_of(EVERYTHING).schema):
        keys = list(part.get("properties", {}))
        if "words" in keys and "pointer" not in keys:
            assert keys[0] == "words"


def test_rows_belong_to_the_passes_that_ask_their_objects() -> None:
    def rows(*fields: str) -> set[str]:
        return set(form_of(fields).schema["properties"]) - set(fields)

    assert rows("status") == {"missing"}
    assert rows("eligibility") == {"missing", "criteria", "constraints"}
    assert rows("arms") == {"missing", "regimens"}
    assert form_of(("arms",)).schema["$defs"]["Holder"]["enum"] == ["ARM"]
    both = form_of(("arms", "interventions")).schema["$defs"]["Holder"]["enum"]
    assert both == ["ARM", "INTERVENTION"]


@pytest.mark.parametrize(
    "fields", [("arms", "interventions", "arm_interventions"), ("eligibility",), ("outcomes", "results")]
)
def test_whatever_the_schema_allows_is_read_or_refused_by_name(fields: tuple[str, ...]) -> None:
    form = form_of(fields)
    seen = {"read": 0}

    @given(any_answer(form.schema))
    @settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck), database=None)
    def check(values: dict[str, Any]) -> None:
        try:
            part = read(form, values)
        except RecordError:
            return
        seen["read"] += 1
        assert set(part.record) == set(fields)
        draft(part)

    check()
    assert seen["read"] > 0


def test_every_value_of_an_answer_is_verified_on_its_page() -> None:
    form = form_of(EVERYTHING)
    part = read(form, full_answer(form), PAGE)
    extraction = verify(Document.from_text(PAGE, id="page"), draft(part))
    weak = {pointer: one for pointer, one in extraction.evidence.items() if one.status != "VERIFIED"}
    objects = {"/status/start_date": "QUOTED", "/eligibility/minimum_age": "QUOTED"}
    assert {pointer: str(one.status) for pointer, one in weak.items()} == objects
    assert extraction.findings == []
    assert extraction.record.arms[0].regimens[0].duration is not None
    assert extraction.record.brief_summary is not None
    assert extraction.record.brief_summary.endswith("\nIt takes place in Oslo.")
    assert [len(one.children) for one in extraction.record.eligibility.inclusion] == [0, 0, 2]
    assert list(extraction.missing) == ["/detailed_description"]


def test_passes_say_together_what_one_pass_says() -> None:
    whole = form_of(EVERYTHING)
    values = full_answer(whole)
    expected = read(whole, values, PAGE)
    found: dict[str, Any] = {}
    quotes: dict[str, Any] = {}
    for name in ("arms", "interventions", "arm_interventions"):
        assert name in EVERYTHING
    together = ("arms", "interventions", "arm_interventions")
    for fields in (together, *((name,) for name in EVERYTHING if name not in together)):
        form = form_of(fields)
        cut = {key: values[key] for key in form.schema["properties"]}
        cut["missing"] = [one for one in cut["missing"] if one["pointer"][1:] in fields]
        part = read(form, cut, PAGE)
        found |= part.record
        quotes |= part.quotes
    assert found == expected.record
    assert quotes == expected.quotes


def test_a_form_gives_the_layout_and_leaves_keys_to_others() -> None:
    form = form_of(("source", "arms"))
    part = read(form, answer(form, arms=[row(form, "Arm", label="Blue tea", listed=True)]))
    assert part.record["source"]["layout"] == "unknown"
    assert "key" not in part.record["arms"][0]
