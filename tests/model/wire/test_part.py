import dataclasses

import pytest

from extractor.model.wire.part import Part


def test_a_part_is_not_changed_into_another() -> None:
    part = Part({"acronym": None})
    assert (part.quotes, part.missing, part.findings) == ({}, {}, [])
    with pytest.raises(dataclasses.FrozenInstanceError):
        part.record = {}  # type: ignore[misc]
