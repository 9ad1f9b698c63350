"""Settings of a command."""

import os
import subprocess
import sys

import pytest

from extractor.cli.settings_of import settings_of
from extractor.errors import SettingsError


def test_options_that_were_given_win_and_others_do_not_count() -> None:
    settings = settings_of(reader="model", model="some-model", max_bytes=7, base_url=None)
    assert (settings.model, settings.max_bytes) == ("some-model", 7)
    assert settings_of(max_bytes=None).max_bytes == settings_of().max_bytes


def test_a_variable_that_an_option_overrules_is_not_read() -> None:
    environment = {**os.environ, "EXTRACTOR_READER": "crystal ball", "EXTRACTOR_MAX_BYTES": "many"}
    code = "from extractor.cli.settings_of import settings_of as s; print(s(reader='layout', max_bytes=7))"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert "reader='layout'" in done.stdout
    assert "max_bytes=7" in done.stdout


def test_a_model_without_the_model_reader_is_an_error_that_says_so() -> None:
    with pytest.raises(SettingsError, match="--reader model"):
        settings_of(reader="layout", model="some-model")
    assert settings_of(reader="model", model="some-model").model == "some-model"
