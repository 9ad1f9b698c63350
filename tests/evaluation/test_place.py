from extractor.evaluation.place import Place
from extractor.evaluation.slots import Slot
from extractor.records.arms import Arm
from extractor.records.declare import Tier
from extractor.records.record import TrialRecord
from extractor.records.regimen import Regimen
from extractor.records.source import PageKind, Source

RECORD = TrialRecord(source=Source(page_kind=PageKind.REGISTRY_PAGE, layout="invented"))
PUBLICATION = TrialRecord(source=Source(page_kind=PageKind.PUBLICATION_PAGE, layout="invented"))
ARM = Arm(key="A1", label="first")
ARMS = Place().field(Slot(TrialRecord, "arms"), RECORD)


def test_a_place_has_an_address_on_either_side() -> None:
    place = ARMS.item(0, 2).field(Slot(Arm, "label"), ARM)
    assert (place.gold_pointer, place.predicted_pointer) == ("/arms/0/label", "/arms/2/label")
    assert place.path == "/arms/label"


def test_an_item_without_partner_has_no_address_there() -> None:
    place = ARMS.item(None, 2).field(Slot(Arm, "label"), ARM)
    assert (place.gold_pointer, place.predicted_pointer) == (None, "/arms/2/label")
    assert place.path == "/arms/label"


def test_tier_and_group_are_those_of_the_nearest_field_that_declares_them() -> None:
    label = ARMS.item(0, 0).field(Slot(Arm, "label"), ARM)
    assert (label.tier, label.group) == (Tier.STRUCTURE, "arms")
    text = (
        ARMS.item(0, 0)
        .field(Slot(Arm, "regimens"), ARM)
        .item(0, 0)
        .field(Slot(Regimen, "text"), Regimen(text="100 mg"))
    )
    assert (text.tier, text.group) == (Tier.COMPUTED, "regimens")


def test_what_is_not_in_the_pages_own_list_is_prose() -> None:
    unlisted = Arm(key="A1", label="control group", listed=False)
    assert ARMS.item(0, 0).field(Slot(Arm, "label"), unlisted).tier is Tier.PROSE


def test_a_publication_page_prints_fields_for_the_publication_only() -> None:
    assert Place().field(Slot(TrialRecord, "arms"), PUBLICATION).tier is Tier.PROSE
    assert Place().field(Slot(TrialRecord, "brief_title"), PUBLICATION).tier is Tier.STRUCTURE
