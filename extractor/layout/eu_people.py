"""Section B of the EU register: sponsors, who supports the trial, whom to ask."""

import re

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eu_answers import Protocol
from extractor.layout.field_kinds import unread
from extractor.normalise.terms import fold, lookup
from extractor.records.missing import MissingReason
from extractor.records.people import SponsorRole
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.\w+")
_STATUS = "B.3.1 and B.3.2"


def put_people(builder: DraftBuilder, protocol: Protocol) -> None:
    """Write each sponsor, the organisations that support the trial, and the contact point."""
    known: dict[str, str] = {}
    for sponsor in protocol.groups("B.Sponsor", "B.1.1"):
        _put_sponsor(builder, sponsor, known)
    for section in protocol.sections:
        if section.name == "B.4.1" and section.block:
            _put_support(builder, section, section.block, known)
    for sponsor in protocol.groups("B.Sponsor", "B.1.1") or [protocol]:
        _put_contact(builder, sponsor)


def _put_sponsor(builder: DraftBuilder, sponsor: Protocol, known: dict[str, str]) -> None:
    name, section = sponsor.value("B.1.1"), sponsor.field("B.1.1")
    if name is None or section is None:
        words = section.heading if section else None
        builder.missing("/sponsors", MissingReason.EMPTY_SECTION, *filter(None, [words]))
        return
    place = known[fold(name.text)] = builder.item("/sponsors")
    builder.say(f"{place}/name", name)
    builder.put(f"{place}/role", SponsorRole.LEAD, *filter(None, [section.heading]))
    status = sponsor.value(_STATUS)
    kind = lookup("enums", status.text, "AgencyClass") if status else None
    if status and kind:
        builder.put(f"{place}/agency_class", kind, status)
    elif status:
        unread(builder, f"{place}/agency_class", "The status of the sponsor", status)


def _put_support(builder: DraftBuilder, section: Section, name: Slice, known: dict[str, str]) -> None:
    """An organisation that provides support; the sponsor's own name is more words for the sponsor."""
    if fold(name.text) in known:
        return
    place = known[fold(name.text)] = builder.item("/sponsors")
    builder.say(f"{place}/name", name)
    builder.put(f"{place}/role", SponsorRole.COLLABORATOR, *filter(None, [section.heading]))


def _put_contact(builder: DraftBuilder, sponsor: Protocol) -> None:
    name = sponsor.value("B.5.2") or sponsor.value("B.5.1")
    phone, email = sponsor.value("B.5.4"), sponsor.value("B.5.6")
    if email and not email.match(_EMAIL):
        unread(builder, "/central_contacts", "The e-mail address", email)
        email = None
    if name or phone or email:
        place = builder.item("/central_contacts")
        for field, words in (("name", name), ("phone", phone), ("email", email)):
            builder.say(f"{place}/{field}", words)
