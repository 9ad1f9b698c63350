"""Values out of the air: a null field filled with what the page does not say."""

from collections.abc import Iterator
from typing import Any

from claims.case import Case
from claims.change import Change
from claims.truth import fold
from extractor.records.draft import Quote
from extractor.records.pointer import resolve

_NULLS: tuple[tuple[str, Any, str, str], ...] = (
    ("/acronym", "ZEBRA-7", "", "the ZEBRA-7 trial"),
    ("/official_title", "A Trial of Imaginary Medicine", "", "A Trial of Imaginary Medicine"),
    ("/design/allocation", "RANDOMIZED", "", "were randomised in a 2:1 ratio"),
    ("/design/masking", "QUADRUPLE", "", "Masking: Quadruple"),
    ("/design/primary_purpose", "DIAGNOSTIC", "", "Primary Purpose: Diagnostic"),
    ("/design/observational_model", "COHORT", "", "Observational Model: Cohort"),
    ("/design/time_perspective", "RETROSPECTIVE", "", "a retrospective study"),
    ("/design/multicenter", True, "", "at forty-one centres"),
    ("/status/why_stopped", "the sponsor went bankrupt", "", "Why Stopped: the sponsor went bankrupt"),
    ("/status/start_date", {"date": "1987-05-04"}, "/date", "Start Date May 4, 1987"),
    ("/status/completion_date", {"date": "1991"}, "/date", "completed in 1991"),
    ("/eligibility/minimum_age", {"value": 17, "unit": "YEAR"}, "/value", "17 years and older"),
    ("/eligibility/healthy_volunteers", True, "", "Accepts Healthy Volunteers: Yes"),
    ("/eligibility/gender_based", True, "", "Gender Based: Yes"),
    ("/oversight", {"has_dmc": True}, "/has_dmc", "A data monitoring committee was set up"),
    ("/responsible_party", {"name": "Erika Mustermann"}, "/name", "Erika Mustermann"),
    ("/organization", {"full_name": "Institute of Nowhere"}, "/full_name", "Institute of Nowhere"),
    ("/location_count_stated", 77, "", "77 Locations"),
)
_ITEMS: tuple[tuple[str, Any, str, str], ...] = (
    ("/conditions", "Yellow Fever", "", "Yellow Fever"),
    ("/keywords", "zebrafish", "", "zebrafish"),
    ("/sponsors", {"name": "Umbrella Pharma", "role": "LEAD"}, "/name", "Umbrella Pharma"),
    ("/officials", {"name": "Erika Mustermann"}, "/name", "Erika Mustermann"),
    ("/arms", {"key": "A9", "label": "Sugar pill"}, "/label", "Sugar pill"),
    ("/interventions", {"key": "I9", "name": "Sugar pill"}, "/name", "Sugar pill"),
    ("/outcomes", {"kind": "PRIMARY", "measure": "hair growth"}, "/measure", "hair growth"),
    ("/identifiers", {"scheme": "NCT", "value": "NCT01234567", "role": "PRIMARY"}, "/value", "NCT01234567"),
    ("/locations", {"facility": "Clinic of Nowhere"}, "/facility", "Clinic of Nowhere"),
    ("/eligibility/exclusion", {"text": "Colour-blind patients"}, "/text", "Colour-blind patients"),
)


def invented(case: Case) -> Iterator[Change]:
    """A field gold leaves null, or a list item more, with no words and with invented words."""
    for pointer, value, below, words in _NULLS:
        if case.value(pointer) is None and fold(words) not in fold(case.page):
            yield from _both(pointer, value, below, words)
    for pointer, value, below, words in _ITEMS:
        if fold(words) not in fold(case.page):
            yield from _both(f"{pointer}/{len(case.value(pointer))}", value, below, words)


def _both(pointer: str, value: Any, below: str, words: str) -> Iterator[Change]:
    judged = pointer + below
    shown = f"null → {resolve(value, below) if below else value}"
    bare = Change(judged=(judged,), values={pointer: value}, shown=f"{shown} (no words)", places=(False,))
    yield bare
    yield Change(
        judged=(judged,),
        values={pointer: value},
        quotes={judged: (Quote(text=words),)},
        shown=f"{shown} (invented words)",
        handed=words,
        places=(False,),
    )
