"""Arms, interventions and links written by their words."""

from extractor.layout.arm_records import ArmRecords
from extractor.layout.draft_builder import DraftBuilder
from extractor.structure.slices import Slice

PAGE = "Warm tea\nGinger\nWARM TEA\nCold tea"
WARM, GINGER, AGAIN, COLD = (
    Slice(PAGE, PAGE.index(words), PAGE.index(words) + len(words))
    for words in ("Warm tea", "Ginger", "WARM TEA", "Cold tea")
)


def test_keys_are_given_in_page_order_and_a_label_that_comes_again_is_the_same_arm() -> None:
    builder = DraftBuilder("test", "REGISTRY_PAGE")
    records = ArmRecords(builder)
    assert records.arm(WARM) == records.arm(AGAIN) == "/arms/0"
    assert records.arm(COLD) == "/arms/1"
    assert records.intervention(GINGER) == "/interventions/0"
    records.link(AGAIN, GINGER, GINGER)
    draft = builder.draft()
    assert [(one.key, one.label) for one in draft.record.arms] == [("A1", "Warm tea"), ("A2", "Cold tea")]
    assert [(one.arm, one.intervention) for one in draft.record.arm_interventions] == [("A1", "I1")]
    assert [quote.text for quote in draft.quotes["/arms/0/label"]] == ["Warm tea", "WARM TEA"]


def test_a_link_to_no_arm_is_said_to_be_unread() -> None:
    builder = DraftBuilder("test", "REGISTRY_PAGE")
    ArmRecords(builder).link(COLD, GINGER, GINGER)
    draft = builder.draft()
    assert (draft.record.arm_interventions, draft.record.interventions) == ([], [])
    assert [one.code for one in draft.findings] == ["unread"]
