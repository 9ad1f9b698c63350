"""Values of a CRiS page that are printed in pieces: ages, centres, results, sharing."""

import re

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import nothing_listed, only_value, put_once, unread
from extractor.layout.placeholders import placeholder
from extractor.layout.trial_identifiers import identifiers_in, put_identifier
from extractor.layout.yes_or_no import yes_or_no
from extractor.normalise.ages import age
from extractor.normalise.terms import lookup
from extractor.records.eligibility import AgeSource
from extractor.records.identifiers import IdRole
from extractor.records.missing import MissingReason
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_AGES = re.compile(r"(?P<low>[^~]*?)\s*~\s*(?P<high>[^~]*)")
_CENTRES = re.compile(r"\(\s*Number of cent(?:er|re)s?\s*:\s*(?P<count>\d{1,5})\s*\)", re.IGNORECASE)
_SEVERAL, _SINGLE = "multi", "single"


def put_ages(builder: DraftBuilder, section: Section) -> None:
    """`45 Year`, and below it or behind it `~ 79 Year`."""
    words = section.block
    if words is None:
        builder.missing(
            "/eligibility/minimum_age", MissingReason.EMPTY_SECTION, *filter(None, [section.heading])
        )
        return
    match = words.match(_AGES)
    pieces = [words.group(match, "low"), words.group(match, "high")] if match else [words]
    for name, piece in zip(("minimum_age", "maximum_age"), pieces, strict=False):
        span = age(piece.text) if piece else None
        if span:
            value = {"value": span.value, "unit": span.unit, "inclusive": True}
            put_once(builder, f"/eligibility/{name}", value, piece)
            builder.put("/eligibility/age_source", AgeSource.STRUCTURED)
        elif piece:
            unread(builder, f"/eligibility/{name}", "The age", piece)


def put_centres(builder: DraftBuilder, section: Section) -> None:
    """`Multi-center`, below it `(Number of center : 15)`."""
    for line in section.printed:
        words = line.content
        text = words.text.lower()
        if match := words.match(_CENTRES):
            builder.put("/location_count_stated", int(match.group("count")), words.group(match, "count"))
        elif text.startswith((_SEVERAL, _SINGLE)):
            put_once(builder, "/design/multicenter", text.startswith(_SEVERAL), words)
        else:
            unread(builder, "/design/multicenter", "The study site", words)


def put_summary(builder: DraftBuilder, section: Section) -> None:
    """The summary for lay people; a dash that begins its one paragraph is a list marker."""
    if nothing_listed(builder, section, "/brief_summary"):
        return
    first, *rest = section.printed
    alone = not any(line.marker for line in rest)
    words = (first.item if alone else first.content).to(rest[-1].content if rest else first.content)
    put_once(builder, "/brief_summary", words.text, words)


def put_results(builder: DraftBuilder, section: Section) -> None:
    """Whether results are registered, and what else is said of them."""
    yes_or_no("/status/has_results")(builder, section)


def put_registered_elsewhere(builder: DraftBuilder, section: Section) -> None:
    """Numbers in other registries; `No` says that there are none."""
    words = section.block
    if words is None or placeholder(words) or lookup("enums", words.text, "YesNo") == "NO":
        return
    found = identifiers_in(words)
    for scheme, number in found:
        put_identifier(builder, number, scheme, IdRole.SECONDARY)
    if not found:
        unread(builder, "/identifiers", "The number in another registry", words)


def put_sharing(builder: DraftBuilder, section: Section) -> None:
    """The plan to share data: yes, no, undecided, or words that say none is given."""
    words = only_value(builder, section, "/ipd_sharing")
    plan = lookup("enums", words.text, "SharingPlan") if words else None
    if words and plan:
        builder.put("/ipd_sharing/plan", plan, words)
    elif words:
        _unknown(builder, words)


def _unknown(builder: DraftBuilder, words: Slice) -> None:
    unread(builder, "/ipd_sharing/plan", "The plan to share data", words)
