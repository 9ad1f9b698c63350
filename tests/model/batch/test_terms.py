from pathlib import Path

import pytest

from extractor.errors import RecordError, SettingsError
from extractor.model.batch.terms import PromptTerms, Terms, agree, read_terms, there_is_a_job
from extractor.model.instructor_client import InstructorClient
from extractor.model.modes import Mode
from extractor.model.prompt import load


def test_the_first_export_writes_the_terms_down(folder: Path, terms: Terms) -> None:
    assert not there_is_a_job(folder)
    agree(folder, terms)
    assert there_is_a_job(folder)
    assert read_terms(folder) == terms


def test_the_same_terms_are_agreed_again_and_again(folder: Path, terms: Terms) -> None:
    agree(folder, terms)
    before = (folder / "job.json").stat().st_ino
    agree(folder, terms)
    assert (folder / "job.json").stat().st_ino == before


@pytest.mark.parametrize("mode", Mode)
def test_the_answers_are_those_of_the_client_that_asks_over_the_network(terms: Terms, mode: Mode) -> None:
    client = InstructorClient(base_url=terms.endpoint, mode=mode)
    assert terms.model_copy(update={"mode": mode}).identity == client.endpoint


@pytest.mark.parametrize(
    ("change", "named"),
    [({"model": "n"}, "another model"), ({"mode": Mode.TOOLS, "plan": "x"}, "another mode and another plan")],
)
def test_other_terms_are_refused_and_named(
    folder: Path, terms: Terms, change: dict[str, object], named: str
) -> None:
    agree(folder, terms)
    with pytest.raises(SettingsError, match=named):
        agree(folder, terms.model_copy(update=change))
    assert read_terms(folder) == terms


def test_a_folder_with_something_else_in_it_is_refused(folder: Path, terms: Terms) -> None:
    folder.mkdir()
    (folder / "thesis.txt").write_text("a year of work", encoding="utf-8")
    with pytest.raises(SettingsError, match="not empty"):
        agree(folder, terms)
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


def test_a_folder_without_a_job_says_how_to_write_one(folder: Path) -> None:
    with pytest.raises(SettingsError, match="extractor batch export"):
        read_terms(folder)


def test_damaged_terms_are_named(folder: Path, terms: Terms) -> None:
    agree(folder, terms)
    (folder / "job.json").write_text('{"model": 7}', encoding="utf-8")
    with pytest.raises(RecordError, match=r"job\.json"):
        read_terms(folder)


def test_the_prompt_must_be_the_one_that_was_exported(terms: Terms) -> None:
    assert terms.the_prompt() == load()
    other = terms.model_copy(update={"prompt": PromptTerms(name="trial/v1", sha256="0" * 64)})
    with pytest.raises(SettingsError, match="another version of the prompt"):
        other.the_prompt()
