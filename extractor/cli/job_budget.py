"""The budget of a job: what it may spend in all its sessions together."""

from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.errors import ExtractorError
from extractor.extraction import Reader
from extractor.jobs.inputs.page import InputPage
from extractor.jobs.usage import JobUsage
from extractor.settings import Settings

if TYPE_CHECKING:
    from extractor.model.budget import Budget


def job_budget(settings: Settings) -> "Budget | None":
    """The budget of the settings, if there is one, of which nothing is spent yet."""
    if settings.budget is None:
        return None
    from extractor.model.budget import Budget  # noqa: PLC0415 - only a model's job has one

    return Budget(settings.budget)


def spent_before(settings: Settings, usage: JobUsage) -> Decimal:
    """What a job has spent; what had no price then counts with that of now."""
    from extractor.model.prices import Prices  # noqa: PLC0415 - the same

    unpriced = Prices.load(settings.prices).cost(settings.model or "", usage.unpriced)
    return (usage.cost or Decimal(0)) + (unpriced or Decimal(0))


def expected_cost(reader: Reader, settings: Settings, page: InputPage) -> Decimal:
    """A guess at what a page will cost. One that cannot be opened costs nothing."""
    from extractor.model.estimate import estimate  # noqa: PLC0415 - the same
    from extractor.model.prices import Prices  # noqa: PLC0415
    from extractor.model.reader import ModelReader  # noqa: PLC0415

    if page.problem or not isinstance(reader, ModelReader):
        return Decimal(0)
    try:
        document = page.load()
    except ExtractorError:
        return Decimal(0)
    return estimate(reader, [document], Prices.load(settings.prices)).total.cost or Decimal(0)
