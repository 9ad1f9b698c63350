"""Settings: the one reader of the environment.

EXTRACTOR_READER      layout (default), model or replay
EXTRACTOR_MODEL       model name for the model reader
EXTRACTOR_MODE        how it asks for JSON: json_schema (default), strict, tools or md_json
EXTRACTOR_TIMEOUT     seconds that one of its requests may take
EXTRACTOR_MAX_BYTES   largest page that is read
EXTRACTOR_CACHE_DIR   folder of the answer cache
EXTRACTOR_RECORDINGS  folder of recorded answers for the replay reader
EXTRACTOR_PRICES      price table to use instead of the shipped one
OPENAI_BASE_URL       address of an OpenAI-compatible server
OPENAI_API_KEY        its key; read where the request is made, never stored
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from extractor.documents import MAX_BYTES
from extractor.errors import SettingsError

MOST = 999_999_999_999
_WHOLE = re.compile(r"[1-9][0-9]{0,11}")
_SECONDS = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?")
READERS = ("layout", "model", "replay")
MODES = ("json_schema", "strict", "tools", "md_json")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may choose. Options of a command win over the environment, which wins over defaults.

    `recordings` is read by the replay reader; `record` is where the model reader writes its answers, `budget`
    what it may spend, `plan` in how many passes it asks. Pages longer than `max_page_chars` are asked in
    pieces. With `fresh` what is answered already is asked again, with `retry_kept` only where kept answers
    make a page fail.
    """

    reader: str = "layout"
    model: str | None = None
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    max_bytes: int = MAX_BYTES
    cache_dir: Path = field(default_factory=lambda: Path.home() / ".cache" / "trial-extractor")
    recordings: Path | None = None
    prices: Path | None = None
    plan: str | None = None
    mode: str | None = None
    timeout: float | None = None
    max_page_chars: int | None = None
    fresh: bool = False
    retry_kept: bool = False
    record: Path | None = None
    budget: Decimal | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Read the variables named above; empty ones count as unset. Raises SettingsError."""
        env = {key: value for key, value in (os.environ if environ is None else environ).items() if value}
        settings = cls(
            reader=env.get("EXTRACTOR_READER", "layout"),
            model=env.get("EXTRACTOR_MODEL"),
            base_url=env.get("OPENAI_BASE_URL"),
            api_key=env.get("OPENAI_API_KEY"),
            max_bytes=_positive(env, "EXTRACTOR_MAX_BYTES", MAX_BYTES),
            cache_dir=_cache_dir(env),
            recordings=_path(env, "EXTRACTOR_RECORDINGS"),
            prices=_path(env, "EXTRACTOR_PRICES"),
            mode=env.get("EXTRACTOR_MODE"),
            timeout=_seconds(env, "EXTRACTOR_TIMEOUT"),
        )
        _check_choice("EXTRACTOR_READER", settings.reader, READERS)
        _check_choice("EXTRACTOR_MODE", settings.mode or MODES[0], MODES)
        return settings


def _check_choice(name: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise SettingsError(f"{name} is {value[:40]!r}", hint=f"Use one of: {', '.join(choices)}")


def _positive(env: Mapping[str, str], name: str, default: int) -> int:
    text = env.get(name, str(default))
    if not _WHOLE.fullmatch(text):
        raise SettingsError(f"{name} is {text[:40]!r}", hint=f"Use a whole number from 1 to {MOST}")
    return int(text)


def _seconds(env: Mapping[str, str], name: str) -> float | None:
    text = env.get(name)
    if text is not None and not (_SECONDS.fullmatch(text) and float(text)):
        raise SettingsError(f"{name} is {text[:40]!r}", hint="Use a number of seconds, such as 120")
    return None if text is None else float(text)


def _path(env: Mapping[str, str], name: str) -> Path | None:
    return Path(env[name]) if name in env else None


def _cache_dir(env: Mapping[str, str]) -> Path:
    if "EXTRACTOR_CACHE_DIR" in env:
        return Path(env["EXTRACTOR_CACHE_DIR"])
    base = env.get("XDG_CACHE_HOME") or str(Path(env.get("HOME", "~")).expanduser() / ".cache")
    return Path(base) / "trial-extractor"
