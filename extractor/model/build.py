"""A model reader wired from settings: client, budget, cache, recording, prompt, prices."""

from collections.abc import Callable

from extractor.errors import SettingsError, Spent
from extractor.model.budget import Budget, BudgetClient, no_price
from extractor.model.client import Client, Reply, Request
from extractor.model.disk_cache import CachedClient
from extractor.model.instructor_client import DEFAULT_TIMEOUT, InstructorClient
from extractor.model.modes import Mode
from extractor.model.passes import DEFAULT_PLAN
from extractor.model.prices import Prices
from extractor.model.prompt import DEFAULT, load
from extractor.model.reader import ModelReader
from extractor.model.recording_files import RecordingAbout
from extractor.model.recordings import RecordingClient
from extractor.settings import Settings

Around = Callable[[Client], Client]


def model_reader(
    settings: Settings,
    *,
    plan: str | None = None,
    prompt: str = DEFAULT,
    max_page_chars: int | None = None,
    around: Around | None = None,
    budget: Budget | None = None,
) -> ModelReader:
    """A reader that asks the server of the settings and keeps its answers in `cache_dir`.

    `plan` and `max_page_chars` win over those of the settings. `around`
    wraps what talks to the server, which then sends nothing again by itself: jobs keep to limits so. `budget`
    is one that others share, else it is that of the settings. Raises
    SettingsError where no model is named, the key or the address is wrong, the folder is not safe, a budget
    has no price to go by or the prompt has no such plan; DataError where there is no such prompt;
    RecordingError where `record` holds another recording.
    """
    model, name, loaded = _model(settings), _plan(settings, plan), load(prompt)
    prices = Prices.load(settings.prices)
    longest = max_page_chars or settings.max_page_chars
    about = RecordingAbout(
        model=model,
        prompt=loaded.name,
        prompt_sha256=loaded.sha256,
        plan=loaded.plan(name).name,
        max_page_chars=longest,
    )
    if budget is None and settings.budget is not None:
        budget = Budget(settings.budget)
    client = _recorded(_client(settings, prices, around, budget), settings, about)
    return ModelReader(
        client,
        model=model,
        plan=name,
        prompt=loaded,
        prices=prices,
        max_page_chars=longest,
        retry_kept=settings.retry_kept,
    )


def asking_reader(settings: Settings, *, plan: str | None = None, prompt: str = DEFAULT) -> ModelReader:
    """A reader for `requests` only: it needs no key and sends nothing."""
    return ModelReader(
        _Nobody(),
        model=_model(settings),
        plan=_plan(settings, plan),
        prompt=load(prompt),
        max_page_chars=settings.max_page_chars,
    )


def _model(settings: Settings) -> str:
    if not settings.model:
        raise SettingsError("no model is named", hint="Set EXTRACTOR_MODEL or use --model")
    return settings.model


def _plan(settings: Settings, plan: str | None) -> str:
    return plan or settings.plan or DEFAULT_PLAN


def _client(settings: Settings, prices: Prices, around: Around | None, budget: Budget | None) -> Client:
    """What answers: from the inside out the server, the budget, the cache, whose answers cost nothing."""
    retries = None if around is None else 0
    client: Client = InstructorClient(
        base_url=settings.base_url,
        api_key=settings.api_key,
        timeout=DEFAULT_TIMEOUT if settings.timeout is None else settings.timeout,
        retries=retries,
        mode=Mode(settings.mode or Mode.JSON_SCHEMA),
    )
    client = around(client) if around else client
    if budget is not None:
        model = _model(settings)
        if prices.cost(model, Spent()) is None:
            raise no_price(model, prices)
        client = BudgetClient(client, budget, prices)
    return CachedClient(client, settings.cache_dir, fresh=settings.fresh)


def _recorded(client: Client, settings: Settings, about: RecordingAbout) -> Client:
    """Around the cache, so that a recording is whole whatever was answered before."""
    return client if settings.record is None else RecordingClient(client, settings.record, about)


class _Nobody:
    """A client that answers nothing."""

    async def complete(self, request: Request, /) -> Reply:
        raise SettingsError(f"nobody is there to answer {request.document}", hint="Use model_reader")
