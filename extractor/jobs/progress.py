"""Progress of a job, for people at a terminal, for logs, for programs."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, TextIO

from extractor.jobs.outcome import PageOutcome
from extractor.jobs.tally import Tally

FORMS = ("auto", "bar", "lines", "json", "none")
_LINES_EVERY, _JSON_EVERY = 10.0, 1.0


@dataclass(frozen=True, slots=True)
class Watch:
    """What to call with each outcome; `tick` is to be called some times a second, also when none comes."""

    take: Callable[[PageOutcome], None]
    tick: Callable[[], None] = lambda: None

    def __call__(self, outcome: PageOutcome) -> None:
        """Count an outcome."""
        self.take(outcome)


@contextmanager
def watching(tally: Tally, *, form: str = "auto", stream: TextIO | None = None) -> Iterator[Watch]:
    """What to call with each outcome; shows how the job stands on `stream`, standard error by default.

    `auto` is a bar at a terminal and a line of text each ten seconds elsewhere; `json` is an object each
    second; `none` counts only. The last state is always shown.
    """
    stream = stream or sys.stderr
    if form == "auto":
        form = "bar" if stream.isatty() else "lines"
    if form == "bar":
        from extractor.jobs.progress_bar import bar  # noqa: PLC0415 - logs and programs need none

        with bar(tally, partial(details, tally), stream) as watch:
            yield Watch(watch)
    elif form in {"lines", "json"}:
        words, every = (line, _LINES_EVERY) if form == "lines" else (as_json, _JSON_EVERY)
        with _printing(tally, words, every, stream) as watch:
            yield watch
    else:
        yield Watch(tally.take)


def line(tally: Tally) -> str:
    """How a job stands, in one line for people."""
    share = f" ({tally.done / tally.total:.0%})" if tally.total else ""
    return f"pages {tally.done} of {tally.total}{share}, {details(tally)}"


def details(tally: Tally) -> str:
    """All but the pages."""
    parts = [f"{tally.rate:.1f}/s"]
    if tally.waiting is not None:
        parts.append(f"waiting for the server for {_span(tally.waiting)}")
    if tally.left:
        parts.append(f"{_span(tally.left)} to go")
    usage = tally.usage
    if usage.tokens_in or usage.tokens_out:
        parts.append(f"tokens {usage.tokens_in:,} in, {usage.tokens_out:,} out")
    if usage.cost is not None:
        parts.append(f"cost {usage.cost:.4f}")
    if usage.cached:
        parts.append(f"from cache {usage.cached}")
    if tally.failed:
        classes = ", ".join(f"{code} {count}" for code, count in sorted(tally.failed.items()))
        parts.append(f"failed {tally.failed.total()}: {classes}")
    return ", ".join(parts)


def as_json(tally: Tally) -> str:
    """How a job stands, as one line of JSON.

    `left` is null where no end is in sight. `waiting` is how many seconds the server has answered nobody, or
    null where it is well.
    """
    fields: dict[str, Any] = {
        "total": tally.total,
        "done": tally.done,
        "before": tally.before,
        "ok": tally.ok,
        "failed": dict(sorted(tally.failed.items())),
        "seconds": round(tally.seconds, 3),
        "rate": round(tally.rate, 3),
        "left": None if tally.left is None else round(tally.left, 1),
        "waiting": None if tally.waiting is None else round(tally.waiting, 1),
    }
    usage = tally.usage.fields()
    fields |= {name: usage[name] for name in ("sent", "tokens_in", "tokens_out", "cached", "cost")}
    return json.dumps(fields)


def _span(seconds: float) -> str:
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}"


@contextmanager
def _printing(tally: Tally, words: Callable[[Tally], str], every: float, stream: TextIO) -> Iterator[Watch]:
    shown = tally.seconds

    def tick() -> None:
        nonlocal shown
        if tally.seconds - shown >= every:
            shown = tally.seconds
            print(words(tally), file=stream, flush=True)

    def take(outcome: PageOutcome) -> None:
        tally.take(outcome)
        tick()

    try:
        yield Watch(take, tick)
    finally:
        print(words(tally), file=stream, flush=True)
