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


@pytest.mark.parametrize(
    ("reader", "option", "right"),
    [
        ("layout", "recordings", "replay"),
        ("model", "recordings", "replay"),
        ("replay", "model", "model"),
        ("replay", "base_url", "model"),
        ("layout", "budget", "model"),
        ("layout", "record", "model"),
        ("layout", "mode", "model"),
        ("replay", "timeout", "model"),
        ("replay", "max_page_chars", "model"),
        ("layout", "fresh", "model"),
        ("replay", "record", "model"),
    ],
)
def test_an_option_the_reader_would_pass_over_is_refused(reader: str, option: str, right: str) -> None:
    with pytest.raises(
        SettingsError, match=f"the {reader} reader has no use for --{option.replace('_', '-')}"
    ) as no:
        settings_of(reader=reader, **{option: "x"})
    assert f"--reader {right}" in no.value.hint


def test_a_switch_that_was_not_given_is_no_option() -> None:
    assert settings_of(reader="layout", fresh=False).reader == "layout"


def test_a_variable_that_another_reader_would_use_is_no_error() -> None:
    code = "from extractor.cli.settings_of import settings_of as s; print(s(reader='layout').recordings)"
    environment = {**os.environ, "EXTRACTOR_RECORDINGS": "somewhere"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "somewhere\n"
