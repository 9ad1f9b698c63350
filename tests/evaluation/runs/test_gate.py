from collections.abc import Callable, Mapping

import pytest

from extractor.evaluation import Gate, GateRules, Outcome, ScoredRun, Verdict, compare, gate
from extractor.evaluation.runs.gate import Mode

BuildRun = Callable[..., ScoredRun]
Said = tuple[Outcome, object]

RIGHT: Said = (Outcome.CORRECT, "gold")
WRONG: Said = (Outcome.WRONG, "other")
MISSING: Said = (Outcome.MISSING, None)
NULL: Said = (Outcome.CORRECTLY_NULL, None)
SPURIOUS: Said = (Outcome.SPURIOUS, "extra")
INVENTED: Said = (Outcome.WRONG, "invented")

PATHS = [f"/field{at}" for at in range(20)]
RULES = GateRules(critical=("/field0",), margins={"overall": 0.01})


def held(
    build: BuildRun, n: int, said: Callable[[int], Mapping[str, Said]], rules: GateRules = RULES
) -> Gate:
    """The gate on a run of n documents that says what `said` gives instead of being right throughout."""
    right = dict.fromkeys(PATHS, RIGHT)
    before = build({f"d{at}": [right] for at in range(n)})
    after = build({f"d{at}": [{**right, **said(at)}] for at in range(n)})
    return gate(compare(before, after, rules), rules)


@pytest.mark.parametrize("n", [1, 5, 19, 20, 60])
def test_an_identical_run_passes(scored_run: BuildRun, n: int) -> None:
    found = held(scored_run, n, lambda _: {})
    assert (found.verdict, found.exit_code, found.worse) == (Verdict.OK, 0, ())
    assert found.mode is (Mode.DIFFERENCE if n < 20 else Mode.TEST)


@pytest.mark.parametrize("change", [{"/field9": WRONG}, {"/other": SPURIOUS}, {"/field9": INVENTED}])
def test_of_few_documents_no_value_may_get_worse(scored_run: BuildRun, change: Mapping[str, Said]) -> None:
    found = held(scored_run, 5, lambda at: change if at == 3 else {})
    assert (found.verdict, found.exit_code, len(found.worse)) == (Verdict.REGRESSION, 1, 1)


def test_a_better_run_passes_whatever_the_number_of_documents(scored_run: BuildRun) -> None:
    for n in (5, 30):
        worse = dict.fromkeys(PATHS, MISSING)
        before = scored_run({f"d{at}": [worse] for at in range(n)})
        after = scored_run({f"d{at}": [dict.fromkeys(PATHS, RIGHT)] for at in range(n)})
        found = gate(compare(before, after, RULES), RULES)
        assert (found.verdict, found.exit_code) == (Verdict.OK, 0)


def test_a_run_that_gained_in_one_document_and_lost_in_none_passes(scored_run: BuildRun) -> None:
    right = dict.fromkeys(PATHS, RIGHT)
    before = scored_run({f"d{at}": [right if at else {**right, "/field0": WRONG}] for at in range(30)})
    after = scored_run({f"d{at}": [right] for at in range(30)})
    assert gate(compare(before, after, RULES), RULES).verdict is Verdict.OK


def test_a_drop_in_all_of_many_documents_is_a_regression(scored_run: BuildRun) -> None:
    found = held(scored_run, 30, lambda _: {"/field7": WRONG})
    assert (found.verdict, found.exit_code) == (Verdict.REGRESSION, 1)
    assert [one.verdict for one in found.measures] == [Verdict.REGRESSION, Verdict.OK]


def test_a_drop_below_its_margin_is_none_and_one_that_cannot_be_told_is_said_to_be(
    scored_run: BuildRun,
) -> None:
    rules = GateRules(margins={"overall": 0.2})
    assert held(scored_run, 30, lambda _: {"/field7": WRONG}, rules).verdict is Verdict.OK
    found = held(scored_run, 30, lambda at: {"/field7": WRONG, "/field8": WRONG} if at < 3 else {})
    assert (found.verdict, found.exit_code) == (Verdict.UNDERPOWERED, 3)


def test_the_policy_may_let_an_untold_drop_pass(scored_run: BuildRun) -> None:
    rules = GateRules(underpowered="pass")
    found = held(scored_run, 30, lambda at: {"/field7": WRONG} if at < 3 else {}, rules)
    assert (found.verdict, found.exit_code) == (Verdict.UNDERPOWERED, 0)


def test_one_invented_value_in_a_critical_field_is_too_many(scored_run: BuildRun) -> None:
    found = held(scored_run, 60, lambda at: {"/field0": INVENTED} if at == 0 else {})
    assert (found.verdict, len(found.against_rules)) == (Verdict.REGRESSION, 1)
    elsewhere = held(scored_run, 60, lambda at: {"/field5": INVENTED} if at == 0 else {})
    assert elsewhere.against_rules == ()
    assert elsewhere.verdict is not Verdict.REGRESSION


def test_a_document_that_must_never_fail_may_lose_no_critical_value(scored_run: BuildRun) -> None:
    rules = GateRules(
        critical=("/field0",), must_never_fail=("d2",), margins={"/field0": 0.5, "overall": 0.5}
    )
    assert held(scored_run, 40, lambda at: {"/field0": WRONG} if at == 2 else {}, rules).exit_code == 1
    assert held(scored_run, 40, lambda at: {"/field0": WRONG} if at == 1 else {}, rules).exit_code == 0
    assert held(scored_run, 40, lambda at: {"/field3": WRONG} if at == 2 else {}, rules).exit_code == 0


def test_a_critical_path_that_no_document_has_is_left_out(scored_run: BuildRun) -> None:
    found = held(scored_run, 25, lambda _: {}, GateRules(critical=("/results",)))
    assert [one.name for one in found.measures] == ["overall"]
