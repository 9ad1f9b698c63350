"""The build that compiles: when it runs, and what it compiles."""

import ast
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

spec = importlib.util.spec_from_file_location("build_hook", ROOT / "compiling" / "build_hook.py")
assert spec
assert spec.loader
build_hook = importlib.util.module_from_spec(spec)
spec.loader.exec_module(build_hook)


def config() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: dict[str, list[str]] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
    return found


def chosen() -> list[str]:
    modules: list[str] = build_hook.chosen(ROOT, config()["include"], config()["exclude"])
    return modules


def needed(**environment: str) -> list[str]:
    """What the build of a wheel asks for besides hatchling."""
    code = "from hatchling.build import get_requires_for_build_wheel as needs; print(*needs())"
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HATCH_")}
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=ROOT, env=clean | environment, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_a_wheel_is_plain_python_and_needs_no_compiler_unless_asked_for() -> None:
    assert needed() == []
    assert [one for one in needed(HATCH_BUILD_HOOKS_ENABLE="1") if one.startswith("mypy==")]


def test_what_type_checks_is_what_compiles() -> None:
    (wanted,) = [one for one in config()["dependencies"] if one.startswith("mypy==")]
    assert wanted in (ROOT / "constraints.txt").read_text("utf-8").splitlines()


def test_an_editable_install_is_not_compiled() -> None:
    hook = build_hook.CompilingHook(str(ROOT), config(), None, None, "", "wheel")
    with pytest.raises(RuntimeError, match="build a wheel"):
        hook.initialize("editable", {})


def test_the_modules_that_verify_are_compiled_and_packages_are_not() -> None:
    modules = chosen()
    assert "extractor/verification/judge.py" in modules
    assert "extractor/normalise/quantities.py" in modules
    assert not [name for name in modules if name.endswith("__init__.py")]


def test_a_pattern_that_names_nothing_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.py").touch()
    assert build_hook.chosen(tmp_path, ["*.py"], []) == ["a.py"]
    with pytest.raises(ValueError, match=r"b\.py"):
        build_hook.chosen(tmp_path, ["*.py"], ["b.py"])


def test_no_compiled_module_gives_its_errors_a_cause() -> None:
    """Compiled code forgets it."""
    for name in chosen():
        tree = ast.parse((ROOT / name).read_text("utf-8"))
        assert not [one.lineno for one in ast.walk(tree) if isinstance(one, ast.Raise) and one.cause], name


def test_no_compiled_class_has_cached_properties_or_is_a_pydantic_model() -> None:
    """The ones would be worked out at each access, the others make themselves anew."""
    for name in chosen():
        text = (ROOT / name).read_text("utf-8")
        assert "cached_property" not in text, name
        assert not re.search(r"^class \w+\(.*Model\b", text, re.MULTILINE), name
