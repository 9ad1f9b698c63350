"""The identifiers a page prints."""

import re
from collections import Counter

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.page import Page
from extractor.layout.placeholders import placeholder
from extractor.normalise.identifiers import registry_identifiers, scheme_of
from extractor.records.finding import FindingCode
from extractor.records.identifiers import IdRole, IdScheme
from extractor.records.missing import MissingReason
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_NAMES = re.compile(
    r"\b(?:EudraCT|EU\s?CT(?:IS)?|CTIS|NCT|ClinicalTrials(?:\.gov)?|ISRCTN|CTRI|ChiCTR|DRKS|UMIN|UTN|WHO|ANZCTR|and|"
    r"number|no|id|identifier|registration|registry)\b\.?",
    re.IGNORECASE,
)
"""Names of registries, and what is printed between a name and its number."""
_LABEL = re.compile(
    r"(?:NCT\s*(?:ID|Number)|ClinicalTrials\.gov\s+(?:Identifier|ID|number)|Trial\s+(?:ID|Number|Registration)|"
    r"Regist(?:ration|ry)\s+(?:Number|ID|Identifier)|EudraCT\s+Number|Main\s+ID)\s*[:#]?\s*\Z",
    re.IGNORECASE,
)
"""What stands right before a page's own number."""
_REACH = 60


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


def put_numbers(builder: DraftBuilder, section: Section) -> None:
    """The numbers below `Registration Number`: the first is the page's own, the others are its further ones.

    Words beside them that are no name of a registry are said to be unread.
    """
    for line in section.printed:
        words = line.content
        found = [] if placeholder(words) else identifiers_in(words)
        for scheme, number in found:
            _put_own(builder, scheme, number)
        if not found and (reason := placeholder(words)):
            builder.missing("/identifiers", reason, words)
        elif not found or not _only_names(words, [number for _, number in found]):
            message = "The registration number has no known pattern"
            builder.find(FindingCode.UNREAD, "/identifiers", message, words)
    if not section.printed:
        builder.missing("/identifiers", MissingReason.EMPTY_SECTION, *filter(None, [section.heading]))


def _put_own(builder: DraftBuilder, scheme: IdScheme, number: Slice) -> None:
    """The first number is the page's own, one of another registry a further one; a second one is unclear."""
    own = [one for one in builder.get("/identifiers") or [] if one["role"] is not IdRole.CITED]
    if any(one["scheme"] is scheme and one["value"] != number.text for one in own):
        message = "A second number of this registry: whose it is cannot be told"
        builder.find(FindingCode.UNREAD, "/identifiers", message, number)
    elif not any(one["value"] == number.text for one in own):
        put_identifier(builder, number, scheme, IdRole.SECONDARY if own else IdRole.PRIMARY)


def _only_names(words: Slice, numbers: list[Slice]) -> bool:
    """Whether nothing but names of registries stands beside identifiers."""
    rest = words.text
    for number in numbers:
        rest = rest.replace(number.text, " ")
    return not _NAMES.sub(" ", rest).strip(" ,;:/()|-")


def identifiers_in(piece: Slice) -> list[tuple[IdScheme, Slice]]:
    """Registry identifiers anywhere in a piece of the page, each once, at its first place."""
    found: dict[str, tuple[IdScheme, Slice]] = {}
    for scheme, start, end in registry_identifiers(piece.page, piece.start, piece.end):
        words = Slice(piece.page, start, end)
        found.setdefault(words.text, (scheme, words))
    return list(found.values())


def is_own(words: Slice) -> bool:
    """Whether a label right before an identifier calls it the page's own."""
    return _LABEL.search(words.page[max(0, words.start - _REACH) : words.start]) is not None


def own_numbers(page: Page) -> list[str]:
    """The identifiers that a page calls its own, of the registry of which it has several; else nothing."""
    found = identifiers_in(Slice(page.text, 0, len(page.text)))
    own = [(scheme, words.text) for scheme, words in found if is_own(words)]
    schemes = Counter(scheme for scheme, _ in own)
    return [value for scheme, value in own if schemes[scheme] > 1]
