"""Readers by name."""

import pytest

from extractor.cli.readers import reader_named
from extractor.errors import SettingsError
from extractor.layout.reader import LayoutReader
from extractor.settings import Settings


def test_the_layout_reader_needs_no_settings() -> None:
    assert isinstance(reader_named("layout", Settings()), LayoutReader)


def test_an_unknown_reader_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SettingsError, match="layout, model"):
        reader_named("oracle", Settings())


def test_a_replay_needs_a_recording() -> None:
    with pytest.raises(SettingsError, match="--recordings DIR"):
        reader_named("replay", Settings())
