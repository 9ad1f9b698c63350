"""Outcomes, references, links, identifiers and sponsors of an archive page."""

import re
from collections.abc import Iterable

from extractor.layout.citations import put_citation
from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import only_value, unread
from extractor.layout.labelled import part_behind
from extractor.layout.outcome_records import put_outcome
from extractor.layout.trial_identifiers import put_identifier, put_primary
from extractor.normalise.identifiers import scheme_of
from extractor.records.identifiers import IdRole, IdScheme
from extractor.records.outcomes import OutcomeKind
from extractor.records.people import SponsorRole
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_KINDS = {"Primary outcome": OutcomeKind.PRIMARY, "Secondary outcome": OutcomeKind.SECONDARY}
_ROLES = {"Sponsor": SponsorRole.LEAD, "Collaborator": SponsorRole.COLLABORATOR}
_PARTS = ("Measure:", "Time Frame:", "Description:", "Safety Issue?")
_ISSUER = re.compile(r"\((?P<issuer>[^()]+)\)")
_PUBMED = re.compile(r"\d{1,8}")


def put_outcomes(builder: DraftBuilder, sections: Iterable[Section]) -> None:
    """`Measure: …`, `Time Frame: …`, `Description:` and the lines below it, for each outcome."""
    for section in sections:
        if section.name in _KINDS:
            parts = _parts(section)
            measure = parts.get("Measure:")
            if measure:
                frame, description = parts.get("Time Frame:"), parts.get("Description:")
                put_outcome(builder, _KINDS[section.name], measure, frame, description, section.heading)
            else:
                unread(builder, "/outcomes", "An outcome", *filter(None, [section.block or section.heading]))


def _parts(section: Section) -> dict[str, Slice]:
    """What stands behind and below each label inside an outcome; an empty one is left out."""
    found: dict[str, Slice] = {}
    label = "Measure:"
    for line in section.printed:
        words: Slice | None = line.content
        named = next((part for part in _PARTS if part_behind(line, part) is not None), None)
        if named:
            label, words = named, part_behind(line, named)
        if words:
            found[label] = found[label].to(words) if label in found else words
    return found


def put_references(builder: DraftBuilder, sections: Iterable[Section]) -> None:
    """`Citation: …`, below it `MEDLINE: N`, which is its number in PubMed."""
    for section in sections:
        if section.name == "Reference":
            _put_reference(builder, section)


def _put_reference(builder: DraftBuilder, section: Section) -> None:
    citation: Slice | None = None
    number: Slice | None = None
    for line in section.printed:
        medline = part_behind(line, "MEDLINE:")
        if medline is not None:
            number = medline
        else:
            words = part_behind(line, "Citation:") or line.content
            citation = citation.to(words) if citation else words
    if citation is None:
        unread(builder, "/references", "A reference", *filter(None, [number or section.heading]))
        return
    place = builder.item("/references")
    put_citation(builder, place, citation)
    if number and number.match(_PUBMED):
        builder.say(f"{place}/pmid", number)
    elif number:
        unread(builder, f"{place}/pmid", "The number", number)


def put_links(builder: DraftBuilder, sections: Iterable[Section]) -> None:
    """`URL`, and `See also` below it, which is what the link is called."""
    place = ""
    for section in sections:
        words = section.block
        if section.name == "URL" and words:
            place = builder.item("/see_also")
            builder.say(f"{place}/url", words)
        elif section.name == "See also" and words and place:
            builder.say(f"{place}/label", words)
            place = ""
        elif section.name == "See also" and words:
            unread(builder, "/see_also", "The name of a link without an address", words)


def put_identifiers(builder: DraftBuilder, sections: Iterable[Section]) -> None:
    """The page's own number, the organisation's, and further ones with who gave them in brackets."""
    for section in sections:
        if section.name == "ClinicalTrials Identifier":
            if words := only_value(builder, section, "/identifiers"):
                put_primary(builder, words)
        elif section.name == "Organization study ID":
            if words := only_value(builder, section, "/identifiers"):
                put_identifier(builder, words, IdScheme.ORG_STUDY_ID, IdRole.ORG_STUDY)
        elif section.name == "Secondary ID" and section.printed:
            first, *rest = (line.content for line in section.printed)
            place = put_identifier(builder, first, scheme_of(first.text) or IdScheme.OTHER, IdRole.SECONDARY)
            _put_issuer(builder, place, rest)


def _put_issuer(builder: DraftBuilder, place: str, lines: list[Slice]) -> None:
    for words in lines:
        match = words.match(_ISSUER)
        if match:
            builder.say(f"{place}/issuer", words.group(match, "issuer"))
        else:
            unread(builder, place, "A second line", words)


def put_organization(builder: DraftBuilder, section: Section) -> None:
    """The organisation that registered the trial."""
    builder.say("/organization/full_name", only_value(builder, section, "/organization"))


def put_sponsors(builder: DraftBuilder, sections: Iterable[Section]) -> None:
    """One organisation under each label."""
    for section in sections:
        if section.name in _ROLES and (words := only_value(builder, section, "/sponsors")):
            place = builder.item("/sponsors")
            builder.say(f"{place}/name", words)
            builder.put(f"{place}/role", _ROLES[section.name], *filter(None, [section.heading]))
