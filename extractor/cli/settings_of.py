"""Settings of a command: options win over the environment."""

from dataclasses import replace

from extractor.settings import Settings


def settings_of(**options: object) -> Settings:
    """The environment's settings with the options that were given. Raises SettingsError."""
    given = {name: value for name, value in options.items() if value is not None}
    # click checked the types
    return replace(Settings.from_environment(), **given)  # type: ignore[arg-type]
