"""The labelled fields that several layouts share, and what is read below each heading."""

import re

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import (
    Put,
    age_field,
    date_field,
    enum_field,
    list_field,
    only_value,
    put_once,
    text_field,
    unread,
)
from extractor.layout.headings import count_of
from extractor.layout.placeholders import placeholder
from extractor.layout.statuses import put_status
from extractor.normalise.terms import lookup
from extractor.records.missing import MissingReason
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_COUNT = re.compile(
    r"(?P<count>\d{1,3}(?:,\d{3}){1,2}|\d{1,9})(?:\s+(?:participants?|patients?|subjects?|people))?"
    r"(?:\s*\(?(?P<type>actual|estimated|anticipated)\)?)?",
    re.IGNORECASE,
)
_PHASES = re.compile(r"\s*(?:/|,|\band\b|\s-\s)\s*")


def put_enrollment(builder: DraftBuilder, section: Section) -> None:
    """`200`, `297 participants`, `1,234 (Actual)`."""
    pointer = "/design/enrollment/count"
    words = only_value(builder, section, pointer)
    if words is None:
        return
    match = words.match(_COUNT)
    if not match:
        unread(builder, pointer, "The enrollment count", words)
        return
    count = words.group(match, "count")
    put_once(builder, pointer, int(count.text.replace(",", "")), words)
    if match.group("type"):
        kind = words.group(match, "type")
        builder.put("/design/enrollment/type", lookup("enums", kind.text, "ActualEstimated"), kind)


def put_phases(builder: DraftBuilder, section: Section) -> None:
    """Phases below a heading, on one line or on several; `Phase 1/Phase 2` is two."""
    lines = [line.content for line in section.printed]
    rest = [words for words in lines if not put_phase_words(builder, words)]
    if len(rest) < len(lines):
        for words in rest:
            unread(builder, "/design/phases", "A line beside the phase", words)
    elif only := only_value(builder, section, "/design/phases"):
        unread(builder, "/design/phases", "The phase", only)


def phases_of(words: Slice) -> list[tuple[str, Slice]]:
    """The phases that words are, as a whole, each with its own words; empty where they are none."""
    whole = lookup("enums", words.text, "Phase")
    pieces = [words] if whole else list(words.split(_PHASES))
    names = [whole] if whole else [lookup("enums", piece.text, "Phase") for piece in pieces]
    found = [(name, piece) for name, piece in zip(names, pieces, strict=True) if name]
    return found if len(found) == len(pieces) else []


def put_phase_words(builder: DraftBuilder, words: Slice) -> bool:
    """Set the phases that the words are, as a whole; False where they are none."""
    found = phases_of(words)
    for name, piece in found:
        known = builder.get("/design/phases") or []
        if name in known:
            builder.words(f"/design/phases/{known.index(name)}", piece)
        else:
            builder.item("/design/phases", name, piece)
    return bool(found)


def put_healthy_volunteers(builder: DraftBuilder, section: Section) -> None:
    """`No`, `Accepts Healthy Volunteers`."""
    pointer = "/eligibility/healthy_volunteers"
    words = only_value(builder, section, pointer)
    if words:
        answer = lookup("enums", words.text, "YesNo")
        if answer:
            put_once(builder, pointer, answer == "YES", words)
        else:
            unread(builder, pointer, "Yes or no", words)


def put_masking(builder: DraftBuilder, section: Section) -> None:
    """The strategy, and below it those who are masked, one on each line."""
    lines = [line.content for line in section.printed]
    if not lines:
        builder.missing("/design/masking", MissingReason.EMPTY_SECTION, *filter(None, [section.heading]))
        return
    strategy = lookup("enums", lines[0].text, "Masking")
    if strategy:
        put_once(builder, "/design/masking", strategy, lines[0])
    elif reason := placeholder(lines[0]):
        builder.missing("/design/masking", reason, lines[0])
    else:
        unread(builder, "/design/masking", "The masking", lines[0])
    for words in lines[1:]:
        who = lookup("enums", words.text, "WhoMasked")
        if who:
            builder.item("/design/who_masked", who, words)
        else:
            unread(builder, "/design/who_masked", "Who is masked", words)


def put_location_count(builder: DraftBuilder, section: Section) -> None:
    """The count in brackets behind a heading: `Locations (1)`."""
    match = count_of(section)
    if match and section.heading:
        builder.put("/location_count_stated", int(match.group("count")), section.heading)


SHARED: dict[str, Put] = {
    "acronym": text_field("/acronym"),
    "allocation": enum_field("/design/allocation", "Allocation"),
    "brief_summary": text_field("/brief_summary"),
    "clinical_phase": put_phases,
    "completion_date": date_field("/status/completion_date"),
    "conditions": list_field("/conditions"),
    "description": text_field("/detailed_description"),
    "enrollment": put_enrollment,
    "healthy_volunteers": put_healthy_volunteers,
    "intervention_model": enum_field("/design/intervention_model", "InterventionModel"),
    "keywords": list_field("/keywords"),
    "masking": put_masking,
    "maximum_age": age_field("maximum_age"),
    "minimum_age": age_field("minimum_age"),
    "official_title": text_field("/official_title"),
    "primary_completion_date": date_field("/status/primary_completion_date"),
    "primary_purpose": enum_field("/design/primary_purpose", "PrimaryPurpose"),
    "sex": enum_field("/eligibility/sex", "Sex"),
    "start_date": date_field("/status/start_date"),
    "status": put_status,
    "study_type": enum_field("/design/study_type", "StudyType"),
}
"""What is read below each heading, for layouts that print one value below one heading."""
