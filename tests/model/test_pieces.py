"""Pages cut into pieces."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.model.pieces import Piece, pieces_of
from extractor.model.wire.lines import numbered

LONG = "\n".join(
    [
        "A Study of Tea",
        "",
        "Brief Summary",
        *[f"Sentence {n} of the summary." for n in range(20)],
        "",
        "Inclusion Criteria",
        *[f"  {n}. Criterion number {n}" for n in range(1, 40)],
        "",
        "Exclusion Criteria",
        *[f"  {n}. Another criterion, {n}" for n in range(1, 10)],
    ]
)


def words(text: str, piece: Piece) -> list[str]:
    return [text[slice(*place)].strip() for place in piece.lines.values()]


@pytest.mark.parametrize("limit", [None, len(LONG), 10**6])
def test_a_page_that_fits_is_one_piece_without_a_name(limit: int | None) -> None:
    assert pieces_of(LONG, limit) == [Piece(numbered(LONG))]


@given(
    text=st.text(alphabet="ab \n\r", min_size=1, max_size=300)
    | st.lists(st.sampled_from(["", "Conditions", "tea", "a longer line of words", "Keywords"])).map(
        "\n".join
    ),
    limit=st.integers(1, 120),
)
def test_every_line_stands_in_some_piece_under_its_own_number(text: str, limit: int) -> None:
    lines = numbered(text)
    pieces = pieces_of(text, limit)
    together = {number: place for piece in pieces for number, place in piece.lines.items()}
    assert together == lines
    for piece in pieces:
        length = sum(place.end - place.start + 1 for place in piece.lines.values())
        assert length <= max(limit, 1) or len(text) <= limit or len(piece.lines) <= 2


def test_pieces_follow_each_other_with_overlap() -> None:
    pieces = pieces_of(LONG, 400)
    assert [piece.name for piece in pieces] == [f"{n} of {len(pieces)}" for n in range(1, len(pieces) + 1)]
    for before, after in pairwise(pieces):
        assert set(before.lines) & set(after.lines)
        assert max(before.lines) < max(after.lines)


def test_a_piece_ends_at_a_section_where_one_begins_in_its_second_half() -> None:
    ends = [words(LONG, piece)[-1] for piece in pieces_of(LONG, 800)]
    assert ends[0] == "Sentence 19 of the summary."


def test_a_piece_that_begins_inside_a_section_begins_with_its_heading() -> None:
    pieces = pieces_of(LONG, 500)
    inside = [words(LONG, piece) for piece in pieces if "Criterion number 20" in str(words(LONG, piece))]
    assert inside[-1][0] == "Inclusion Criteria"


def test_a_line_longer_than_a_piece_is_a_piece_by_itself() -> None:
    pieces = pieces_of("short\n" + "x" * 100 + "\nshort again", 40)
    assert [words("short\n" + "x" * 100 + "\nshort again", piece) for piece in pieces] == [
        ["short"],
        ["x" * 100],
        ["short again"],
    ]
