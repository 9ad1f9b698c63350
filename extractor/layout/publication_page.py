"""What pages about a publication share: its title and numbers, and the trial it registers."""

import re

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.lookalikes import looks_like_review
from extractor.layout.narrative import own_sentences
from extractor.layout.trial_identifiers import identifiers_in, put_identifier
from extractor.normalise.identifiers import scheme_of
from extractor.records.finding import FindingCode
from extractor.records.identifiers import IdRole, IdScheme
from extractor.structure.slices import Slice

_REGISTRATION = re.compile(
    r"\b(?:registered|registration|clinicaltrials?\.gov\s+(?:number|no\.?|identifier|id))\b"
    r"(?:[^.]|\.(?=\S)){0,160}",
    re.IGNORECASE,
)
_REVIEW = "The title calls it a review or a meta-analysis: it is of no single trial"
_UNSAID = "Whose registration this is, this publication's or another study's, is not said"


def put_title(builder: DraftBuilder, words: Slice | None) -> bool:
    """Write the title; False, and a finding, where it calls the publication a review."""
    builder.say("/brief_title", words)
    if words and looks_like_review(words.text):
        builder.find(FindingCode.NOT_A_TRIAL, "", _REVIEW, words)
        return False
    return True


def put_pmid(builder: DraftBuilder, words: Slice) -> None:
    """The PubMed number of the page's own publication."""
    put_identifier(builder, words, IdScheme.PMID, IdRole.SELF_PUBLICATION)


def put_doi(builder: DraftBuilder, words: Slice) -> None:
    """The DOI of the page's own publication; printed again, it is more words for it."""
    for at, known in enumerate(builder.get("/identifiers") or []):
        if known["value"] == words.text:
            builder.words(f"/identifiers/{at}/value", words)
            return
    if scheme_of(words.text) is IdScheme.DOI:
        put_identifier(builder, words, IdScheme.DOI, IdRole.SELF_PUBLICATION)
    else:
        builder.find(FindingCode.UNREAD, "/identifiers", "The DOI could not be read", words)


def put_registrations(
    builder: DraftBuilder, registered: list[Slice], abstract: Slice | None, *, own: bool
) -> None:
    """Identifiers in the words that register the trial, its own, and those that the abstract cites.

    Besides those given, sentences of the abstract register a trial that speak of no other study and say so.
    Of several of one registry none is called the trial's; nor is any where the publication is a review.
    """
    own_words = [abstract.cut(*span) for span in own_sentences(abstract.text)] if abstract else []
    saying = [words.group(match) for words in own_words if (match := words.search(_REGISTRATION))]
    found = _each_once([*registered, *saying])
    schemes = [scheme for scheme, _ in found.values()]
    for scheme, words in found.values():
        if own and schemes.count(scheme) == 1:
            put_identifier(builder, words, scheme, IdRole.PRIMARY)
        else:
            builder.find(FindingCode.AMBIGUOUS, "/identifiers", _UNSAID, words)
    for value, (scheme, words) in _each_once([abstract] if abstract else []).items():
        if value not in found and any(piece.start <= words.start < piece.end for piece in own_words):
            builder.find(FindingCode.AMBIGUOUS, "/identifiers", _UNSAID, words)
        elif value not in found:
            put_identifier(builder, words, scheme, IdRole.CITED)


def _each_once(pieces: list[Slice]) -> dict[str, tuple[IdScheme, Slice]]:
    found: dict[str, tuple[IdScheme, Slice]] = {}
    for piece in pieces:
        for scheme, words in identifiers_in(piece):
            found.setdefault(words.text, (scheme, words))
    return found
