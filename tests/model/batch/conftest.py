"""A job about two invented pages, and the provider's side of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import batch_provider
import pytest

from extractor.documents import Document
from extractor.model.batch.job import Job
from extractor.model.batch.terms import PromptTerms, Terms
from extractor.model.batch.writing import Split
from extractor.model.modes import Mode
from extractor.model.prompt import load

PAGES = ("A Study of Blue Tea\n\nConditions\nCold evenings\n", "Warm Milk at Night\n\nStatus\nRecruiting\n")


@pytest.fixture
def terms() -> Terms:
    """The terms of a job with the plan of one pass: one request a page."""
    prompt = load()
    return Terms(
        model="m",
        endpoint="http://provider.test/v1",
        mode=Mode.JSON_SCHEMA,
        plan="one",
        prompt=PromptTerms(name=prompt.name, sha256=prompt.sha256),
        reasks=1,
        parameters={},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "job"


@pytest.fixture
def documents() -> list[Document]:
    return [Document.from_text(text, id=name) for text, name in zip(PAGES, ("tea", "milk"), strict=True)]


@pytest.fixture
def job(folder: Path, tmp_path: Path, terms: Terms, documents: list[Document]) -> Job:
    """A job whose pages are there and whose first round is not written yet."""
    made = Job.begin(folder, tmp_path / "cache", terms)
    made.add(documents)
    return made


@pytest.fixture
def asked(job: Job, folder: Path) -> list[dict[str, Any]]:
    """The requests of the first round, written."""
    job.next_round(job.stand(), Split())
    return batch_provider.requests_of(folder / "round-001")


@pytest.fixture
def give(job: Job, tmp_path: Path) -> Callable[..., Any]:
    """Import lines as one file, as often as one likes."""

    def import_(*lines: dict[str, Any], times: int = 1) -> Any:
        path = batch_provider.write(tmp_path / "given.jsonl", lines)
        return [job.take([path]) for _ in range(times)][-1]

    return import_
