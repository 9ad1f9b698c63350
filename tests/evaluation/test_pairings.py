from collections.abc import Callable
from typing import Any

from extractor.evaluation.labels import Labels
from extractor.evaluation.pairings import Pairing, Pairings
from extractor.evaluation.walk import Walk
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def outcome(measure: str) -> dict[str, Any]:
    return {"kind": "PRIMARY", "measure": measure}


def pairings(gold: Extraction, read: Extraction, pointer: str) -> list[Pairing]:
    walk = Walk("page", Labels("page", {}, ()))
    part = walk.records(gold.record, read.record)
    return list(Pairings(walk, gold.record, read.record, part.cells).of(pointer))


def test_an_item_is_shown_with_its_partner_and_the_likeness_of_all(extraction: Build) -> None:
    gold = extraction({"outcomes": [outcome("Survival")]})
    read = extraction({"outcomes": [outcome("Toxicity"), outcome("Survival")]})
    assert pairings(gold, read, "/outcomes/0/measure") == [
        Pairing(
            "/outcomes/0", "/outcomes/1", ("measure", "kind"), (("/outcomes/1", 1.0), ("/outcomes/0", 0.0))
        )
    ]


def test_items_inside_items_are_shown_with_those_of_the_partner(extraction: Build) -> None:
    tree = {"text": "Organs:", "children": [{"text": "Liver"}, {"text": "Heart"}]}
    gold = extraction({"eligibility": {"inclusion": [tree]}})
    read = extraction({"eligibility": {"inclusion": [{"text": "Consent"}, tree]}})
    outer, inner = pairings(gold, read, "/eligibility/inclusion/0/children/1/text")
    assert (outer.partner, inner.partner) == (
        "/eligibility/inclusion/1",
        "/eligibility/inclusion/1/children/1",
    )
    assert len(inner.alike) == 2


def test_what_has_no_partner_has_none_to_show(extraction: Build) -> None:
    gold, read = extraction({"outcomes": [outcome("Survival")]}), extraction()
    assert pairings(gold, read, "/outcomes/0/measure") == [
        Pairing("/outcomes/0", None, ("measure", "kind"), ())
    ]
    assert pairings(gold, read, "/brief_title") == []
