"""What no page prints itself."""

import pytest

from extractor.layout.misprints import misprints
from extractor.layout.page import Page


def said(text: str) -> list[str]:
    return list(misprints(Page(text)))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Age â‰¥ 18 years\nâ€¢ Tea", "decoded wrongly"),
        ("Age ? 18 years\n? Tea", "question marks"),
        ("\ufffd Tea\n\ufffd Water", "question marks"),
        ("Supp1ement: re1ated tea", "figures and letters"),
        ("The 0rganizations in 2O18", "figures and letters"),
        ("3/14/25, 9:12 AM Tea\nhttps://tea.example/7 1/3", "printed sheets"),
    ],
)
def test_signs_of_changed_characters_are_said(text: str, sign: str) -> None:
    (one,) = said(text)
    assert sign in one


@pytest.mark.parametrize(
    "text",
    [
        "Overall survival1year\nTolerability1year, response5years",
        "Who can take part? Is tea warm?\nWhat is it?",
        "GLP1 and H1N1 and CYP2D6, 3×10E9/L, 10^9",
        "Rhône, São Paulo, Ângela, Müller ≥ 18",
        "See https://tea.example/7 for 1/3 of them, on 3/14/25",
    ],
)
def test_words_that_only_look_so_are_none(text: str) -> None:
    assert said(text) == []
