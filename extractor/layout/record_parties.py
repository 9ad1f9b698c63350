"""Identifiers and sponsors of a record."""

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.record_names import Names
from extractor.layout.record_tree import Branch, Leaf
from extractor.layout.record_values import Write, enum, say
from extractor.layout.trial_identifiers import put_identifier, put_primary
from extractor.normalise.identifiers import scheme_of
from extractor.records.identifiers import IdRole, IdScheme
from extractor.records.people import SponsorRole

_CLASS = enum("AgencyClass")
_BESIDE: dict[str, Write] = {"printed_type": say, "issuer": say, "link": say}


def put_identifiers(builder: DraftBuilder, record: Branch, names: Names) -> None:
    """The trial's number, its older ones, that of the organisation, and others."""
    for leaf in record.leaves(names.primary):
        put_primary(builder, leaf.words)
    for leaf in record.leaves(names.aliases):
        put_identifier(builder, leaf.words, scheme_of(leaf.text) or IdScheme.OTHER, IdRole.ALIAS)
    name, *parts = names.organization_id
    _put(builder, record.branch(name), parts, IdScheme.ORG_STUDY_ID, IdRole.ORG_STUDY)
    name, *parts = names.secondary_ids
    for one in record.branches(name):
        _put(builder, one, parts, IdScheme.OTHER, IdRole.SECONDARY)


def _put(builder: DraftBuilder, one: Branch, parts: list[str], scheme: IdScheme, role: IdRole) -> None:
    """One identifier with what stands beside it: its type, its issuer and a link."""
    value, *beside = parts
    leaf = one.leaf(value)
    if leaf is None:
        return
    known = None if role is IdRole.ORG_STUDY else scheme_of(leaf.text)
    place = put_identifier(builder, leaf.words, known or scheme, role)
    builder.words(f"{place}/role", leaf.label)
    if role is IdRole.ORG_STUDY:
        builder.words(f"{place}/scheme", leaf.label)
    for (name, write), part in zip(_BESIDE.items(), beside, strict=True):
        if part and (words := one.leaf(part)):
            write(builder, f"{place}/{name}", words)


def put_sponsors(builder: DraftBuilder, record: Branch, names: Names) -> None:
    """The lead sponsor and the collaborators; the label says which is which."""
    for (name, *parts), role in (
        (names.lead, SponsorRole.LEAD),
        (names.collaborators, SponsorRole.COLLABORATOR),
    ):
        for one in record.branches(name):
            if leaf := one.leaf(parts[0]):
                _put_sponsor(builder, leaf, role, one.leaf(parts[1]))


def _put_sponsor(builder: DraftBuilder, name: Leaf, role: SponsorRole, kind: Leaf | None) -> None:
    place = builder.item("/sponsors")
    builder.say(f"{place}/name", name.words)
    builder.put(f"{place}/role", role, name.label)
    if kind:
        _CLASS(builder, f"{place}/agency_class", kind)
