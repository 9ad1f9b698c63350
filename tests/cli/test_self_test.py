import pytest
from click.testing import CliRunner

from extractor.cli.eval import command
from extractor.cli.self_test import show
from extractor.evaluation.self_test import SelfTest, Violation


def test_the_scorer_tests_itself_without_a_suite() -> None:
    result = CliRunner().invoke(command, ["--self-test", "10", "--seed", "4"])
    assert (result.exit_code, result.output) == (0, "10 pairs, 20 relations asked, 0 violations\n")


def test_a_violation_is_shown_with_the_command_that_shows_it_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert show(SelfTest(9, 27, (Violation(7, "permuted"),))) == 1
    assert capsys.readouterr().out == (
        "permuted does not hold: extractor eval --self-test 1 --seed 7\n"
        "9 pairs, 27 relations asked, 1 violations\n"
    )
