"""Settings of a command."""

import os
import subprocess
import sys

from extractor.cli.settings_of import settings_of


def test_options_that_were_given_win_and_others_do_not_count() -> None:
    settings = settings_of(model="some-model", max_bytes=7, base_url=None)
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
