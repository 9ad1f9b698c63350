from typing import Any

import pytest

from extractor.model.keys import Keys
from extractor.records.finding import FindingCode


def record(**parts: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {"arms": [], "interventions": [], "arm_interventions": [], "results": []}
    return empty | parts


def given(**parts: Any) -> Keys:
    keys = Keys(record(**parts))
    keys.give()
    return keys


def test_keys_are_numbered_in_order_and_links_follow() -> None:
    keys = given(
        arms=[{"key": "A2"}, {"key": "A1"}],
        interventions=[{"key": "drug"}],
        arm_interventions=[{"arm": "A1", "intervention": "drug"}],
        results=[{"arm": "A2", "comparison": ["A1", "A2"]}, {"arm": None, "comparison": []}],
    )
    assert keys.record["arms"] == [{"key": "A1"}, {"key": "A2"}]
    assert keys.record["arm_interventions"] == [{"arm": "A2", "intervention": "I1"}]
    assert keys.record["results"][0] == {"arm": "A1", "comparison": ["A2", "A1"]}
    assert keys.findings == []


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        ({"arm": "ghost", "intervention": "x"}, [FindingCode.ORPHAN_ARM]),
        ({"arm": "a", "intervention": "ghost"}, [FindingCode.ORPHAN_INTERVENTION]),
        ({"arm": "ghost", "intervention": "gone"}, [FindingCode.ORPHAN_ARM, FindingCode.ORPHAN_INTERVENTION]),
    ],
)
def test_a_link_to_an_unknown_key_is_left_out_and_named(
    link: dict[str, str], codes: list[FindingCode]
) -> None:
    keys = given(arms=[{"key": "a"}], interventions=[{"key": "x"}], arm_interventions=[link])
    assert keys.record["arm_interventions"] == []
    assert [finding.code for finding in keys.findings] == codes
    assert "'ghost'" in keys.findings[0].message


def test_a_result_about_an_unknown_arm_stays_without_it() -> None:
    keys = given(arms=[{"key": "a"}], results=[{"arm": "ghost", "comparison": ["a", "other", "a"]}])
    assert keys.record["results"] == [{"arm": None, "comparison": ["A1", "A1"]}]
    assert [finding.pointer for finding in keys.findings] == ["/results/0/arm", "/results/0/comparison"]


def test_pointers_behind_an_item_that_was_left_out_move() -> None:
    link = {"arm": "a", "intervention": "x"}
    keys = given(
        arms=[{"key": "a"}],
        interventions=[{"key": "x"}],
        arm_interventions=[link, link | {"arm": "ghost"}, link],
    )
    assert keys.moved("/arm_interventions/0/basis") == "/arm_interventions/0/basis"
    assert keys.moved("/arm_interventions/1/basis") is None
    assert keys.moved("/arm_interventions/2/basis") == "/arm_interventions/1/basis"
    assert keys.moved("/arm_interventions/2") == "/arm_interventions/1"
    assert keys.moved("/arm_interventions/last") == "/arm_interventions/last"
    assert keys.moved("/arm_interventions") == "/arm_interventions"
    assert keys.moved("/arms/2/label") == "/arms/2/label"
