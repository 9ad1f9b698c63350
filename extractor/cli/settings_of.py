"""Settings of a command: options win over the environment."""

import os
from dataclasses import replace

from extractor.errors import SettingsError
from extractor.settings import READERS, Settings

_VARIABLES = {
    "reader": "EXTRACTOR_READER",
    "mode": "EXTRACTOR_MODE",
    "timeout": "EXTRACTOR_TIMEOUT",
    "max_bytes": "EXTRACTOR_MAX_BYTES",
}


_OF_READERS = {
    "model": ("model",),
    "base_url": ("model",),
    "plan": ("model",),
    "mode": ("model",),
    "timeout": ("model",),
    "max_page_chars": ("model",),
    "fresh": ("model",),
    "prices": ("model",),
    "record": ("model",),
    "budget": ("model",),
    "estimate": ("model",),
    "recordings": ("replay",),
}
"""Options that only some readers know; a reader that would pass over one in silence is refused."""


def settings_of(*, estimate: bool = False, **options: object) -> Settings:
    """The environment's settings with the options that were given. Raises SettingsError.

    A variable that an option overrules is not read, so that its value cannot be wrong.
    """
    given = {name: value for name, value in options.items() if value is not None and value is not False}
    _check(given | ({"estimate": True} if estimate else {}))
    overruled = {_VARIABLES[name] for name in given if name in _VARIABLES}
    environ = {name: value for name, value in os.environ.items() if name not in overruled}
    # click checked the types
    return replace(Settings.from_environment(environ), **given)  # type: ignore[arg-type]


def _check(given: dict[str, object]) -> None:
    reader = given.get("reader") or os.environ.get("EXTRACTOR_READER") or "layout"
    for name, readers in _OF_READERS.items():
        if name in given and reader in READERS and reader not in readers:
            option = f"--{name.replace('_', '-')}"
            raise SettingsError(
                f"the {reader} reader has no use for {option}",
                hint=f"Add --reader {readers[0]}, or leave {option} out",
            )
