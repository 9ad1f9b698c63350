"""What a person is told about a job: pages, requests, what is still open, what was paid."""

from collections import Counter
from collections.abc import Iterator, Mapping

from extractor.model.batch.importing import Imported
from extractor.model.batch.job import Job
from extractor.model.batch.manifest import Manifest, round_folder
from extractor.model.batch.standing import Standing
from extractor.model.batch.states import State
from extractor.model.batch.writing import Open


def of_import(found: Imported) -> Iterator[str]:
    """What was in the files."""
    yield from found.notes
    yield f"imported: {_counted(found.kinds) or 'nothing new'}; known already: {found.known}"


def of_standing(job: Job, standing: Standing) -> Iterator[str]:
    """Where the job stands, and what is open."""
    yield (
        f"pages: {len(standing.read)} read, {len(standing.waiting)} lack answers, "
        f"{len(standing.failed)} failed for good"
    )
    for what, requests in _open(standing):
        if requests:
            kinds = Counter(standing.states.kind(one.custom_id) for one in requests)
            named = _counted({kind: n for kind, n in kinds.items() if kind})
            yield f"{what}: {len(requests)}" + (f" ({named})" if named else "")
    for error in standing.failed.values():
        yield f"failed: {error}"
    if kept := job.kept.counts():
        yield f"kept in {job.folder / 'kept.jsonl'}: {_counted(kept)}"
    spent = job.spent()
    cached = f"{spent.tokens_cached:,} of them cached"
    yield f"paid, each answer once: {spent.tokens_in:,} tokens in ({cached}), {spent.tokens_out:,} out"


def _open(standing: Standing) -> Iterator[tuple[str, list[Open]]]:
    new = standing.in_state(State.NEW)
    again = [one for one in new if len(one.request.turns) > 1]
    yield "never asked", [one for one in new if one not in again]
    yield "to ask again, with what was wrong", again
    yield "failed, to ask again as they are", standing.in_state(State.FAILED)
    yield "asked, and not answered yet", standing.in_state(State.WAITING)
    yield "failed for good", standing.in_state(State.FINAL)


def of_round(job: Job, made: Manifest | None) -> Iterator[str]:
    """What was written to send next."""
    if made is None:
        yield "nothing to send"
        return
    place = round_folder(job.folder, made.round)
    yield f"round {made.round}: {len(made.requests)} requests. Send each file as a batch of its own:"
    for file in made.files:
        yield f"  {place / file.name}  {file.lines:,} lines, {file.bytes:,} bytes"


def _counted(kinds: Mapping[str, int]) -> str:
    return ", ".join(f"{kind} {kinds[kind]}" for kind in sorted(kinds))
