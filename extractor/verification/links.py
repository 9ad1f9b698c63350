"""Links between arms and interventions: the row or sentence offered must name both."""

import re
from functools import cache
from typing import Final

from extractor._data import table
from extractor.normalise.terms import lookup
from extractor.records.arms import ArmIntervention, Intervention
from extractor.records.envelope import EvidenceStatus
from extractor.verification.allocated import allots
from extractor.verification.case import Verdict
from extractor.verification.contexts import Words
from extractor.verification.denials import denied
from extractor.verification.fold import fold
from extractor.verification.page import Page, Place
from extractor.verification.rows import Rows

_LABEL: Final = re.compile(r"(?:arm|group)\s+label:\s*$", re.IGNORECASE)
_ARM_LABEL: Final = re.compile(r"(?:arm|group)(?:\s+group)?(?:\s+label)?:\s*$", re.IGNORECASE)


def link_verdict(page: Page, rows: Rows, link: ArmIntervention, words: Words) -> Verdict:
    """Whether one place of the words offered for a link is about its arm and names its intervention."""
    record = rows.record
    arm = next((index for index, item in enumerate(record.arms) if item.key == link.arm), None)
    intervention = next((item for item in record.interventions if item.key == link.intervention), None)
    if arm is None or intervention is None:
        return Verdict(EvidenceStatus.UNSUPPORTED, "the link holds a key that does not exist")
    if words.lost:
        return Verdict(EvidenceStatus.UNSUPPORTED, f"{words.lost[0][:60]!r} is not on the page")
    allotted = [place for place in words.places if _allotted(rows, arm, intervention, place)]
    if allotted:
        return Verdict(EvidenceStatus.VERIFIED, "its words allot it to this arm", tuple(allotted))
    labelled = [place for place in words.places if _labelled(rows, arm, intervention, place)]
    if labelled:
        return Verdict(EvidenceStatus.VERIFIED, "the intervention's block names the arm", tuple(labelled))
    return _linked(page, rows, (arm, intervention), words)


def _labelled(rows: Rows, arm: int, intervention: Intervention, place: Place) -> bool:
    """Whether words are the label of the arm, `Arm Label: X`, in the block of one intervention."""
    page = rows.page
    part = page.part_at(place[0])
    if part.name != "interventions" or fold(page.text[slice(*place)]) != fold(rows.record.arms[arm].label):
        return False
    if not _LABEL.search(page.text, page.line_at(place[0])[0], place[0]):
        return False
    first = page.line_below(part.start)
    return first is not None and names_intervention(page, rows, intervention, first)


def _linked(page: Page, rows: Rows, link: tuple[int, Intervention], words: Words) -> Verdict:
    """Whether words about an arm name an intervention."""
    record, (arm, intervention) = rows.record, link
    label = record.arms[arm].label
    if any(allots(page, label, place) for place in words.places) and len(record.arms) > 1:
        return Verdict(EvidenceStatus.UNSUPPORTED, f"its words do not say that {label!r} holds this")
    named = [place for place in words.places if names_arm(page, rows, arm, place)]
    if not named and len(record.arms) > 1:
        return Verdict(EvidenceStatus.UNSUPPORTED, f"its words are not about {record.arms[arm].label!r}")
    shown = [place for place in named or words.places if names_intervention(page, rows, intervention, place)]
    if not shown:
        return Verdict(EvidenceStatus.UNSUPPORTED, f"its words do not name {intervention.name!r}")
    return Verdict(EvidenceStatus.VERIFIED, "its words name both", tuple(shown))


def _allotted(rows: Rows, arm: int, intervention: Intervention, place: Place) -> bool:
    """Whether words allot participants to this arm, and the intervention has the arm's name."""
    label = rows.record.arms[arm].label
    alike = fold(label) == fold(intervention.name) or fold(intervention.name) in fold(label)
    return alike and allots(rows.page, label, place)


def names_arm(page: Page, rows: Rows, arm: int, place: Place) -> bool:
    """Whether words are about an arm: it is the first they name, or they stand in its row or block."""
    if len(rows.record.arms) == 1:
        return True
    if rows.in_same_block(("arms", arm), place):
        return True
    anchor = rows.owner_of("arms", place)
    if anchor is not None:
        return arm in anchor.owners
    first = rows.first_arm(page.text[place[0] : place[1]])
    if first is None:
        first = rows.first_arm(page.text[slice(*page.sentence_at(place[0]))])
    return first is not None and (arm in first or allots(page, rows.record.arms[arm].label, place))


def names_intervention(page: Page, rows: Rows, intervention: Intervention, place: Place) -> bool:
    """Whether words name an intervention: in a glued row, in its second cell."""
    cell = _second_cell(page, rows, place)
    if cell is not None:
        return fold(cell) == fold(intervention.name) or fold(cell) in map(fold, intervention.other_names)
    folded = fold(page.text[place[0] : place[1]])
    if any(_affirmed(folded, fold(name)) for name in (intervention.name, *intervention.other_names)):
        return True
    key = lookup("agents", intervention.name)
    if key is not None and any(_affirmed(folded, name) for name in _synonyms(key)):
        return True
    return _in_block(rows, intervention, place)


def _in_block(rows: Rows, intervention: Intervention, place: Place) -> bool:
    """Whether words are all that a line `Arm Group: X` prints in the block of the intervention."""
    page = rows.page
    line = page.line_at(place[0])
    labelled = _ARM_LABEL.search(page.text, line[0], place[0]) and not page.text[place[1] : line[1]].strip()
    if not labelled or page.part_at(place[0]).name != "interventions":
        return False
    anchor = rows.owner_of("interventions", place)
    return anchor is not None and rows.record.interventions.index(intervention) in anchor.owners


def _affirmed(text: str, name: str) -> bool:
    """Whether a name stands in a text where it is not denied: `no use of` it names nothing that is given."""
    at = text.find(name)
    while at >= 0:
        if not denied(text, at):
            return True
        at = text.find(name, at + 1)
    return False


@cache
def _synonyms(key: str) -> tuple[str, ...]:
    return tuple(map(fold, table("agents").get(key, [])))


def _second_cell(page: Page, rows: Rows, place: Place) -> str | None:
    """In a glued row the intervention's name stands right behind the arm's label: the longest that fits."""
    anchor = rows.owner_of("arms", place)
    if anchor is None or anchor.start != place[0]:
        return None
    line = page.line_at(anchor.start)
    rest = page.text[anchor.end : line[1]]
    if not rest or rest[0].isspace():
        return None
    names = sorted((item.name for item in rows.record.interventions), key=len, reverse=True)
    return next((name for name in names if rest.startswith(name)), None)
