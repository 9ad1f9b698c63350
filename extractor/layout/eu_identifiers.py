"""Section A of the EU register: the numbers of a trial."""

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eu_answers import Protocol
from extractor.layout.trial_identifiers import put_identifier
from extractor.normalise.identifiers import scheme_of
from extractor.records.identifiers import IdRole, IdScheme

_NUMBER, _CODE = "A.2", "A.4.1"
_ELSEWHERE = ("A.5.1", "A.5.2", "A.5.3")
"""Numbers of the trial in other registers."""


def put_identifiers(builder: DraftBuilder, protocol: Protocol) -> None:
    """Write the EudraCT number, the sponsor's code and numbers in other registers."""
    if words := protocol.value(_NUMBER):
        put_identifier(builder, words, IdScheme.EUDRACT, IdRole.PRIMARY)
    if words := protocol.value(_CODE):
        put_identifier(builder, words, IdScheme.ORG_STUDY_ID, IdRole.ORG_STUDY)
    for code in _ELSEWHERE:
        if words := protocol.value(code):
            scheme = scheme_of(words.text) or IdScheme.OTHER
            put_identifier(builder, words, scheme, IdRole.SECONDARY)
