"""What is read of a protocol whose line breaks are lost, and what is left because nothing ends its words."""

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eu_answers import Protocol
from extractor.layout.field_kinds import unread
from extractor.layout.trial_identifiers import identifiers_in, put_identifier
from extractor.records.finding import FindingCode
from extractor.records.identifiers import IdRole, IdScheme
from extractor.structure.sections import Section

_LEFT = ("A.4.1", "A.5.1", "A.5.2", "A.5.3", "Trial Status", "B.1.1", "B.4.1", "B.5.2", "B.5.4", "B.5.6")


def put_number_of_link(builder: DraftBuilder, protocol: Protocol) -> None:
    """The number in the link to the protocol: there alone something stands between it and the next words."""
    link = protocol.value("Link")
    for scheme, words in identifiers_in(link) if link else ():
        if scheme is IdScheme.EUDRACT:
            put_identifier(builder, words, scheme, IdRole.PRIMARY)


def say_unread_fields(builder: DraftBuilder, protocol: Protocol) -> None:
    """Say which short fields are left: their words run into the next label."""
    words = [found for code in _LEFT if (found := protocol.value(code))]
    if words:
        message = "The page lost its line breaks: these run into the words behind them and were not read"
        builder.find(FindingCode.UNREAD, "", message, *words)


def put_lost_criteria(builder: DraftBuilder, sections: dict[str, Section]) -> None:
    """Keep the criteria as one text; what is one criterion cannot be told."""
    for name, section in sections.items():
        if section.block:
            message = "The line breaks of the criteria are lost: they"
            unread(builder, f"/eligibility/{name}", message, section.block)
    filled = [section for section in sections.values() if section.block]
    first = filled[0].heading if filled else None
    last = filled[-1].block if filled else None
    if first and last:
        builder.say("/eligibility/criteria_text", first.to(last))
