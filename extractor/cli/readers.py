"""Readers by name, as options and settings name them."""

from extractor.errors import SettingsError
from extractor.extraction import Reader
from extractor.layout.reader import LayoutReader
from extractor.settings import READERS, Settings


def reader_named(name: str, settings: Settings) -> Reader:
    """The reader of a name. Raises SettingsError for an unknown one, or one that lacks its settings."""
    if name == "layout":
        return LayoutReader()
    if name == "model":
        # Imported here: a model's libraries cost a second that the layout reader need not pay.
        from extractor.model.build import model_reader  # noqa: PLC0415

        return model_reader(settings)
    raise SettingsError(f"no reader is called {name!r}", hint=f"Use one of: {', '.join(READERS)}")
