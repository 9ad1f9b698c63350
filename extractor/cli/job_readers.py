"""The reader of a job, and what of it decides results."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from extractor._data import vocabulary_hash
from extractor.cli.readers import reader_named
from extractor.errors import SettingsError
from extractor.extraction import Reader
from extractor.settings import MODES, Settings

if TYPE_CHECKING:
    from extractor.jobs.throttle import Throttle
    from extractor.model.budget import Budget
    from extractor.model.build import Around


def job_throttle(settings: Settings, limits: dict[str, Any]) -> "Throttle | None":
    """What holds a job to limits, named as `Limits` has them; None for a reader that asks nobody.

    Raises SettingsError for limits of such a reader.
    """
    if settings.reader != "model":
        if limits:
            option = f"--{next(iter(limits)).replace('_', '-')}"
            raise SettingsError(
                f"the {settings.reader} reader has no use for {option}", hint=f"Leave {option} out"
            )
        return None
    from extractor.jobs.throttle import Limits, Throttle  # noqa: PLC0415 - other readers need none

    return Throttle(Limits(**limits))


def job_reader(settings: Settings, throttle: "Throttle | None", budget: "Budget | None" = None) -> Reader:
    """The reader of the settings; one that asks a model keeps to the budget and the throttle of the job.

    Raises SettingsError.
    """
    if throttle is None:
        return reader_named(settings.reader, settings)
    from extractor.jobs.throttled_client import ThrottledClient  # noqa: PLC0415 - other readers need none

    return reader_named(
        "model", settings, around=lambda client: ThrottledClient(client, throttle), budget=budget
    )


def worker_reader(settings: Settings, wrap: "Around") -> Reader:
    """The same reader in another process, with key and cache of that process. Raises SettingsError."""
    own = Settings.from_environment()
    return reader_named(
        settings.reader, replace(settings, api_key=own.api_key, cache_dir=own.cache_dir), around=wrap
    )


def describe(reader: Reader, settings: Settings) -> dict[str, Any]:
    """Who reads, as far as it decides results; no keys, and addresses without credentials."""
    told: dict[str, Any] = {"name": settings.reader, "vocabulary": vocabulary_hash()}
    if settings.reader == "layout":
        return told
    from extractor.model.endpoint import DEFAULT_BASE_URL, public_address  # noqa: PLC0415 - layout needs none
    from extractor.model.reader import ModelReader  # noqa: PLC0415

    if isinstance(reader, ModelReader):
        told |= {"model": reader.model, "prompt": reader.prompt.sha256, "plan": reader.plan.name}
        told["schema"] = reader.schema_hash
    if settings.reader == "replay":
        return told | {"recordings": str(settings.recordings)}
    if settings.mode not in {None, MODES[0]}:
        told["mode"] = settings.mode
    if settings.max_page_chars is not None:
        told["max_page_chars"] = settings.max_page_chars
    return told | {"server": public_address(settings.base_url or DEFAULT_BASE_URL)}
