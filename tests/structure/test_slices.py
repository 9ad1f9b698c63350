"""Slice: a piece of a page that knows where it stands."""

import re

from hypothesis import given
from hypothesis import strategies as st

from extractor.structure.slices import Slice

PAGE = "  Tea, warm tea; water  "


@st.composite
def slices(draw: st.DrawFn) -> Slice:
    page = draw(st.text(alphabet=" ab,;\n\u00a0é😀", max_size=20))
    start = draw(st.integers(0, len(page)))
    return Slice(page, start, draw(st.integers(start, len(page))))


@given(slices())
def test_stripping_takes_white_space_off_and_keeps_the_place(piece: Slice) -> None:
    stripped = piece.strip()
    assert stripped.text == piece.text.strip()
    assert piece.start <= stripped.start <= stripped.end <= piece.end


@given(slices(), st.integers(0, 25), st.none() | st.integers(0, 25))
def test_cutting_is_slicing_of_the_text(piece: Slice, start: int, end: int | None) -> None:
    assert piece.cut(start, end).text == piece.text[start:end]


@given(slices())
def test_the_pieces_between_separators_stand_in_order_and_are_those_of_the_text(piece: Slice) -> None:
    pieces = list(piece.split(re.compile(r"[,;]")))
    words = [part.strip() for part in re.split(r"[,;]", piece.text)]
    assert [part.text for part in pieces] == [word for word in words if word]
    assert [part.start for part in pieces] == sorted(part.start for part in pieces)


def test_an_empty_slice_is_false() -> None:
    assert not Slice(PAGE, 3, 3)
    assert Slice(PAGE, 3, 4)
    assert len(Slice(PAGE, 2, 5)) == 3


def test_other_characters_can_be_stripped() -> None:
    assert Slice(PAGE, 0, len(PAGE)).strip(" T").text == "ea, warm tea; water"


def test_from_one_slice_to_a_later_one() -> None:
    assert Slice(PAGE, 2, 5).to(Slice(PAGE, 12, 15)).text == "Tea, warm tea"


def test_matches_have_the_offsets_of_the_page() -> None:
    piece = Slice(PAGE, 7, 15)
    match = piece.match(re.compile(r"(warm) (?P<what>tea)(!)?"))
    assert match is not None
    assert piece.group(match, "what") == Slice(PAGE, 12, 15)
    assert piece.group(match).text == "warm tea"
    assert not piece.group(match, 3)


def test_a_match_is_of_the_whole_slice_and_a_search_inside_it_only() -> None:
    piece = Slice(PAGE, 7, 15)
    assert piece.match(re.compile("warm")) is None
    assert piece.search(re.compile("tea")) is not None
    assert piece.search(re.compile("water")) is None
