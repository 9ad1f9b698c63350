"""Whatever a provider does, and however often its files are taken in: nothing is paid twice or forgotten."""

import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import batch_provider
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.documents import Document
from extractor.model.batch.job import Job
from extractor.model.batch.manifest import times_asked
from extractor.model.batch.terms import Terms
from extractor.model.batch.writing import Split

Line = dict[str, Any]

OUTCOMES = {
    "valid": batch_provider.valid,
    "invalid": lambda request: batch_provider.answered(request, '{"source": 7}'),
    "no json": lambda request: batch_provider.answered(request, "Sure!"),
    "cut": batch_provider.truncated,
    "refused": lambda request: batch_provider.answered(request, None, refusal="no"),
    "expired": batch_provider.expired,
    "busy": lambda request: batch_provider.status(request, 429),
    "too long": lambda request: batch_provider.status(request, 413),
    "garbled": lambda request: batch_provider.answered(request, "\ud800"),
    "lost": lambda _: None,
}
ROUNDS = 40
"""More than the longest plan can fill."""

outcomes = st.lists(st.sampled_from(sorted(OUTCOMES)), min_size=1, max_size=12)


def _given_back(requests: list[Line], plan: Iterator[str], ids: Iterator[int]) -> Iterator[Line]:
    for request in requests:
        line = OUTCOMES[next(plan, "valid")](request)
        if line is not None:
            yield line | {"id": f"batch_req_{next(ids)}"}


def _billed(line: Line) -> int:
    return batch_provider.TOKENS_IN if (line["response"] or {}).get("status_code") == 200 else 0


def _open_askings(job: Job, lines: list[Line]) -> dict[str, int]:
    back: dict[str, int] = {}
    for line in lines:
        back[line["custom_id"]] = back.get(line["custom_id"], 0) + 1
    return {key: asked - back.get(key, 0) for key, asked in times_asked(job.rounds).items()}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(planned=outcomes, order=st.randoms(use_true_random=False))
def test_every_answer_is_paid_once_counted_once_and_used(
    terms: Terms, planned: list[str], order: Any
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place) / "job", Path(place) / "cache"
        job = Job.begin(folder, cache, terms)
        job.add([Document.from_text(f"Page {number}", id=f"p{number}") for number in range(3)])
        plan, ids, lines = iter(planned), count(), list[Line]()
        for number in range(1, ROUNDS):  # it ends before, at the round that is empty
            made = Job(folder, cache).next_round(Job(folder, cache).stand(), Split())
            assert max(_open_askings(job, lines).values(), default=0) <= 1
            if made is None:
                break
            assert number < ROUNDS - 1
            asked = batch_provider.requests_of(folder / f"round-{number:03}")
            lines += _given_back(asked, plan, ids)
            shuffled = order.sample(lines, len(lines))
            job.take([batch_provider.write(Path(place) / "all.jsonl", shuffled)])
            assert job.spent().tokens_in == sum(map(_billed, lines))
        standing = Job(folder, cache).stand()
        assert len(standing.read) + len(standing.waiting) + len(standing.failed) == 3
        lost = sum(_open_askings(job, lines).values())
        assert len(standing.waiting) == lost
