"""Writes one outcome into a draft."""

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.outcome_table import put_abbreviation
from extractor.layout.placeholders import placeholder
from extractor.records.outcomes import OutcomeKind
from extractor.structure.slices import Slice


def put_outcome(
    builder: DraftBuilder,
    kind: OutcomeKind,
    measure: Slice,
    frame: Slice | None = None,
    description: Slice | None = None,
    heading: Slice | None = None,
) -> str:
    """Write an outcome; `heading` ranks it. Returns its pointer."""
    outcome = builder.item("/outcomes")
    builder.put(f"{outcome}/kind", kind, *filter(None, [heading]))
    builder.say(f"{outcome}/measure", measure)
    for name, words in (("time_frame", frame), ("description", description)):
        reason = placeholder(words) if words else None
        if words and reason:
            builder.missing(f"{outcome}/{name}", reason, words)
        else:
            builder.say(f"{outcome}/{name}", words)
    put_abbreviation(builder, outcome, measure)
    return outcome
