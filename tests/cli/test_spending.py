"""The sum at the end of a run."""

from collections.abc import Callable

from extractor.cli.spending import RunSpending
from extractor.errors import DocumentError, ModelError, Spent
from extractor.records.envelope import Extraction, Usage
from extractor.settings import Settings


def test_pages_that_were_read_and_pages_that_failed_count(extraction_of: Callable[..., Extraction]) -> None:
    sum_ = RunSpending()
    free = extraction_of("A page")
    usage = Usage(requests=2, tokens_in=1_000_000, tokens_out=10, tokens_cached=1)
    for result in (free, free.model_copy(update={"usage": usage}), ModelError("no", spent=Spent(1, 5, 6, 7))):
        sum_.add(result)
    sum_.add(DocumentError("empty", document="x"))
    said = "spent: 3 requests, 1,000,005 tokens in (8 of them cached), 16 out, cost "
    assert sum_.line(Settings(model="own")) == said + "unknown"
    assert " by prices of " in sum_.line(Settings(model="gpt-4o"))
