import importlib.util
from pathlib import Path

import pytest

from extractor.errors import Spent
from extractor.model import faults
from extractor.model.faults import POLICY, Fault

ROOT = Path(__file__).resolve().parents[2]
KINDS = pytest.mark.parametrize("kind", POLICY, ids=lambda kind: kind.__name__)


def test_every_failure_that_can_happen_has_a_code_of_its_own() -> None:
    assert [policy.code for policy in POLICY.values()] == [
        "auth",
        "no_credit",
        "unknown_model",
        "bad_request",
        "too_long",
        "rate_limited",
        "server_error",
        "connection",
        "timeout",
        "reply_too_large",
        "unreadable_reply",
        "not_json",
        "refused",
        "filtered",
        "truncated",
        "empty",
        "schema_invalid",
        "budget",
        "cancelled",
    ]


@KINDS
def test_a_fault_carries_code_advice_and_what_was_spent(kind: type[Fault]) -> None:
    error = kind("it failed", document="tea", raw="{", spent=Spent(sent=2))
    assert error.code == POLICY[kind].code
    assert str(error) == f"tea: it failed. {POLICY[kind].advice}"
    assert (error.raw, error.spent.sent) == ("{", 2)
    assert kind("it failed", hint="do this").hint == "do this"


@KINDS
def test_the_tree_shows_every_fault_and_each_says_what_it_is(kind: type[Fault]) -> None:
    assert kind.__name__ in (faults.__doc__ or "")
    assert kind.__doc__


@KINDS
def test_what_is_retried_has_a_wait_and_nothing_else_has(kind: type[Fault]) -> None:
    assert bool(POLICY[kind].retries) == bool(POLICY[kind].wait)


def test_what_fails_for_every_page_alike_stops_the_job_and_is_never_repeated() -> None:
    stopping = {policy.code for policy in POLICY.values() if policy.stops}
    assert stopping == {"auth", "no_credit", "unknown_model", "budget", "cancelled"}
    assert not any(policy.stops and (policy.retries or policy.reasked) for policy in POLICY.values())


def test_a_refusal_or_a_filter_is_not_asked_again_as_if_it_were_bad_json() -> None:
    assert {policy.code for policy in POLICY.values() if policy.reasked} == {"not_json", "schema_invalid"}


def test_the_table_in_the_documents_is_the_table_in_the_code() -> None:
    spec = importlib.util.spec_from_file_location("write_tables", ROOT / "docs" / "write_tables.py")
    assert spec
    assert spec.loader
    tables = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tables)
    written = (ROOT / "docs" / "model-failures.md").read_text(encoding="utf-8")
    assert tables.filled(written, "failures", tables.failures_table()) == written
