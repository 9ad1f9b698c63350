import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import batch_provider
import pytest

from extractor.documents import Document
from extractor.errors import SettingsError
from extractor.extraction import Extractor
from extractor.model.batch.job import Job
from extractor.model.batch.states import State
from extractor.model.batch.terms import PromptTerms, Terms
from extractor.model.batch.writing import Split
from extractor.model.faults import InvalidAnswerError, PageTooLongError, TruncatedAnswerError

Give = Callable[..., Any]
Asked = list[dict[str, Any]]


def _next(job: Job, **options: bool) -> Asked:
    """Write the next round; its requests."""
    made = _again(job).next_round(_again(job).stand(), Split(), **options)
    return batch_provider.requests_of(job.folder / f"round-{made.round:03}") if made else []


def _again(job: Job) -> Job:
    """The same job as another process finds it."""
    return Job(job.folder, job.folder.parent / "cache")


def _ids(requests: Asked) -> list[str]:
    return [request["custom_id"] for request in requests]


def test_the_first_round_asks_every_pass_of_every_page(job: Job, documents: list[Document]) -> None:
    reader, _ = job.reader()
    wanted = [request.key(job.terms.endpoint) for page in documents for request in reader.requests(page)]
    assert _ids(_next(job)) == wanted


def test_a_page_in_two_files_is_asked_once(job: Job, documents: list[Document]) -> None:
    job.add([Document.from_text(documents[0].text, id="the same again")])
    made = job.next_round(job.stand(), Split())
    assert made is not None
    assert [request.pages for request in made.requests] == [["tea", "the same again"], ["milk"]]


def test_answered_pages_are_read_and_nothing_is_left_to_ask(job: Job, asked: Asked, give: Give) -> None:
    give(*map(batch_provider.valid, asked))
    standing = _again(job).stand()
    assert (standing.read, standing.waiting, standing.failed, standing.open) == (["tea", "milk"], [], {}, [])
    assert _next(job) == []
    extraction = Extractor(_again(job).reader()[0]).extract(job.pages[0])
    assert extraction.lineage.model == "m"
    assert extraction.usage is not None
    assert (extraction.usage.tokens_in, extraction.usage.cached) == (0, True)


def test_what_was_asked_and_is_not_answered_is_not_asked_twice(job: Job, asked: Asked, give: Give) -> None:
    give(batch_provider.valid(asked[0]))
    standing = _again(job).stand()
    assert (standing.read, standing.waiting) == (["tea"], ["milk"])
    assert [one.custom_id for one in standing.in_state(State.WAITING)] == _ids(asked[1:])
    assert _next(job) == []
    assert _next(job, waiting=True) == asked[1:]


@pytest.mark.parametrize(
    "failed",
    [
        batch_provider.expired,
        lambda request: batch_provider.status(request, 429),
        lambda request: batch_provider.status(request, 500),
        lambda request: {"custom_id": request["custom_id"], "error": {"code": "batch_cancelled"}},
    ],
)
def test_what_failed_is_asked_again_as_it_is(job: Job, asked: Asked, give: Give, failed: Any) -> None:
    give(batch_provider.valid(asked[0]), failed(asked[1]))
    assert _next(job) == asked[1:]
    assert _next(job) == []


def test_a_failure_that_is_imported_again_is_no_second_failure(job: Job, asked: Asked, give: Give) -> None:
    give(batch_provider.expired(asked[0]))
    assert _next(job) == asked[:1]
    give(batch_provider.expired(asked[0]))
    assert _next(job) == []
    give(batch_provider.expired(asked[0], id="batch_req_2"))
    assert _next(job) == asked[:1]


def test_an_answer_that_is_not_valid_is_asked_again_with_what_was_wrong(
    job: Job, asked: Asked, give: Give
) -> None:
    give(batch_provider.answered(asked[0], '{"source": 7}'), batch_provider.answered(asked[1], "Sure! {"))
    again = _next(job)
    assert len(again) == 2
    assert not set(_ids(again)) & set(_ids(asked))
    for first, second, answer in zip(asked, again, ('{"source": 7}', "Sure! {"), strict=True):
        before, after = first["body"]["messages"], second["body"]["messages"]
        assert after[: len(before)] == before
        assert after[len(before)] == {"role": "assistant", "content": answer}
        assert after[len(before) + 1]["role"] == "user"
        assert "not valid" in after[len(before) + 1]["content"]
    assert [request.turn for request in job.rounds[-1].requests] == [2, 2]
    give(*map(batch_provider.valid, again))
    assert _again(job).stand().read == ["tea", "milk"]
    assert _again(job).spent().tokens_in == 4 * batch_provider.TOKENS_IN


def test_an_answer_that_stays_invalid_fails_the_page_for_good(job: Job, asked: Asked, give: Give) -> None:
    give(batch_provider.answered(asked[0], "{}"))
    (again,) = _next(job)
    give(batch_provider.answered(again, '{"still": "wrong"}'))
    standing = _again(job).stand()
    assert isinstance(standing.failed["tea"], InvalidAnswerError)
    assert _next(job) == []
    assert _again(job).spent().tokens_in == 2 * batch_provider.TOKENS_IN


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (batch_provider.truncated, TruncatedAnswerError),
        (lambda request: batch_provider.status(request, 413), PageTooLongError),
    ],
)
def test_what_would_fail_again_is_asked_again_only_on_request(
    job: Job, asked: Asked, give: Give, line: Any, error: type[Exception]
) -> None:
    give(line(asked[0]))
    standing = _again(job).stand()
    assert isinstance(standing.failed["tea"], error)
    assert _next(job) == []
    assert _next(job, final=True) == asked[:1]
    assert _next(job, final=True) == []
    give(batch_provider.valid(asked[0]))
    assert _again(job).stand().read == ["tea"]


def test_what_came_from_elsewhere_into_the_cache_is_not_asked(job: Job, give: Give, tmp_path: Path) -> None:
    twin = Job.begin(tmp_path / "twin", tmp_path / "cache", job.terms)
    twin.add(job.pages[:1])
    for request in _next(twin):
        path = batch_provider.write(tmp_path / "twin.jsonl", [batch_provider.valid(request)])
        twin.take([path])
    made = job.next_round(job.stand(), Split())
    assert made is not None
    assert [request.pages for request in made.requests] == [["milk"]]
    assert give().kinds == {}


def test_pages_can_be_added_to_a_job_that_runs(job: Job, asked: Asked) -> None:
    _again(job).add([Document.from_text("A third page", id="third")])
    assert [page.id for page in _again(job).pages] == ["tea", "milk", "third"]
    assert len(_next(job)) == 1
    assert len(asked) == 2


def test_a_job_of_another_prompt_takes_answers_in_and_asks_nothing(
    job: Job, asked: Asked, give: Give, terms: Terms
) -> None:
    other = terms.model_copy(update={"prompt": PromptTerms(name="trial/v1", sha256="0" * 64)})
    (job.folder / "job.json").write_text(json.dumps(other.model_dump(mode="json")), encoding="utf-8")
    assert give(batch_provider.valid(asked[0])).kinds == {"usable": 1}
    with pytest.raises(SettingsError, match="another version of the prompt"):
        _again(job).stand()
