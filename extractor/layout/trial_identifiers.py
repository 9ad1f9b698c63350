"""The identifiers a page prints."""

from extractor.layout.draft_builder import DraftBuilder
from extractor.normalise.identifiers import registry_identifiers, scheme_of
from extractor.records.finding import FindingCode
from extractor.records.identifiers import IdRole, IdScheme
from extractor.structure.slices import Slice


def put_identifier(builder: DraftBuilder, words: Slice, scheme: IdScheme, role: IdRole) -> str:
    """Append an identifier and return its pointer."""
    place = builder.item("/identifiers", {"scheme": scheme, "role": role, "value": words.text})
    builder.words(f"{place}/value", words)
    return place


def put_primary(builder: DraftBuilder, words: Slice) -> None:
    """The identifier of this page's trial; words without a known scheme's pattern are said to be unread."""
    scheme = scheme_of(words.text)
    if scheme:
        put_identifier(builder, words, scheme, IdRole.PRIMARY)
    else:
        builder.find(
            FindingCode.UNREAD, "/identifiers", "The registration number has no known pattern", words
        )


def identifiers_in(piece: Slice) -> list[tuple[IdScheme, Slice]]:
    """Registry identifiers anywhere in a piece of the page, each once, at its first place."""
    found: dict[str, tuple[IdScheme, Slice]] = {}
    for scheme, start, end in registry_identifiers(piece.page, piece.start, piece.end):
        words = Slice(piece.page, start, end)
        found.setdefault(words.text, (scheme, words))
    return list(found.values())
