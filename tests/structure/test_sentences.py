"""Sentences of running text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.structure.sentences import sentences
from extractor.structure.slices import Slice


def cut(text: str) -> list[str]:
    return [piece.text for piece in sentences(Slice(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Tea is warm. Water is not.", ["Tea is warm.", "Water is not."]),
        ("Is it? It is! (So they say.) Fine", ["Is it?", "It is!", "(So they say.)", "Fine"]),
        ("One cup of 2.5 dl. No more", ["One cup of 2.5 dl.", "No more"]),
        ("Drinks, e.g. Tea, help", ["Drinks, e.g. Tea, help"]),
        ("Tea vs. Water", ["Tea vs. Water"]),
        ("Seen by Dr. Korn", ["Seen by Dr. Korn"]),
        ("In the U.S. Tea is rare", ["In the U.S. Tea is rare"]),
        ("v1.2 is out", ["v1.2 is out"]),
        ("Tea\n\n", ["Tea"]),
        ("  ", []),
        ("", []),
    ],
)
def test_text_is_cut_at_the_ends_of_sentences(text: str, pieces: list[str]) -> None:
    assert cut(text) == pieces


@given(st.text(alphabet="Ab. !?\n)(1'", max_size=40), st.integers(0, 5))
def test_sentences_keep_their_offsets_and_lose_white_space_only(text: str, start: int) -> None:
    piece = Slice(text, min(start, len(text)), len(text))
    found = list(sentences(piece))
    assert all(one.text == one.text.strip() and one for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(one.text.split()) for one in found) == "".join(piece.text.split())
