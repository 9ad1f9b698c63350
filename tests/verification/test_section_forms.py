from extractor.verification.page import Page
from extractor.verification.section_forms import UNKNOWN


def _names(text: str) -> list[str]:
    return [part.name for part in Page(text).parts][1:]


def test_a_field_holds_its_value_and_no_more() -> None:
    assert _names("Study Type\nINTERVENTIONAL\nAmber Notes\nall else\n") == ["study_type", UNKNOWN]
    assert _names("Study Type\nINTERVENTIONAL\nSex\nAll\n") == ["study_type", "sex"]


def test_masking_holds_who_is_masked_too() -> None:
    assert _names("Masking\nSINGLE\n\nInvestigators\n") == ["masking"]
    assert _names("Masking\nSINGLE\n\nInvestigators\n\nAmber Notes\nall else\n") == ["masking", UNKNOWN]


def test_a_blurb_is_not_the_value() -> None:
    blurb = "Meet the organisations that pay for the study and learn what they do in it."
    assert _names(f"Sponsor\n\n{blurb}\n\nCollege of Dusk\n") == ["lead_sponsor"]


def test_criteria_end_at_a_line_like_a_heading_behind_the_last_marker() -> None:
    listed = "Exclusion Criteria\n  • Fever\n  • Gout that needs care and has been there for\n    a year\n"
    assert _names(listed) == ["exclusion"]
    assert _names(f"{listed}Amber Notes\nall else\n") == ["exclusion", UNKNOWN]


def test_paragraphs_behind_a_marker_belong_to_the_criteria() -> None:
    text = "Inclusion Criteria\n\n* The patients:\n\nThe age was between 18 and 75.\n\nThe score was A.\n"
    assert _names(text) == ["inclusion"]
