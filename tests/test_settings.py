"""Settings: the one reader of the environment."""

from pathlib import Path

import pytest

from extractor.documents import MAX_BYTES
from extractor.errors import SettingsError
from extractor.model.modes import Mode
from extractor.settings import MODES, Settings


def test_an_empty_environment_gives_the_layout_reader_and_no_key() -> None:
    settings = Settings.from_environment({"HOME": "/home/ada"})
    assert (settings.reader, settings.model, settings.api_key) == ("layout", None, None)
    assert settings.max_bytes == MAX_BYTES
    assert settings.cache_dir == Path("/home/ada/.cache/trial-extractor")


def test_a_key_that_lies_around_does_not_choose_the_model_reader() -> None:
    settings = Settings.from_environment({"OPENAI_API_KEY": "sk-secret", "OPENAI_BASE_URL": "http://x"})
    assert settings.reader == "layout"
    assert settings.api_key == "sk-secret"


def test_a_key_is_never_printed() -> None:
    assert "sk-secret" not in repr(Settings(api_key="sk-secret"))


def test_each_variable_is_read() -> None:
    settings = Settings.from_environment(
        {
            "EXTRACTOR_READER": "model",
            "EXTRACTOR_MODEL": "some-model",
            "EXTRACTOR_MAX_BYTES": "123",
            "EXTRACTOR_CACHE_DIR": "/cache",
            "EXTRACTOR_RECORDINGS": "/recordings",
            "EXTRACTOR_PRICES": "/prices.json",
            "EXTRACTOR_MODE": "tools",
            "EXTRACTOR_TIMEOUT": "90.5",
            "OPENAI_BASE_URL": "http://localhost/v1",
        }
    )
    assert settings == Settings(
        reader="model",
        model="some-model",
        base_url="http://localhost/v1",
        max_bytes=123,
        cache_dir=Path("/cache"),
        recordings=Path("/recordings"),
        prices=Path("/prices.json"),
        mode="tools",
        timeout=90.5,
    )


def test_the_modes_are_those_of_the_model_reader() -> None:
    assert [*Mode] == [*MODES]


@pytest.mark.parametrize("value", ["0", "0.000", "-1", "nan", "inf", "1e3", "5 s", "1000000"])
def test_a_timeout_that_is_no_time_is_refused(value: str) -> None:
    with pytest.raises(SettingsError, match="EXTRACTOR_TIMEOUT"):
        Settings.from_environment({"EXTRACTOR_TIMEOUT": value})


def test_an_unknown_mode_is_refused_with_those_there_are() -> None:
    with pytest.raises(SettingsError, match=r"EXTRACTOR_MODE is 'xml'.*md_json"):
        Settings.from_environment({"EXTRACTOR_MODE": "xml"})


def test_an_empty_variable_counts_as_unset() -> None:
    assert Settings.from_environment({"EXTRACTOR_READER": "", "EXTRACTOR_MAX_BYTES": ""}).reader == "layout"


def test_the_cache_stands_in_the_user_s_cache_folder() -> None:
    settings = Settings.from_environment({"XDG_CACHE_HOME": "/xdg", "HOME": "/home/ada"})
    assert settings.cache_dir == Path("/xdg/trial-extractor")


@pytest.mark.parametrize("size", ["0", "-1", "ten", "1.5", "1e6", "²", "٣"])
def test_a_size_that_is_no_whole_number_is_refused(size: str) -> None:
    with pytest.raises(SettingsError, match="EXTRACTOR_MAX_BYTES") as caught:
        Settings.from_environment({"EXTRACTOR_MAX_BYTES": size})
    assert caught.value.hint


def test_an_unknown_reader_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SettingsError, match="layout, model"):
        Settings.from_environment({"EXTRACTOR_READER": "oracle"})


def test_a_number_of_thousands_of_digits_is_a_clear_error() -> None:
    with pytest.raises(SettingsError, match="EXTRACTOR_MAX_BYTES"):
        Settings.from_environment({"EXTRACTOR_MAX_BYTES": "9" * 5000})
