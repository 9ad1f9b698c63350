from collections.abc import Callable
from typing import Any

Codes = Callable[[Any], list[str]]

ARM = {"key": "A1", "label": "heat"}
ITEM = {"key": "I1", "name": "warmth"}
LINK = {"arm": "A1", "intervention": "I1", "basis": "TABLE"}


def test_what_is_linked_is_no_orphan(check: Any, codes: Codes) -> None:
    assert codes(check("x", {"arms": [ARM], "interventions": [ITEM], "arm_interventions": [LINK]})) == []


def test_an_arm_and_an_intervention_without_links_are_orphans(check: Any, codes: Codes) -> None:
    assert codes(check("x", {"arms": [ARM], "interventions": [ITEM]})) == [
        "orphan_arm",
        "orphan_intervention",
    ]


def test_an_arm_said_to_receive_nothing_is_none(check: Any, codes: Codes) -> None:
    record = {"arms": [{**ARM, "type": "NO_INTERVENTION"}], "interventions": []}
    assert codes(check("x", record)) == []


def test_links_and_results_to_nothing_are_orphans(check: Any, codes: Codes) -> None:
    result = {"outcome": "o", "text": "t", "statistic": "RATE", "arm": "A9"}
    record = {"arms": [ARM], "interventions": [ITEM], "arm_interventions": [LINK, {**LINK, "arm": "A7"}]}
    assert codes(check("x", {**record, "results": [result]})) == ["orphan_arm", "orphan_arm"]


def test_arms_that_only_prose_names_are_no_orphans(check: Any, codes: Codes) -> None:
    assert codes(check("x", {"arms": [{**ARM, "listed": False}], "interventions": [ITEM]})) == []
