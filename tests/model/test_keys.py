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


def test_keys_are_numbered_in_order_and_labels_become_keys() -> None:
    keys = given(
        arms=[{"label": "Tea"}, {"label": "Water"}],
        interventions=[{"name": "drug"}],
        arm_interventions=[{"arm": "Water", "intervention": "drug"}],
        results=[{"arm": "Tea", "comparison": ["Water", "Tea"]}, {"arm": None, "comparison": []}],
    )
    assert [arm["key"] for arm in keys.record["arms"]] == ["A1", "A2"]
    assert keys.record["interventions"] == [{"name": "drug", "key": "I1"}]
    assert keys.record["arm_interventions"] == [{"arm": "A2", "intervention": "I1"}]
    assert keys.record["results"][0] == {"arm": "A1", "comparison": ["A2", "A1"]}
    assert keys.findings == []


@pytest.mark.parametrize(
    ("label", "key"),
    [("blue  TEA", "A1"), ("Blue tea", "A1"), ("Blue tea #2", "A3"), ("Water", "A2")],
)
def test_labels_are_compared_folded_and_doubles_are_numbered(label: str, key: str) -> None:
    keys = given(
        arms=[{"label": "Blue tea"}, {"label": "Water"}, {"label": "Blue Tea"}],
        interventions=[{"name": "x"}],
        arm_interventions=[{"arm": label, "intervention": "x"}],
    )
    assert keys.record["arm_interventions"] == [{"arm": key, "intervention": "I1"}]


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        ({"arm": "ghost", "intervention": "x"}, [FindingCode.ORPHAN_ARM]),
        ({"arm": "a", "intervention": "ghost"}, [FindingCode.ORPHAN_INTERVENTION]),
        ({"arm": "ghost", "intervention": "gone"}, [FindingCode.ORPHAN_ARM, FindingCode.ORPHAN_INTERVENTION]),
    ],
)
def test_a_link_to_an_unknown_label_is_left_out_and_named(
    link: dict[str, str], codes: list[FindingCode]
) -> None:
    keys = given(arms=[{"label": "a"}], interventions=[{"name": "x"}], arm_interventions=[link])
    assert keys.record["arm_interventions"] == []
    assert [finding.code for finding in keys.findings] == codes
    assert "'ghost'" in keys.findings[0].message


def test_a_result_about_an_unknown_arm_stays_without_it() -> None:
    keys = given(arms=[{"label": "a"}], results=[{"arm": "ghost", "comparison": ["a", "other", "a"]}])
    assert keys.record["results"] == [{"arm": None, "comparison": ["A1", "A1"]}]
    assert [finding.pointer for finding in keys.findings] == ["/results/0/arm", "/results/0/comparison"]


def test_pointers_behind_an_item_that_was_left_out_move() -> None:
    link = {"arm": "a", "intervention": "x"}
    keys = given(
        arms=[{"label": "a"}],
        interventions=[{"name": "x"}],
        arm_interventions=[link, link | {"arm": "ghost"}, link],
    )
    assert keys.moved("/arm_interventions/0/basis") == "/arm_interventions/0/basis"
    assert keys.moved("/arm_interventions/1/basis") is None
    assert keys.moved("/arm_interventions/2/basis") == "/arm_interventions/1/basis"
    assert keys.moved("/arm_interventions/2") == "/arm_interventions/1"
    assert keys.moved("/arm_interventions/last") == "/arm_interventions/last"
    assert keys.moved("/arm_interventions") == "/arm_interventions"
    assert keys.moved("/arms/2/label") == "/arms/2/label"
