"""The command `extractor` itself."""

import resource
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version

import pytest

from extractor.cli.main import COMMANDS, cli, main
from extractor.compiled import compiled

Run = Callable[..., subprocess.CompletedProcess[str]]
HEAVY = {"openai", "instructor", "scipy", "rich", "pydantic", "lxml", "jsonschema"}


def test_help_names_every_command_in_one_line(run: Run) -> None:
    done = run("--help")
    assert (done.returncode, done.stderr) == (0, "")
    for name, line in COMMANDS.items():
        assert f"  {name} " in done.stdout
        assert line.split()[0] in done.stdout


@pytest.mark.parametrize("name", ["extract", "schema"])
def test_a_command_has_the_line_that_help_prints(name: str) -> None:
    command = cli.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.short_help == COMMANDS[name]


@pytest.mark.parametrize(
    "arguments", [["--help"], ["extract", "--help"], ["schema", "--help"], ["--version"]]
)
def test_help_imports_no_heavy_library(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom extractor.cli.main import main\n"
        "try:\n    main(sys.argv[1:])\n"
        f"finally:\n    print(*({HEAVY} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    assert done.stdout
    assert done.stderr.strip() == ""


def test_help_costs_little_time(run: Run) -> None:
    costs = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert run("--help").returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        costs.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(costs) < 0.3


@pytest.mark.parametrize("typo", ["extrct", "extracts", "shema"])
def test_a_typo_in_a_command_is_answered_with_the_nearest_name(run: Run, typo: str) -> None:
    done = run(typo)
    assert (done.returncode, done.stdout) == (2, "")
    near = "schema" if typo == "shema" else "extract"
    assert f"Did you mean {near!r}?" in done.stderr


def test_a_name_like_no_other_gets_no_suggestion(run: Run) -> None:
    done = run("xyzzy")
    assert done.returncode == 2
    assert "Did you mean" not in done.stderr
    assert "xyzzy" in done.stderr


def test_a_typo_in_an_option_is_answered_with_the_nearest_one(run: Run) -> None:
    done = run("--verbos", "extract")
    assert done.returncode == 2
    assert "--verbose" in done.stderr


def test_no_command_shows_the_help(run: Run) -> None:
    done = run()
    assert done.returncode == 2
    assert "Usage: extractor" in done.stdout + done.stderr


def test_the_version_is_printed(run: Run) -> None:
    build = " (compiled)" if compiled() else ""
    assert run("--version").stdout == f"extractor, version {version('trial-extractor')}{build}\n"


def test_debug_shows_where_an_error_came_from(run: Run) -> None:
    done = run("--debug", "extract", "nothing.txt")
    assert done.returncode != 0
    assert "Traceback" in done.stderr
    assert "DocumentError" in done.stderr


def test_main_leaves_with_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    with pytest.raises(SystemExit) as left:
        main(["extract", "nothing.txt"])
    assert left.value.code == 2
    assert "nothing.txt" in capsys.readouterr().err
