from typing import Any

from extractor.layout.regimens import put_regimens
from extractor.records.draft import Draft, Quote
from extractor.records.record import TrialRecord

SOURCE = {"page_kind": "REGISTRY_PAGE", "layout": "test"}


def _draft(**parts: Any) -> Draft:
    record = TrialRecord.model_validate({"source": SOURCE, **parts})
    put_regimens(draft := Draft(record=record))
    return draft


def _arm(description: str | None, key: str = "A1", label: str = "warm") -> dict[str, Any]:
    return {"key": key, "label": label, "description": description}


def _texts(owner: Any) -> list[str]:
    return [regimen.text for regimen in owner.regimens]


def test_a_dose_stands_where_its_words_stand() -> None:
    draft = _draft(
        arms=[_arm("Heatol 4 mg daily.")],
        interventions=[{"key": "I1", "name": "Coldol", "description": "Coldol 8 mg weekly."}],
    )
    assert _texts(draft.record.arms[0]) == ["Heatol 4 mg daily."]
    assert _texts(draft.record.interventions[0]) == ["Coldol 8 mg weekly."]


def test_an_amount_that_may_be_another_is_left_out_and_told() -> None:
    draft = _draft(arms=[_arm("Heatol 5, 10 or 20 mg daily"), _arm("Coldol 8 mg weekly", "A2")])
    assert [regimen.dose for regimen in draft.record.arms[0].regimens] == []
    (finding,) = draft.findings
    assert (finding.code, finding.pointer) == ("unread", "/arms/0/regimens")
    assert "'10 or 20 mg'" in finding.message


def test_the_same_words_make_one_regimen() -> None:
    draft = _draft(
        arms=[_arm("Heatol 4 mg daily"), _arm("heatol 4 mg daily.", "A2", "mild")],
        interventions=[{"key": "I1", "name": "Heatol", "description": "Heatol 4 mg daily"}],
    )
    assert _texts(draft.record.interventions[0]) == ["Heatol 4 mg daily"]
    assert [_texts(arm) for arm in draft.record.arms] == [[], []]


def test_a_dose_in_prose_stands_with_the_one_arm_that_is_given_the_drug() -> None:
    draft = _draft(
        arms=[_arm(None), _arm(None, "A2", "cool")],
        interventions=[{"key": "I1", "name": "Heatol"}],
        arm_interventions=[{"arm": "A1", "intervention": "I1", "basis": "TABLE"}],
        detailed_description="Patients in the warm group will start Heatol at 4 mg daily.",
    )
    assert [len(arm.regimens) for arm in draft.record.arms] == [1, 0]


def test_a_dose_of_another_study_or_of_another_drug_is_left_out() -> None:
    draft = _draft(
        arms=[_arm(None)],
        interventions=[{"key": "I1", "name": "Heatol"}],
        arm_interventions=[{"arm": "A1", "intervention": "I1", "basis": "TABLE"}],
        brief_summary="Previous studies have shown that Heatol 4 mg daily warms. Coldol 8 mg will be free.",
    )
    assert _texts(draft.record.arms[0]) == []


def test_a_drug_of_the_title_that_the_list_forgot_is_added() -> None:
    draft = _draft(
        brief_title="Bath With Sorafenib",
        arms=[_arm("Sorafenib 400 mg bid")],
        interventions=[{"key": "I1", "name": "Bath"}],
    )
    added = draft.record.interventions[1]
    assert (added.key, added.name, added.listed) == ("I2", "Sorafenib", False)
    assert [(link.arm, link.intervention) for link in draft.record.arm_interventions] == [("A1", "I2")]


def test_words_are_quoted_where_they_stand() -> None:
    page = "Arms\nWarm it first. Heatol 4 mg daily"
    draft = Draft(
        record=TrialRecord.model_validate({"source": SOURCE, "arms": [_arm(page[5:])]}),
        quotes={"/arms/0/description": [Quote(text=page[5:], start=5)]},
    )
    put_regimens(draft)
    (quote,) = draft.quotes["/arms/0/regimens/0/text"]
    assert quote.start is not None
    assert page[quote.start : quote.start + len(quote.text)] == quote.text == "Heatol 4 mg daily"


def test_a_piece_of_several_drugs_is_left_out_and_told() -> None:
    arms = [_arm("One capsule of Heatol 5 mg and Coldol 8 mg daily. Warmol 3 mg weekly.")]
    draft = _draft(arms=arms)
    assert _texts(draft.record.arms[0]) == ["Warmol 3 mg weekly."]
    (finding,) = draft.findings
    assert (finding.code, finding.pointer) == ("unread", "/arms/0/regimens")
    assert "'capsule of Heatol 5 mg and Coldol 8 mg'" in finding.message
