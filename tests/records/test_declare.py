"""What a field declares besides its type."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel

from extractor.records.base import RecordModel
from extractor.records.declare import ATOMS, Check, Scoring, Tier, declarations, declare


def test_every_field_of_a_record_is_declared_with_a_description(
    record_models: dict[str, type[BaseModel]],
) -> None:
    for name, model in record_models.items():
        for field, declared in declarations(model).items():
            assert declared.description.endswith((".", "…")), (name, field)


def test_every_model_and_field_of_the_envelope_says_what_it_is(models: dict[str, type[BaseModel]]) -> None:
    assert [name for name, model in models.items() if not model.__doc__] == []


def test_fields_of_models_and_only_they_are_checked_and_scored_through_their_parts(
    record_models: dict[str, type[BaseModel]],
    models_in: Callable[[Any], list[type[BaseModel]]],
) -> None:
    for model in record_models.values():
        for field, declared in declarations(model).items():
            has_parts = bool(models_in(model.model_fields[field].annotation))
            assert (declared.check is Check.PARTS) == has_parts, (model, field)
            assert (declared.scoring in ATOMS | {Scoring.PARTS}) == has_parts, (model, field)


def test_words_and_alignment_keys_name_fields_of_their_model(
    record_models: dict[str, type[BaseModel]],
) -> None:
    for model in record_models.values():
        assert issubclass(model, RecordModel)
        named = {*model.alignment_keys, *filter(None, [model.words_field])}
        named |= {declared.words for declared in declarations(model).values() if declared.words}
        assert named <= set(model.model_fields), model


def test_fields_named_as_printed_by_publications_exist(record_models: dict[str, type[BaseModel]]) -> None:
    record = record_models["TrialRecord"]
    assert set(getattr(record, "printed_by_publications")) <= set(record.model_fields)  # noqa: B009


def test_scoring_follows_from_the_check_unless_it_is_given() -> None:
    class Cup(RecordModel):
        """A model."""

        label: str = declare("Label.", Check.VERBATIM)
        note: str = declare(
            "Note.", Check.VERBATIM, scoring=Scoring.LONG_TEXT, tier=Tier.PROSE, group="notes"
        )

    found = declarations(Cup)
    assert found["label"].scoring is Scoring.TEXT
    assert (found["label"].tier, found["label"].group, found["label"].words) == (None, None, None)
    assert (found["note"].scoring, found["note"].tier, found["note"].group) == (
        Scoring.LONG_TEXT,
        Tier.PROSE,
        "notes",
    )


def test_a_field_without_a_declaration_is_a_programming_error() -> None:
    class Cup(RecordModel):
        """A model."""

        label: str = ""

    with pytest.raises(TypeError, match=r"Cup\.label"):
        declarations(Cup)


def test_only_long_verbatim_texts_are_blocks(record_models: dict[str, type[BaseModel]]) -> None:
    blocks = {
        name: declared
        for model in record_models.values()
        for name, declared in declarations(model).items()
        if declared.block
    }
    assert set(blocks) == {"brief_summary", "detailed_description", "criteria_text", "abstract"}
    assert {declared.check for declared in blocks.values()} == {Check.VERBATIM}
    assert {declared.scoring for declared in blocks.values()} == {Scoring.LONG_TEXT}
