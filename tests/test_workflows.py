"""Workflows, ours and the one in docs/ci.md: they parse, may only read, and call commands that exist."""

import re
import shlex
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from extractor.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
SHOWN = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
TEXTS = {
    **{path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / ".github").rglob("*.yml"))},
    "docs/ci.md": "\n".join(re.findall(r"```yaml\n(.*?)```", SHOWN, re.DOTALL)),
}
WORKFLOWS: dict[str, dict[str, Any]] = {name: yaml.safe_load(text) for name, text in TEXTS.items()}


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def commands() -> list[list[str]]:
    """Every call of `extractor`, in a workflow or in the text of docs/ci.md, its expressions filled in."""
    lines = [step.get("run", "") for one in WORKFLOWS.values() for step in steps(one)]
    lines += re.findall(r"^    (extractor .*)$", SHOWN, re.MULTILINE)
    return [shlex.split(one) for line in lines for one in _filled(line) if one.startswith("extractor ")]


def _filled(line: str) -> list[str]:
    choices = WORKFLOWS["evaluation.yml"]["jobs"]["evaluation"]["strategy"]["matrix"]["include"]
    filled = {re.sub(r"\$\{\{ matrix\.(\w+) \}\}", lambda m, c=choice: c[m[1]], line) for choice in choices}
    return sorted(filled)


def test_the_workflows_are_found() -> None:
    assert set(WORKFLOWS) == {"ci.yml", "evaluation.yml", "docs/ci.md"}
    assert len(commands()) >= 5


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_may_only_read_and_names_the_version_of_each_action(name: str) -> None:
    workflow = WORKFLOWS[name]
    assert workflow["permissions"] == {"contents": "read"}
    for step in steps(workflow):
        assert re.fullmatch(r"actions/[a-z-]+@v\d+", step.get("uses", "actions/none@v1"))
        assert "secrets." not in str(step)


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_a_command_of_a_workflow_has_these_options(words: list[str]) -> None:
    _, name, *rest = words
    assert name in COMMANDS
    command: click.Command = import_module(f"extractor.cli.{name}").command
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in rest if word.startswith("--")} <= known


def test_our_evaluation_names_files_that_exist() -> None:
    for words in commands():
        for option, value in pairwise(words):
            if option in {"--baseline", "--recordings"} and value != "eval/baseline":
                assert (ROOT / value).is_dir()


def test_ci_runs_the_script_that_everybody_runs() -> None:
    runs = [step["run"] for step in steps(WORKFLOWS["ci.yml"]) if "run" in step]
    assert runs == [".ci/run"]
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
