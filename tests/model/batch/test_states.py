from collections import Counter

import pytest

from extractor.model.batch.results import Result
from extractor.model.batch.states import State, States
from extractor.model.client import Reply

EXPIRED = Result("c", "batch_expired", again=True)
CUT = Result("c", "truncated", again=False, reply=Reply("{", finish_reason="length"))
BAD = Result("c", "bad_request", again=False)


@pytest.mark.parametrize(
    ("asked", "results", "state"),
    [
        (0, [], State.NEW),
        (1, [], State.WAITING),
        (1, [EXPIRED], State.FAILED),
        (2, [EXPIRED], State.WAITING),
        (2, [EXPIRED, EXPIRED], State.FAILED),
        (1, [CUT], State.FINAL),
        (2, [CUT], State.WAITING),
        (1, [BAD], State.FINAL),
        (2, [CUT, EXPIRED], State.FAILED),
    ],
)
def test_a_request_stands_where_what_was_asked_and_what_came_back_put_it(
    asked: int, results: list[Result], state: State
) -> None:
    assert States(Counter({"c": asked}), {"c": results}).of("c") is state


def test_what_is_wrong_is_named_by_what_is_final_first() -> None:
    states = States(Counter({"c": 2}), {"c": [EXPIRED, CUT]})
    assert states.kind("c") == "truncated"
    assert states.kind("d") == ""


def test_only_a_final_answer_is_used_for_reading() -> None:
    assert States(Counter({"c": 1}), {"c": [CUT]}).reply("c") == CUT.reply
    assert States(Counter({"c": 2}), {"c": [CUT]}).reply("c") is None
    assert States(Counter({"c": 1}), {"c": [BAD]}).reply("c") is None
    assert States(Counter(), {}).reply("c") is None
