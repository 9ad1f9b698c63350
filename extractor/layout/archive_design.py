"""Design, arms and interventions of an archive page.

Study design:   one value on each line, each under the same label
Arm/Group:      `Arm Label: X`, its type, its description
Intervention:   `Drug: X`, for each of its arms `Arm Label: Y`, its description
"""

import re
from collections.abc import Iterable

from extractor.layout.arm_records import ArmRecords
from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import put_once, unread
from extractor.layout.labelled import part_behind
from extractor.normalise.terms import fold, lookup
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_MASKED = re.compile(r"(?P<masking>[^()]+?)\s*\((?P<who>[^()]+)\)")
_COMMA = re.compile(r",")
_VOCABULARIES = {
    "/design/primary_purpose": "PrimaryPurpose",
    "/design/allocation": "Allocation",
    "/design/intervention_model": "InterventionModel",
    "/design/masking": "Masking",
    "/design/time_perspective": "TimePerspective",
    "/design/observational_model": "ObservationalModel",
}
_ENDPOINT = frozenset(
    map(
        fold,
        (
            "Safety/Efficacy Study",
            "Safety Study",
            "Efficacy Study",
            "Pharmacokinetics Study",
            "Pharmacodynamics Study",
            "Pharmacokinetics/Dynamics Study",
            "Bio-equivalence Study",
            "Bio-availability Study",
        ),
    )
)
"""Classes of end points: the record has no place for them."""
_ARM_LABEL = "Arm Label:"
_LABEL_BEHIND = re.compile(r"\s+Arm Label:\s*")
_LABEL_AND_TYPE = re.compile(
    r"(?P<label>\S.*?)\s+(?P<type>Experimental|(?:Active|Placebo|Sham) Comparator|No Intervention|Other)"
)
"""Converted HTML prints the type behind the label."""
_TYPED = re.compile(r"(?P<type>[A-Z][A-Za-z /-]+):\s+(?P<name>\S.*)", re.DOTALL)


def put_design(builder: DraftBuilder, section: Section) -> None:
    """One value of the design: purpose, allocation, masking with who is masked, model."""
    for line in section.printed:
        words = line.content
        match = words.match(_MASKED)
        masking = lookup("enums", match.group("masking"), "Masking") if match else None
        if match and masking:
            put_once(builder, "/design/masking", masking, words.group(match, "masking"))
            _put_who(builder, words.group(match, "who"))
        elif fold(words.text) not in _ENDPOINT:
            _put_value(builder, words)


def _put_value(builder: DraftBuilder, words: Slice) -> None:
    for pointer, vocabulary in _VOCABULARIES.items():
        if name := lookup("enums", words.text, vocabulary):
            put_once(builder, pointer, name, words)
            return
    unread(builder, "/design", "A value of the design", words)


def _put_who(builder: DraftBuilder, words: Slice) -> None:
    for piece in words.split(_COMMA):
        who = lookup("enums", piece.text, "WhoMasked")
        if who:
            builder.item("/design/who_masked", who, piece)
        else:
            unread(builder, "/design/who_masked", "Who is masked", piece)


def put_interventions_and_arms(builder: DraftBuilder, sections: Iterable[Section]) -> None:
    """Write arms, interventions, and the links that an intervention's arm labels are."""
    records = ArmRecords(builder)
    listed = tuple(sections)
    for section in listed:
        if section.name == "Arm/Group":
            _put_arm(builder, records, section)
    for section in listed:
        if section.name == "Intervention":
            _put_intervention(builder, records, section)


def _put_arm(builder: DraftBuilder, records: ArmRecords, section: Section) -> None:
    lines = [line.content for line in section.printed]
    label = part_behind(section.printed[0], _ARM_LABEL) if lines else None
    if not label:
        unread(builder, "/arms", "A group without a label", *lines[:1] or filter(None, [section.heading]))
        return
    rest = lines[1:]
    kind = lookup("enums", rest[0].text, "ArmType") if rest else None
    printed = rest.pop(0) if kind else None
    match = None if kind else label.match(_LABEL_AND_TYPE)
    if match:
        kind, printed = lookup("enums", match.group("type"), "ArmType"), label.group(match, "type")
        label = label.group(match, "label")
    arm = records.arm(label)
    if kind and printed:
        put_once(builder, f"{arm}/type", kind, printed)
    if rest:
        block = rest[0].to(rest[-1])
        put_once(builder, f"{arm}/description", block.text, block)


def _put_intervention(builder: DraftBuilder, records: ArmRecords, section: Section) -> None:
    if not section.printed:
        unread(builder, "/interventions", "An intervention", *filter(None, [section.heading]))
        return
    head, *labels = section.printed[0].content.split(_LABEL_BEHIND)
    match = head.match(_TYPED)
    kind = lookup("enums", match.group("type"), "InterventionType") if match else None
    name = head.group(match, "name") if match and kind else head
    place = records.intervention(name)
    if match and kind:
        put_once(builder, f"{place}/type", kind, head.group(match, "type"))
    description = []
    for line in section.printed[1:]:
        if label := part_behind(line, _ARM_LABEL):
            labels.append(label)
        else:
            description.append(line.content)
    for label in labels:
        records.link(label, name, label, head)
    if description:
        block = description[0].to(description[-1])
        put_once(builder, f"{place}/description", block.text, block)
