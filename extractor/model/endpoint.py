"""Address and key of a model server, checked before anything is sent."""

from urllib.parse import urlsplit

from extractor.errors import SettingsError
from extractor.model.modes import Mode

DEFAULT_BASE_URL = "https://api.openai.com/v1"


def public_address(url: str) -> str:
    """The address without user, password and query: fit to print and to name a server by.

    Raises SettingsError for text that is no http address.
    """
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        parts, port = urlsplit(""), ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError(
            "OPENAI_BASE_URL is no http address", hint="Use one like http://localhost:8000/v1"
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{port}{parts.path.rstrip('/')}"


def identity(endpoint: str, mode: Mode) -> str:
    """What tells the answers of a server apart: its address and, where it is not the default, the mode.

    Who asks in another mode because of bad answers must not get the same ones out of a cache.
    """
    return endpoint if mode is Mode.JSON_SCHEMA else f"{endpoint}#{mode.value}"


def checked_key(api_key: str | None, endpoint: str) -> str | None:
    """The key, or None for a server of one's own. Raises SettingsError where a key is missing or broken."""
    if not api_key:
        if endpoint == DEFAULT_BASE_URL:
            raise SettingsError(
                f"no API key for {endpoint}",
                hint="Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server that needs none",
            )
        return None
    if not (api_key.isascii() and api_key.isprintable()) or " " in api_key:
        raise SettingsError(
            "OPENAI_API_KEY holds a blank, a line break or a character that no key has",
            hint="Set it again without quotes and line ends",
        )
    return api_key
