"""A model reader wired from settings: client, cache, prompt."""

from extractor.errors import SettingsError
from extractor.model.disk_cache import CachedClient
from extractor.model.instructor_client import InstructorClient
from extractor.model.reader import ModelReader
from extractor.settings import Settings


def model_reader(settings: Settings) -> ModelReader:
    """A reader that asks the server of the settings and keeps its answers in `cache_dir`.

    Raises SettingsError where no model is named, the key or the address is wrong, or the folder is not safe.
    """
    if not settings.model:
        raise SettingsError("no model is named", hint="Set EXTRACTOR_MODEL or use --model")
    client = InstructorClient(base_url=settings.base_url, api_key=settings.api_key)
    return ModelReader(CachedClient(client, settings.cache_dir), model=settings.model)
