"""Readers by name, as options and settings name them."""

from typing import TYPE_CHECKING

from extractor.errors import SettingsError
from extractor.extraction import Reader, default_reader
from extractor.settings import READERS, Settings

if TYPE_CHECKING:
    from extractor.model.budget import Budget
    from extractor.model.build import Around


def reader_named(
    name: str, settings: Settings, *, around: "Around | None" = None, budget: "Budget | None" = None
) -> Reader:
    """The reader of a name; `around` and `budget` go to the model reader.

    Raises SettingsError for an unknown one, or one that lacks its settings.
    """
    if name == "layout":
        return default_reader()
    if name == "model":
        # Imported here: a model's libraries cost a second that the layout reader need not pay.
        from extractor.model.build import model_reader  # noqa: PLC0415

        return model_reader(settings, around=around, budget=budget)
    if name == "replay":
        return _replay(settings)
    raise SettingsError(f"no reader is called {name!r}", hint=f"Use one of: {', '.join(READERS)}")


def _replay(settings: Settings) -> Reader:
    from extractor.model.replay import replay_reader  # noqa: PLC0415 - the same

    if settings.recordings is None:
        raise SettingsError("no recording is named", hint="Use --recordings DIR or set EXTRACTOR_RECORDINGS")
    return replay_reader(settings.recordings)
