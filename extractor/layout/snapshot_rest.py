"""Results, references, other names and other identifiers of a snapshot page."""

import re

from extractor.layout.citations import put_citation
from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import unread
from extractor.layout.placeholders import placeholder
from extractor.layout.trial_identifiers import put_identifier
from extractor.normalise.identifiers import scheme_of
from extractor.normalise.terms import fold, lookup
from extractor.records.finding import FindingCode
from extractor.records.identifiers import IdRole, IdScheme
from extractor.records.missing import MissingReason
from extractor.structure.lines import paragraphs
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_PENDING = re.compile(r"(?:results\s+pending|no\s+results\s+posted)", re.IGNORECASE)
_REFERENCE_TYPE = re.compile(
    r"Reference Type\s+(?P<type>[A-Za-z]+)(?:\s+PMID:\s*(?:(?P<pmid>\d+)(?!\w))?.*)?", re.DOTALL
)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_SHORTEST_CITATION = 40
_ID_TYPE = re.compile(r"Identifier Type:\s*(?P<value>.*)")
_ID_SOURCE = re.compile(r"Identifier Source:\s*(?P<value>.*)")


def put_results(builder: DraftBuilder, section: Section) -> None:
    """What the page says about posted results; `Results pending` is a reason for there being none."""
    pieces = paragraphs(section.lines)
    if not pieces:
        builder.missing("/results", MissingReason.EMPTY_SECTION, *filter(None, [section.heading]))
    elif pieces[0].match(_PENDING):
        builder.put("/status/has_results", value=False)
        builder.words("/status/has_results", pieces[0])
        builder.say("/status/results_note", pieces[0])
        builder.missing("/results", MissingReason.STATED_NOT_AVAILABLE, pieces[0])
    else:
        unread(builder, "/results", "The section on results", pieces[0].to(pieces[-1]))


def put_references(builder: DraftBuilder, section: Section) -> None:
    """The citation, below it `Reference Type X` and `PMID: N`."""
    pending: list[Slice] = []
    for words in paragraphs(section.lines):
        match = words.match(_REFERENCE_TYPE)
        if match is None:
            pending.append(words)
            continue
        if not pending:
            unread(builder, "/references", "A type without a citation", words)
            continue
        place = builder.item("/references")
        put_citation(builder, place, pending[0].to(pending[-1]))
        pending = []
        kind = lookup("enums", match.group("type"), "ReferenceType")
        if kind:
            builder.put(f"{place}/type", kind, words.group(match, "type"))
        else:
            unread(builder, f"{place}/type", "The type of the reference", words.group(match, "type"))
        builder.say(f"{place}/pmid", words.group(match, "pmid"))
    for words in pending:
        if words.search(_YEAR) and len(words) >= _SHORTEST_CITATION:
            put_citation(builder, builder.item("/references"), words)
        else:
            unread(builder, "/references", "A paragraph", words)


def put_other_names(builder: DraftBuilder, section: Section | None) -> None:
    """Other names of all interventions on one line: told apart only where there is one of each."""
    pieces = paragraphs(section.lines) if section else ()
    interventions = builder.get("/interventions") or []
    for words in pieces:
        if len(interventions) == 1 and len(pieces) == 1:
            builder.say_each("/interventions/0/other_names", words)
        else:
            message = "Other names are printed without separators: whose they are cannot be told"
            builder.find(FindingCode.AMBIGUOUS, "/interventions", message, words)


def put_other_identifiers(builder: DraftBuilder, section: Section) -> None:
    """The value, below it `Identifier Type: X` and `Identifier Source: Y`."""
    value: Slice | None = None
    place = ""
    for words in paragraphs(section.lines):
        if match := words.match(_ID_TYPE):
            place = _put_value(builder, value)
            printed = words.group(match, "value")
            if place and (reason := placeholder(printed)):
                builder.missing(f"{place}/printed_type", reason, printed or words)
            elif place:
                builder.say(f"{place}/printed_type", printed)
        elif match := words.match(_ID_SOURCE):
            _put_source(builder, place or _put_value(builder, value), words.group(match, "value"))
            place, value = "", None
        else:
            if value and not place:
                unread(builder, "/identifiers", "An identifier without a type", value)
            value, place = words, ""
    if value and not place:
        unread(builder, "/identifiers", "An identifier without a type", value)


def _put_value(builder: DraftBuilder, value: Slice | None) -> str:
    if value is None:
        return ""
    scheme = scheme_of(value.text) or IdScheme.OTHER
    return put_identifier(builder, value, scheme, IdRole.SECONDARY)


def _put_source(builder: DraftBuilder, place: str, source: Slice) -> None:
    """`org_study_id` says that the sponsor's own number was printed; any other source is its issuer."""
    if not place:
        unread(builder, "/identifiers", "A source without an identifier", source)
    elif fold(source.text) == fold("org_study_id"):
        builder.put(f"{place}/scheme", IdScheme.ORG_STUDY_ID, source)
        builder.put(f"{place}/role", IdRole.ORG_STUDY, source)
    elif not placeholder(source):
        builder.say(f"{place}/issuer", source)
