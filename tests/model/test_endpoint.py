import pytest

from extractor.errors import SettingsError
from extractor.model.endpoint import DEFAULT_BASE_URL, checked_key, identity, public_address
from extractor.model.modes import Mode


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://localhost:8000/v1", "http://localhost:8000/v1"),
        ("https://me:hush@h.example/v1/", "https://h.example/v1"),
        ("https://h.example/v1?api-key=hush#hush", "https://h.example/v1"),
        ("http://[::1]:8000/v1", "http://[::1]:8000/v1"),
    ],
)
def test_an_address_is_shown_without_credentials_and_query(url: str, shown: str) -> None:
    assert public_address(url) == shown


def test_answers_in_another_mode_are_those_of_another_server() -> None:
    assert identity("http://h/v1", Mode.JSON_SCHEMA) == "http://h/v1"
    assert len({identity("http://h/v1", mode) for mode in Mode}) == len(Mode)


@pytest.mark.parametrize(
    "url", ["me:hush@h/v1", "ftp://h/v1", "http://?hush", "http://h:port/v1", "http://[::1"]
)
def test_what_is_no_http_address_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(SettingsError, match="OPENAI_BASE_URL") as caught:
        public_address(url)
    assert url not in str(caught.value)


def test_the_default_server_needs_a_key_and_says_which_variable() -> None:
    with pytest.raises(SettingsError, match="Set OPENAI_API_KEY"):
        checked_key(None, DEFAULT_BASE_URL)


def test_a_server_of_ones_own_needs_no_key() -> None:
    assert checked_key(None, "http://localhost:8000/v1") is None


@pytest.mark.parametrize("key", ["sk-canary\n", "sk canary", "sk-canäry"])
def test_a_key_that_cannot_be_sent_is_refused_and_not_repeated(key: str) -> None:
    with pytest.raises(SettingsError, match="OPENAI_API_KEY") as caught:
        checked_key(key, DEFAULT_BASE_URL)
    assert key.strip() not in str(caught.value)
