"""What a run of the model reader has cost, for the one line that is said at its end."""

from extractor.errors import ModelError, Spent
from extractor.records.envelope import Extraction
from extractor.settings import Settings


class RunSpending:
    """Adds up what the server counted, for pages that were read and pages that failed."""

    def __init__(self) -> None:
        self.spent = Spent()

    def add(self, result: Extraction | Exception) -> None:
        """Count a page, or the error it ended in."""
        if isinstance(result, ModelError):
            self.spent += result.spent
        elif isinstance(result, Extraction) and (usage := result.usage):
            self.spent += Spent(usage.requests, usage.tokens_in, usage.tokens_out, usage.tokens_cached)

    def line(self, settings: Settings) -> str:
        """The sum in words, with its cost where the model has a price."""
        from extractor.model.prices import Prices  # noqa: PLC0415 - only a model's run needs them

        prices, spent = Prices.load(settings.prices), self.spent
        cost = prices.cost(settings.model or "", spent)
        said = "cost unknown" if cost is None else f"cost {cost:.4f} by {prices.remark}"
        return (
            f"spent: {spent.sent:,} requests, {spent.tokens_in:,} tokens in "
            f"({spent.tokens_cached:,} of them cached), {spent.tokens_out:,} out, {said}"
        )
