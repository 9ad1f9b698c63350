"""A line of the journal: a checksum, what the outcome is about as JSON, the Extraction, the page's text.

    1f0c9a2b {"index": 7, "id": …}<TAB>{"document": …}<TAB>"the page's text"<LF>

JSON holds no bare tabs or line feeds, so the parts can be cut without parsing the large ones.
"""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from extractor.jobs.outcome import Event, PageOutcome

_SUM = 9
"""Bytes of the checksum and the blank after it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line taken apart. `extraction` and `text` are JSON as it was written; empty where there is none."""

    about: Mapping[str, Any]
    extraction: bytes
    text: bytes

    @property
    def done(self) -> bool:
        """Whether it settles its page; a line that only tells what was paid does not."""
        return bool(self.extraction) or "failure" in self.about


def encode(outcome: PageOutcome, *, keep_text: bool = True) -> bytes:
    """An outcome as it is written."""
    line = line_of(outcome, keep_text=keep_text)
    return encode_parts(line.about, line.extraction, line.text)


def line_of(outcome: PageOutcome, *, keep_text: bool = True) -> Line:
    """An outcome as a line, as `decode` would give it."""
    about: dict[str, Any] = {"index": outcome.index, "id": outcome.id, "sha256": outcome.sha256}
    if outcome.failure:
        about["failure"] = asdict(outcome.failure)
    about["events"] = [event_fields(event) for event in outcome.events]
    text = b""
    if keep_text and outcome.text is not None:
        about["text_sha256"] = hashlib.sha256(outcome.text.encode()).hexdigest()
        text = json.dumps(outcome.text, ensure_ascii=False).encode()
    return Line(about, (outcome.extraction or "").encode(), text)


def encode_parts(about: Mapping[str, Any], extraction: bytes = b"", text: bytes = b"") -> bytes:
    """Parts as a line."""
    body = b"\t".join((json.dumps(about, ensure_ascii=False).encode(), extraction, text))
    return b"%08x %b\n" % (zlib.crc32(body), body)


def decode(line: bytes) -> Line | None:
    """A line taken apart, or None where it is not whole."""
    body = line[_SUM:-1]
    if not line.endswith(b"\n") or line[:_SUM] != b"%08x " % zlib.crc32(body):
        return None
    # `partition` looks for one character many times faster than `split`.
    about, _, rest = body.partition(b"\t")
    extraction, _, text = rest.partition(b"\t")
    return Line(json.loads(about), extraction, text)


def event_fields(event: Event) -> dict[str, Any]:
    """An event as it stands in the log: without what is not known or nought."""
    fields = {
        "document": event.document,
        "pass": event.pass_name or None,
        "attempt": event.attempt,
        "sent": event.sent,
        "tokens_in": event.tokens_in,
        "tokens_out": event.tokens_out,
        "tokens_cached": event.tokens_cached,
        "cost": str(event.cost) if isinstance(event.cost, Decimal) else None,
        "latency": None if event.latency is None else round(event.latency, 4),
        "cached": event.cached,
        "error": event.error,
    }
    return {name: value for name, value in fields.items() if value is not None}
