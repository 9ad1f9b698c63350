"""Objects of a CRiS page: people, sponsors, arms, outcomes, sites, criteria; each a block of labels."""

from collections.abc import Sequence

from extractor.layout.arm_records import ArmRecords
from extractor.layout.cris_form import Block, blocks_of
from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eligibility import put_criteria
from extractor.layout.field_kinds import put_once, unread
from extractor.layout.outcome_records import put_outcome
from extractor.layout.placeholders import placeholder
from extractor.layout.trial_identifiers import put_identifier
from extractor.normalise.identifiers import scheme_of
from extractor.normalise.terms import fold, lookup
from extractor.records.identifiers import IdRole, IdScheme
from extractor.records.missing import MissingReason
from extractor.records.outcomes import OutcomeKind
from extractor.records.people import OfficialRole, SponsorRole
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_OUTCOMES = {"primary": OutcomeKind.PRIMARY, "secondary": OutcomeKind.SECONDARY}


def _words(block: Block, label: str) -> Slice | None:
    """The value below a label of a block; None where nothing or a placeholder stands there."""
    section = block.fields.get(label)
    words = section.block if section else None
    return None if words is None or placeholder(words) else words


def put_people(builder: DraftBuilder, sections: Sequence[Section]) -> None:
    """The investigator is an official, the people for questions are contacts."""
    for block in blocks_of(sections, "investigator"):
        if name := _words(block, "- Name"):
            place = builder.item("/officials")
            builder.say(f"{place}/name", name)
            builder.say(f"{place}/affiliation", _words(block, "- Affiliation"))
            heading = filter(None, [block.head.heading])
            builder.put(f"{place}/role", OfficialRole.PRINCIPAL_INVESTIGATOR, *heading)
    for row in ("public", "updating"):
        for block in blocks_of(sections, row):
            if name := _words(block, "- Name"):
                place = builder.item("/central_contacts")
                builder.say(f"{place}/name", name)
                builder.say(f"{place}/role", block.head.heading)
                builder.say(f"{place}/phone", _words(block, "- Telephone"))


def put_sponsors(builder: DraftBuilder, sections: Sequence[Section]) -> None:
    """The first sponsor leads; who supports the trial is a collaborator, if it is no sponsor."""
    known: dict[str, str] = {}
    for block in blocks_of(sections, "sponsor"):
        role = SponsorRole.COLLABORATOR if known else SponsorRole.LEAD
        _put_sponsor(builder, block, role, known)
    for block in blocks_of(sections, "support"):
        name, project = _words(block, "- Organization Name"), _words(block, "- Project ID")
        if name and fold(name.text) not in known:
            _put_sponsor(builder, block, SponsorRole.COLLABORATOR, known)
        if project:
            scheme = scheme_of(project.text) or IdScheme.GRANT
            put_identifier(builder, project, scheme, IdRole.SECONDARY)


def _put_sponsor(builder: DraftBuilder, block: Block, role: SponsorRole, known: dict[str, str]) -> None:
    name, kind = _words(block, "- Organization Name"), _words(block, "- Organization Type")
    heading = block.head.heading
    if name is None:
        return
    place = known[fold(name.text)] = builder.item("/sponsors")
    builder.say(f"{place}/name", name)
    if heading:
        builder.put(f"{place}/role", role, heading)
    agency = lookup("enums", kind.text, "AgencyClass") if kind else None
    if kind and agency:
        builder.put(f"{place}/agency_class", agency, kind)
    elif kind:
        unread(builder, f"{place}/agency_class", "The type of the organisation", kind)


def put_arms(builder: DraftBuilder, sections: Sequence[Section]) -> None:
    """Label, number of participants, type and description of each arm."""
    records = ArmRecords(builder)
    for block in blocks_of(sections, "arm"):
        label = _words(block, "Arm Label")
        if label is None:
            unread(builder, "/arms", "An arm without a label", *filter(None, [block.head.heading]))
            continue
        arm = records.arm(label)
        _put_number(builder, f"{arm}/participants", _words(block, "Target Number of Participant"))
        kind = _words(block, "Arm Type")
        name = lookup("enums", kind.text, "ArmType") if kind else None
        if kind and name:
            put_once(builder, f"{arm}/type", name, kind)
        elif kind:
            unread(builder, f"{arm}/type", "The type of the arm", kind)
        if description := _words(block, "Arm Description"):
            put_once(builder, f"{arm}/description", description.text, description)


def _put_number(builder: DraftBuilder, pointer: str, words: Slice | None) -> None:
    text = words.text.replace(",", "") if words else ""
    if words and text.isascii() and text.isdigit():
        put_once(builder, pointer, int(text), words)
    elif words:
        unread(builder, pointer, "The number", words)


def put_outcomes(builder: DraftBuilder, sections: Sequence[Section]) -> None:
    """The outcome and its time point, in blocks for each rank."""
    for row, kind in _OUTCOMES.items():
        for block in blocks_of(sections, row):
            measure = _words(block, "- Outcome")
            if measure:
                put_outcome(builder, kind, measure, _words(block, "- Timepoint"), heading=block.head.heading)
            else:
                unread(builder, "/outcomes", "An outcome", *filter(None, [block.head.heading]))


def put_sites(builder: DraftBuilder, sections: Sequence[Section]) -> None:
    """The name and the status of each site; a site printed twice is one location."""
    known: dict[str, str] = {}
    for block in blocks_of(sections, "site"):
        name, status = _words(block, "- Name of Study Site"), _words(block, "- Recruitment Status")
        if name is None:
            unread(builder, "/locations", "A site", *filter(None, [block.head.heading]))
            continue
        place = known.get(fold(name.text)) or builder.item("/locations")
        known[fold(name.text)] = place
        put_once(builder, f"{place}/facility", name.text, name)
        recruiting = lookup("enums", status.text, "OverallStatus") if status else None
        if status and recruiting:
            put_once(builder, f"{place}/status", recruiting, status)
        elif status:
            unread(builder, f"{place}/status", "The status of the site", status)


def put_criteria_of_form(builder: DraftBuilder, sections: Sequence[Section]) -> None:
    """Inclusion criteria stand below `Description`, exclusion criteria below their own label."""
    names = {"Description": "inclusion", "Exclusion Criteria": "exclusion"}
    found = {names[section.name]: section for section in sections if section.name in names}
    put_criteria(builder, found)
    if "inclusion" not in found:
        heading = next((section.heading for section in sections if section.name == "Inclusion"), None)
        builder.missing("/eligibility/inclusion", MissingReason.ABSENT, *filter(None, [heading]))
