"""Lines that stand in disorder."""

import pytest

from extractor.layout.disorder import disorder_of

FORM = [f"{letter}.{number} Label: value" for letter in "ABDE" for number in range(1, 6)]


def test_codes_of_a_form_rise_but_for_a_new_version_of_it() -> None:
    assert disorder_of(FORM, abstract=False) == ""
    assert disorder_of([*FORM, *FORM], abstract=False) == ""
    assert disorder_of(FORM[::-1], abstract=False) == "its codes stand in disorder"


@pytest.mark.parametrize(
    ("texts", "ordered"),
    [
        (["BACKGROUND: a", "METHODS: b", "RESULTS: c", "CONCLUSIONS: d"], True),
        (["ABSTRACT.OBJECTIVES:", "a", "ABSTRACT.METHODS:", "b", "ABSTRACT.TRIAL REGISTRATION:", "c"], True),
        (["RESULTS: c", "METHODS: b"], False),
        (["TRIAL REGISTRATION: c", "RESULTS: b"], False),
        (["TRIAL DESIGN: c", "RESULTS: b"], True),
        (["ABSTRACT.METHODS:", "ABSTRACT.RESULTS:", "ABSTRACT.CONCLUSIONS:", "c"], False),
        (["Tea", "and water"], True),
    ],
)
def test_sections_of_an_abstract_stand_in_their_order(texts: list[str], ordered: bool) -> None:
    assert (disorder_of(texts, abstract=True) == "") is ordered
    assert disorder_of(texts, abstract=False) == ""
