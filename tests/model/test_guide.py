from typing import Any

from extractor.model import prompt
from extractor.model.guide import KINDS, field_guide
from extractor.model.wire import wire_schema
from extractor.records.declare import declarations
from extractor.records.record import TrialRecord


def test_every_field_of_the_schema_has_a_line_in_its_objects_section() -> None:
    sections = {part.partition("\n")[0]: part for part in field_guide().split("### ")}
    definitions: dict[str, Any] = wire_schema()["$defs"]
    objects = {name: one for name, one in definitions.items() if "properties" in one}
    for left_out in ("OfferedWords", "OfferedReason"):
        del objects[left_out]
    assert len(objects) > 20
    for name, one in objects.items():
        section = sections[name.removeprefix("Wire")]
        assert [field for field in one["properties"] if f"- `{field}` (" not in section] == []


def test_descriptions_come_from_the_declarations() -> None:
    for field in declarations(TrialRecord).values():
        assert field.description in field_guide()


def test_every_object_has_one_section() -> None:
    titles = [line for line in field_guide().splitlines() if line.startswith("### ")]
    assert len(titles) == len(set(titles))


def test_the_prompt_explains_every_kind_of_field() -> None:
    explained = prompt.load().system.partition("# Kinds of fields")[2].partition("# Field guide")[0]
    assert [kind for kind in KINDS.values() if kind != "parts" and kind not in explained] == []


def test_remarks_on_single_values_of_an_enumeration_are_passed_on() -> None:
    assert "NA is a value that registries print" in field_guide()
