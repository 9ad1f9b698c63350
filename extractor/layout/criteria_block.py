"""A field that holds all criteria: cut at the headings inside it, or kept whole where it has none."""

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eligibility import put_criteria
from extractor.layout.field_kinds import nothing_listed, unread
from extractor.layout.headings import by_name, cut, heading_name
from extractor.structure.lines import Line
from extractor.structure.sections import Section

_KINDS = frozenset({"inclusion", "exclusion"})


def put_criteria_block(builder: DraftBuilder, section: Section) -> None:
    """Write the criteria below `Criteria`; those that no heading divides are kept as text, and a finding."""
    if nothing_listed(builder, section, "/eligibility/criteria_text"):
        return
    parts = cut(section.lines, _kind)
    named = by_name(parts[1:])
    above = parts[0].block
    if named:
        put_criteria(builder, named)
        if above:
            unread(builder, "/eligibility/criteria_text", "What stands above the criteria", above)
    elif above:
        builder.say("/eligibility/criteria_text", above)
        unread(builder, "/eligibility/inclusion", "No heading divides the criteria: they", above)


def _kind(line: Line) -> str | None:
    name = heading_name(line)
    return name if name in _KINDS else None
