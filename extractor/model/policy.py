"""What is done about a fault: one row of the table of failures."""

from dataclasses import dataclass

RETRIES = 2
"""How often a request that failed on its way is sent again, where nothing else is said."""
FIRST_WAIT, LONGEST_WAIT = 0.5, 8.0
BACKOFF = f"{FIRST_WAIT:g} s, doubled up to {LONGEST_WAIT:g} s"
ASKED_FOR = f"as Retry-After says, else {BACKOFF}"


@dataclass(frozen=True, slots=True)
class Policy:
    """One row. `code` names the fault in reports.

    `retries` says how often the client sends the same request again, `wait` what it waits before. `reasked`
    says whether the reader asks again with the faults named, `stops` whether the whole job stops, because
    every further page would fail alike. `advice` is the hint of an error that has none of its own.
    """

    code: str
    advice: str
    retries: int = 0
    wait: str = ""
    reasked: bool = False
    stops: bool = False
