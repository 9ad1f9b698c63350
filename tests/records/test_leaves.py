"""The walk over a record."""

from typing import Any

from pydantic import BaseModel

from extractor.records.declare import ATOMS, Check, Tier
from extractor.records.leaves import leaves
from extractor.records.pointer import resolve
from extractor.records.record import TrialRecord


def scalars(value: Any, pointer: str = "") -> dict[str, Any]:
    """Every plain value of JSON data by its pointer."""
    if isinstance(value, dict):
        pairs = [(f"{pointer}/{key}", part) for key, part in value.items()]
    elif isinstance(value, list):
        pairs = [(f"{pointer}/{at}", part) for at, part in enumerate(value)]
    else:
        return {pointer: value}
    return {place: one for where, part in pairs for place, one in scalars(part, where).items()}


def test_every_value_of_a_full_record_is_reached_once(full_record: dict[str, Any]) -> None:
    record = TrialRecord.model_validate(full_record)
    reached = [leaf.pointer for leaf in leaves(record)]
    assert len(reached) == len(set(reached))
    assert set(reached) == set(scalars(full_record))


def test_a_leaf_is_the_value_at_its_pointer_and_field_of_its_owner(full_record: dict[str, Any]) -> None:
    record = TrialRecord.model_validate(full_record)
    for leaf in leaves(record):
        assert resolve(record, leaf.pointer) == leaf.value
        owner = resolve(record, leaf.owner_pointer)
        assert owner is leaf.owner
        assert getattr(owner, leaf.name) is not None


def test_every_model_of_the_record_owns_leaves(
    full_record: dict[str, Any], record_models: dict[str, type[BaseModel]]
) -> None:
    owners = {type(leaf.owner) for leaf in leaves(TrialRecord.model_validate(full_record))}
    assert owners == set(record_models.values())


def test_nulls_are_left_out_unless_asked_for(small_record: TrialRecord) -> None:
    without = {leaf.pointer: leaf.value for leaf in leaves(small_record)}
    assert without == {
        "/source/page_kind": "REGISTRY_PAGE",
        "/source/layout": "unknown",
        "/conditions/0": "Thirst",
        "/arms/0/key": "A1",
        "/arms/0/label": "Tea",
        "/arms/0/listed": True,
        "/arms/1/key": "A2",
        "/arms/1/label": "Water",
        "/arms/1/listed": False,
        "/eligibility/inclusion/0/text": "Thirsty",
        "/eligibility/inclusion/0/op": "LEAF",
        "/eligibility/inclusion/0/negated": False,
        "/eligibility/inclusion/0/children/0/text": "Very",
        "/eligibility/inclusion/0/children/0/op": "LEAF",
        "/eligibility/inclusion/0/children/0/negated": False,
    }
    nulls = {leaf.pointer: leaf.value for leaf in leaves(small_record, nulls=True)}
    assert without.items() <= nulls.items()
    assert nulls["/publication"] is None
    assert nulls["/arms/0/description"] is None
    assert nulls["/outcomes"] == []
    assert nulls["/design/phases"] == []
    assert not any(pointer.startswith("/publication/") for pointer in nulls)


def test_an_item_of_a_plain_list_has_the_declaration_of_the_list(small_record: TrialRecord) -> None:
    leaf = next(leaf for leaf in leaves(small_record) if leaf.pointer == "/conditions/0")
    assert (leaf.name, leaf.field.check, leaf.owner_pointer) == ("conditions", Check.VERBATIM, "")


def test_group_and_tier_come_from_the_nearest_declaration_above(small_record: TrialRecord) -> None:
    found = {leaf.pointer: leaf for leaf in leaves(small_record)}
    assert found["/arms/0/label"].group == "arms"
    assert found["/eligibility/inclusion/0/children/0/text"].group == "criteria"
    assert found["/arms/0/label"].tier is Tier.STRUCTURE
    assert found["/eligibility/inclusion/0/op"].tier is Tier.COMPUTED


def test_what_is_not_listed_is_prose(small_record: TrialRecord) -> None:
    found = {leaf.pointer: leaf for leaf in leaves(small_record)}
    assert found["/arms/1/label"].tier is Tier.PROSE


def test_a_publication_page_prints_its_own_facts_and_says_all_else_in_prose() -> None:
    record = TrialRecord.model_validate(
        {
            "source": {"page_kind": "PUBLICATION_PAGE", "layout": "unknown"},
            "publication": {"volume": "1"},
            "keywords": ["Tea"],
            "design": {"phases": ["PHASE2"]},
        }
    )
    tiers = {leaf.pointer: leaf.tier for leaf in leaves(record)}
    assert tiers["/publication/volume"] is Tier.STRUCTURE
    assert tiers["/keywords/0"] is Tier.STRUCTURE
    assert tiers["/design/phases/0"] is Tier.PROSE


def test_keys_links_and_operators_carry_no_words(small_record: TrialRecord) -> None:
    structural = {leaf.name for leaf in leaves(small_record) if leaf.structural}
    assert structural == {"page_kind", "layout", "key", "listed", "op"}


def test_dates_ages_and_durations_are_scored_whole_and_other_objects_through_their_parts() -> None:
    record = TrialRecord.model_validate({"source": {"page_kind": "OTHER", "layout": "unknown"}})
    found = {leaf.pointer: leaf.field.scoring in ATOMS for leaf in leaves(record, nulls=True)}
    assert found["/status/start_date"]
    assert found["/eligibility/minimum_age"]
    assert not found["/publication"]
    assert not found["/acronym"]
