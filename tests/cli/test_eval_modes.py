from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli.eval import command
from extractor.cli.eval_modes import MODES


def refused(*arguments: str) -> str:
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 2, result.output
    return result.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--self-test", "5", "--json", "x.json"), "--self-test does nothing with --json."),
        (("suite.toml", "--self-test", "5"), "--self-test does nothing with SUITE."),
        (
            ("--check-gold", "--baseline", "b", "--errors"),
            "--check-gold does nothing with --baseline, --errors.",
        ),
        (("--agreement", ".", ".", "--baseline", "b"), "--agreement does nothing with --baseline."),
        (("--run", ".", "--reader", "model"), "--run does nothing with --reader."),
        (("--seed", "5"), "--seed needs --self-test."),
        (("--bless",), "--bless needs --baseline DIR."),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(arguments: tuple[str, ...], told: str) -> None:
    assert told in " ".join(refused(*arguments).split())


def test_options_that_belong_together_are_taken(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["--self-test", "3", "--seed", "7"])
    assert result.exit_code == 0
    assert "3 pairs" in result.output
    missing = CliRunner().invoke(command, [str(tmp_path / "suite.toml"), "--check-gold"])
    assert "there is no suite" in str(missing.exception)


def test_every_mode_and_what_it_heeds_are_parameters_of_the_command() -> None:
    known = {parameter.name for parameter in command.params}
    assert all({mode.name, *mode.heeds} <= known for mode in MODES)
