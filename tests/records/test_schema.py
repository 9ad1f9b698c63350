"""The published JSON Schemas: against the models, and against the contract of the record."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError

from extractor._data import folder
from extractor.errors import RecordError
from extractor.records.pointer import join, resolve
from extractor.records.record import TrialRecord
from extractor.records.schema import PUBLISHED, schema_text
from extractor.records.strict_json import parse

CONTRACT: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "contract" / "trial-record.schema.json").read_text(encoding="utf-8")
)
OURS: dict[str, Any] = json.loads(schema_text(TrialRecord))
VALIDATORS = {"contract": Draft202012Validator(CONTRACT), "ours": Draft202012Validator(OURS)}


@pytest.mark.parametrize(("name", "model"), PUBLISHED.items())
def test_the_published_schema_is_that_of_the_model(name: str, model: type[BaseModel]) -> None:
    assert folder("schemas").joinpath(name).read_text(encoding="utf-8") == schema_text(model)


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_schema_is_a_schema_that_refuses_unknown_keys(name: str) -> None:
    schema = json.loads(folder("schemas").joinpath(name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    objects = [schema, *schema["$defs"].values()]
    assert all(one["additionalProperties"] is False for one in objects if one.get("type") == "object")


def looked_up(schema: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    """A schema without references: the definition it names."""
    return resolve(root, schema["$ref"][1:]) | {"$ref": None} if schema.get("$ref") else schema


def alternatives(schema: dict[str, Any], root: dict[str, Any]) -> list[dict[str, Any]]:
    """The alternatives of a schema; a plain one is its own."""
    return [looked_up(one, root) for one in schema.get("anyOf") or schema.get("oneOf") or [schema]]


def promises(
    schema: dict[str, Any], root: dict[str, Any], seen: tuple[str, ...] = ()
) -> Iterator[tuple[str, Any]]:
    """What a schema says of every place: its types, enum values, constants and required keys."""
    for one in alternatives(schema, root):
        name = one.get("title") if one.get("type") == "object" else None
        yield "type", one.get("type")
        yield "enum", tuple(one.get("enum", ()))
        yield "const", one.get("const")
        yield "required", tuple(sorted(one.get("required", ())))
        if name in seen:
            continue
        below = (*seen, name) if name else seen
        if "items" in one:
            yield from ((f"/*{place}", said) for place, said in promises(one["items"], root, below))
        for key, part in one.get("properties", {}).items():
            yield from ((f"/{key} {place}", said) for place, said in promises(part, root, below))


def titled(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema whose definitions carry their names as titles, so that recursion is seen."""
    definitions = {name: one | {"title": name} for name, one in schema["$defs"].items()}
    return schema | {"$defs": definitions, "title": "TrialRecord"}


def test_every_key_type_enum_value_and_required_key_of_the_contract_is_in_the_schema() -> None:
    contract, ours = titled(CONTRACT), titled(OURS)
    wanted = set(promises(contract, contract))
    assert len(wanted) > 1000
    assert wanted - set(promises(ours, ours)) == set()


def test_required_keys_are_those_of_the_contract() -> None:
    contract, ours = titled(CONTRACT), titled(OURS)
    required = [{one for one in promises(root, root) if "required" in one[0]} for root in (contract, ours)]
    assert required[0] == required[1]


def test_every_property_of_the_schema_is_described() -> None:
    for definition in [OURS, *OURS["$defs"].values()]:
        for key, part in definition.get("properties", {}).items():
            assert part.get("description") or looked_up(part, OURS).get("description"), key


def valid(record: Any) -> dict[str, bool]:
    """Whether a record is valid by the contract, by our schema and by the model."""
    found = {name: validator.is_valid(record) for name, validator in VALIDATORS.items()}
    return found | {"model": valid_by_model(record)}


def valid_by_model(record: Any) -> bool:
    """Whether a record is valid by the model."""
    try:
        TrialRecord.model_validate_json(json.dumps(record), strict=True)
    except ValidationError:
        return False
    return True


def test_a_full_record_is_valid_by_contract_schema_and_model(full_record: dict[str, Any]) -> None:
    assert valid(full_record) == {"contract": True, "ours": True, "model": True}


def places(value: Any, pointer: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of everything in JSON data."""
    yield pointer
    if isinstance(value, dict):
        for key, part in value.items():
            yield from places(part, (*pointer, key))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from places(part, (*pointer, at))


def changed(record: Any, path: tuple[str | int, ...], change: Any) -> Any:
    """A copy of JSON data in which one place is taken out (change is Ellipsis) or replaced."""
    if not path:
        return record if change is ... else change
    first, *rest = path
    if not rest and change is ...:
        pairs = record.items() if isinstance(record, dict) else enumerate(record)
        left = {key: part for key, part in pairs if key != first}
        return left if isinstance(record, dict) else list(left.values())
    copy: Any = dict(record) if isinstance(record, dict) else list(record)
    copy[first] = changed(record[first], tuple(rest), change) if rest else change
    return copy


CHANGES = [..., None, "words", "", 7, -1, 0.5, True, [], {}, ["words"], {"tea": 1}, "RANDOMIZED", "age"]
NARROWER = {"key", "date", "count"}
"""Keys where the model asks for more than the contract: `A1`, a date of the calendar, a count below 10**9."""


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_changed_record_is_valid_by_contract_and_schema_alike(
    full_record: dict[str, Any], data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from(list(places(full_record))))
    change = data.draw(st.sampled_from(CHANGES))
    found = valid(changed(full_record, path, change))
    if path and path[-1] in NARROWER:
        assert found["contract"] or not found["ours"]
    else:
        assert found["contract"] == found["ours"]
    assert found["ours"] or not found["model"]


def test_an_unknown_key_is_refused_everywhere(full_record: dict[str, Any]) -> None:
    objects = [path for path in places(full_record) if isinstance(resolve(full_record, join(*path)), dict)]
    for path in objects:
        assert not valid_by_model(changed(full_record, (*path, "tea"), 1)), path


def test_our_strict_reading_takes_what_the_schema_takes(full_record: dict[str, Any]) -> None:
    assert parse(TrialRecord, json.dumps(full_record)).arms[0].key == "A1"
    with pytest.raises(RecordError):
        parse(TrialRecord, json.dumps(full_record | {"arms": None}))
