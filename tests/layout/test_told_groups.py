from typing import Any

import pytest

from extractor.layout.told_groups import put_told_groups
from extractor.records.draft import Draft, Quote
from extractor.records.record import TrialRecord

SOURCE = {"page_kind": "REGISTRY_PAGE", "layout": "test"}
TOLD = "Feet are cold. Patients in the control group will take warm milk with no use of tea. Feet are warm."


def _draft(text: str = TOLD, **parts: Any) -> Draft:
    record = {
        "source": SOURCE,
        "arms": [{"key": "A1", "label": "Tea"}],
        "detailed_description": text,
        **parts,
    }
    draft = Draft(
        record=TrialRecord.model_validate(record),
        quotes={"/detailed_description": [Quote(text=text, start=40)]},
    )
    put_told_groups(draft)
    return draft


def test_a_group_that_only_a_sentence_names_is_an_arm_that_is_not_listed() -> None:
    record = _draft().record
    arm = record.arms[1]
    assert (arm.key, arm.label, arm.listed) == ("A2", "control group", False)
    assert arm.description == "Patients in the control group will take warm milk with no use of tea."
    assert [(item.name, item.listed) for item in record.interventions] == [("warm milk", False)]
    assert [(link.arm, link.intervention) for link in record.arm_interventions] == [("A2", "I1")]


def test_what_the_page_lists_is_not_added_again() -> None:
    record = _draft(interventions=[{"key": "I1", "name": "Warm milk"}]).record
    assert len(record.interventions) == 1
    assert len(_draft(arms=[{"key": "A1", "label": "Control"}]).record.arms) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Patients in the control group will be asked.",
        "Patients in the treatment group will take tea.",
        "Previous studies have shown that patients in the control group will take milk.",
    ],
)
def test_other_sentences_add_no_group(text: str) -> None:
    assert len(_draft(text).record.arms) == 1


def test_a_page_without_arms_is_left_alone() -> None:
    assert _draft(arms=[]).record.arms == []


def test_words_are_quoted_where_they_stand() -> None:
    for pointer, quotes in _draft().quotes.items():
        for quote in quotes:
            assert quote.start is not None, pointer
            assert TOLD[quote.start - 40 :].startswith(quote.text)
