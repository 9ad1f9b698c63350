"""What was sent and paid for pages whose reading was broken off, and stands in no outcome."""

from extractor.errors import Spent
from extractor.jobs.outcome import Event, PageOutcome


def dropped(spent: Spent, noted: Spent) -> PageOutcome | None:
    """An outcome of no page for what is in `spent` and not in `noted`; None where that is nothing.

    A request that was broken off counts as sent; what it cost is not known here.
    """
    lost = spent - noted
    if lost.sent <= 0:
        return None
    event = Event(
        document="",
        sent=lost.sent,
        tokens_in=lost.tokens_in,
        tokens_out=lost.tokens_out,
        tokens_cached=lost.tokens_cached,
        error="dropped",
    )
    return PageOutcome(-1, "", "", events=(event,))
