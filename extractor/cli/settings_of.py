"""Settings of a command: options win over the environment."""

import os
from dataclasses import replace

from extractor.errors import SettingsError
from extractor.settings import Settings

_VARIABLES = {"reader": "EXTRACTOR_READER", "max_bytes": "EXTRACTOR_MAX_BYTES"}


def _reader(options: dict[str, object]) -> object:
    return options.get("reader") or os.environ.get("EXTRACTOR_READER") or "layout"


def settings_of(**options: object) -> Settings:
    """The environment's settings with the options that were given. Raises SettingsError.

    A variable that an option overrules is not read, so that its value cannot be wrong.
    """
    if (options.get("model") or options.get("base_url")) and _reader(options) == "layout":
        raise SettingsError(
            "the layout reader asks no model", hint="Add --reader model, or leave the option out"
        )
    given = {name: value for name, value in options.items() if value is not None}
    overruled = {_VARIABLES[name] for name in given if name in _VARIABLES}
    environ = {name: value for name, value in os.environ.items() if name not in overruled}
    # click checked the types
    return replace(Settings.from_environment(environ), **given)  # type: ignore[arg-type]
