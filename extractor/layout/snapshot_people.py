"""Sponsors, responsible party and officials of a snapshot page."""

import re
from itertools import zip_longest

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import unread
from extractor.normalise.terms import lookup
from extractor.structure.lines import paragraphs
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_SPONSOR_ROLE = re.compile(r"Sponsor Role\s+(?P<role>\S.*)")
_PARTY_ROLE = re.compile(r"Responsibility Role\s+(?P<role>\S.*)")
_OFFICIAL_ROLE = re.compile(r"Role:\s*(?P<role>\S.*)")


def put_sponsors(builder: DraftBuilder, section: Section) -> None:
    """Name, class of the organisation, `Sponsor Role lead`, again and again."""
    pending: list[Slice] = []
    for words in paragraphs(section.lines):
        match = words.match(_SPONSOR_ROLE)
        if match is None:
            pending.append(words)
            continue
        role = lookup("enums", match.group("role"), "SponsorRole")
        if not pending or not role:
            unread(builder, "/sponsors", "A sponsor", words)
        else:
            _put_sponsor(builder, pending, role, words.group(match, "role"))
        pending = []
    for words in pending:
        unread(builder, "/sponsors", "A sponsor without a role", words)


def _put_sponsor(builder: DraftBuilder, pieces: list[Slice], role: str, printed: Slice) -> None:
    place = builder.item("/sponsors")
    builder.say(f"{place}/name", pieces[0])
    builder.put(f"{place}/role", role, printed)
    for words in pieces[1:]:
        kind = lookup("enums", words.text, "AgencyClass")
        if kind:
            builder.put(f"{place}/agency_class", kind, words)
        else:
            unread(builder, f"{place}/agency_class", "The class of the organisation", words)


def put_responsible_party(builder: DraftBuilder, section: Section) -> None:
    """Name, title, affiliation, `Responsibility Role X`; or the role alone."""
    pending: list[Slice] = []
    for words in paragraphs(section.lines):
        match = words.match(_PARTY_ROLE)
        if match is None:
            pending.append(words)
            continue
        kind = lookup("enums", match.group("role"), "ResponsibleType")
        if kind:
            builder.put("/responsible_party/type", kind, words.group(match, "role"))
        else:
            unread(builder, "/responsible_party/type", "The role", words)
    for name, words in zip(("name", "title", "affiliation"), pending, strict=False):
        builder.say(f"/responsible_party/{name}", words)
    for words in pending[3:]:
        unread(builder, "/responsible_party", "A paragraph", words)


def put_officials(builder: DraftBuilder, section: Section) -> None:
    """Name, `Role: X`, affiliation, again and again."""
    pieces = paragraphs(section.lines)
    roles = [position for position, words in enumerate(pieces) if words.match(_OFFICIAL_ROLE)]
    for words in pieces[: max(roles[0] - 1, 0) if roles else None]:
        unread(builder, "/officials", "An official without a role", words)
    for position, following in zip_longest(roles, roles[1:]):
        if position == 0 or position - 1 in roles:
            unread(builder, "/officials", "A role without a name", pieces[position])
            continue
        place = builder.item("/officials")
        builder.say(f"{place}/name", pieces[position - 1])
        match = pieces[position].match(_OFFICIAL_ROLE)
        role = lookup("enums", match.group("role"), "OfficialRole") if match else None
        if match and role:
            builder.put(f"{place}/role", role, pieces[position].group(match, "role"))
        else:
            unread(builder, f"{place}/role", "The role", pieces[position])
        rest = pieces[position + 1 : None if following is None else following - 1]
        if rest:
            builder.say(f"{place}/affiliation", rest[0].to(rest[-1]))
