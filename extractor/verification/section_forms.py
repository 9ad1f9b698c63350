"""What the sections of a page hold: one value, a list of items, or anything."""

from typing import Final

UNKNOWN: Final = "unknown"
"""The name of a section that no known heading begins."""
VALUES: Final = dict.fromkeys(
    (
        "acronym",
        "allocation",
        "clinical_phase",
        "completion_date",
        "enrollment",
        "healthy_volunteers",
        "intervention_model",
        "lead_sponsor",
        "maximum_age",
        "minimum_age",
        "official_title",
        "primary_completion_date",
        "primary_purpose",
        "sex",
        "start_date",
        "status",
        "study_type",
    ),
    1,
) | {"masking": 2, "registration_number": 2}
"""Sections that hold one value, or a value and who is meant by it, each on a line of its own."""
LISTS: Final = frozenset({"inclusion", "exclusion"})
"""Sections that hold items behind list markers."""
