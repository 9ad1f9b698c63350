"""Prompts: folders of rules and worked examples."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor import _data
from extractor.errors import DataError, SettingsError
from extractor.model.guide import field_guide
from extractor.model.passes import PlannedPass
from extractor.model.prompt import Prompt, load
from extractor.model.wire.forms import form_of

FOLDER = Path(str(_data.folder("prompts"))) / "trial" / "v1"
PASSES = [(plan.name, one) for plan in load().plans.values() for one in plan.passes]


def system(asked: PlannedPass) -> str:
    return load().system(asked, form_of(asked.fields))


def test_the_hash_covers_paths_and_bytes_of_all_files() -> None:
    whole = hashlib.sha256()
    files = {file.relative_to(FOLDER).as_posix(): file for file in FOLDER.rglob("*") if file.is_file()}
    for path in sorted(files):
        data = files[path].read_bytes()
        whole.update(f"{path}\n{len(data)}\n".encode() + data)
    assert load("trial/v1").sha256 == whole.hexdigest()
    assert len(files) > 10


@pytest.mark.parametrize("asked", [one for _, one in PASSES], ids=lambda one: one.name)
def test_the_first_message_of_a_pass_holds_its_rules_guide_examples_and_schema(asked: PlannedPass) -> None:
    form, prompt, whole = form_of(asked.fields), load(), system(asked)
    for name in asked.rules:
        assert (FOLDER / "rules" / f"{name}.md").read_text(encoding="utf-8").strip() in whole
    assert field_guide(form) in whole
    for name in asked.examples:
        assert prompt.example(name).shown(form) in whole
    assert json.loads(whole.rpartition("\n")[2]) == form.schema


def test_what_all_passes_share_comes_first_and_is_long_enough_for_providers_to_keep() -> None:
    messages = [system(one) for _, one in PASSES]
    shared = next(at for at, letters in enumerate(zip(*messages, strict=False)) if len(set(letters)) > 1)
    assert shared / 4 > 1024  # an estimate: four characters a token


def test_the_message_is_the_same_whenever_it_is_made() -> None:
    asked = PASSES[0][1]
    fresh = Prompt(load().name, load().sha256, load().files)
    assert fresh.system(asked, form_of(asked.fields)) == system(asked)


def test_the_mark_stands_in_the_message_once_and_follows_from_the_version() -> None:
    asked = PASSES[0][1]
    assert system(asked).count(load().mark) == 1
    assert "@MARK@" not in system(asked)
    assert Prompt("x", "another", {}).mark != load().mark


def test_the_task_explains_every_kind_of_field_that_the_guide_names() -> None:
    task = (FOLDER / "task.md").read_text(encoding="utf-8")
    explained = {one.strip("* ") for bold in re.findall(r"\*\*(.+?)\*\*", task) for one in bold.split(",")}
    kinds = {column.kind for _, one in PASSES for o in form_of(one.fields).objects() for column in o.columns}
    named = {part.removeprefix("list of ") for kind in kinds for part in kind.split(", ")}
    plain = {re.sub("see .*", "see …", one) for one in named} - {"JSON Pointer", "true or false"}
    assert sorted(plain - explained) == []


def test_all_files_of_the_folder_are_used() -> None:
    used = {"system.md", "task.md", "passes.toml"}
    for _, one in PASSES:
        used |= {f"rules/{name}.md" for name in one.rules}
        used |= {f"examples/{name}/{file}" for name in one.examples for file in ("page.txt", "answer.json")}
    assert used == set(load().files)


@pytest.mark.parametrize("name", ["trial/v0", "trial"])
def test_a_prompt_that_is_not_there_is_an_error(name: str) -> None:
    with pytest.raises(DataError, match=name):
        load(name).plan("one")


def test_an_unknown_plan_is_named_with_those_there_are() -> None:
    with pytest.raises(SettingsError, match=r"'six'.*Use one of: one, five"):
        load().plan("six")


def test_a_prompt_whose_files_are_missing_is_an_error() -> None:
    asked = PASSES[0][1]
    with pytest.raises(DataError, match=r"has no system\.md"):
        Prompt("broken", "x", {}).system(asked, form_of(asked.fields))


HEADINGS = {
    "inclusion criteria",
    "exclusion criteria",
    "conditions",
    "lead sponsor",
    "sex all",
    "other identifiers",
    "identifier type",
}
"""What registries print on every page."""


def test_the_prompt_shares_no_run_of_seven_words_with_the_evaluations_pages() -> None:
    pages = list((Path(__file__).parents[2] / "eval" / "documents").iterdir())
    assert pages
    said = set(_runs(" | ".join(load().files.values())))
    for page in pages:
        shared = said & set(_runs(page.read_text(encoding="utf-8")))
        assert [run for run in shared if not _is_furniture(run)] == []


def _runs(text: str, length: int = 7) -> Iterator[str]:
    words = re.findall(r"\w+", text.lower())
    return (" ".join(words[at : at + length]) for at in range(len(words) - length + 1))


def _is_furniture(run: str) -> bool:
    for heading in HEADINGS:
        run = run.replace(heading, " ")
    return not run.split()
