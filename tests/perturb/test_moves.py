"""The map from old offsets to new ones."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from perturb import PERTURBATIONS
from perturb.moves import Fate, Moves
from perturb.pieces import Block, Kind, Line, Page, Piece, Role
from perturb.sample import Sample

OLD = "one two\nthree\nfour\n"


def block(*pieces: Piece) -> Block:
    return Block(Kind.SECTION, "", (Line(pieces),))


ONE_TWO = block(Piece(0, 7), Piece(7, 8, Role.SPACE))
THREE = block(Piece(8, 13), Piece(13, 14, Role.SPACE))
FOUR = block(Piece(14, 18), Piece(18, 19, Role.SPACE))


def moves(*blocks: Block) -> Moves:
    return Moves(Page(OLD, "medpath", blocks))


def quote(found: Moves, words: str) -> tuple[Fate, str]:
    start = OLD.index(words)
    image = found.image(start, start + len(words))
    return image.fate, found.new[image.start : image.end]


@pytest.mark.parametrize("words", ["one", "two", "three\nfour", " two\nthree", OLD])
def test_on_an_unchanged_page_every_place_is_its_own(words: str) -> None:
    found = moves(ONE_TWO, THREE, FOUR)
    start = OLD.index(words)
    image = found.image(start, start + len(words))
    assert (image.fate, image.start, image.end) == (Fate.KEPT, start, start + len(words))


def test_words_inside_a_moved_piece_move_with_it() -> None:
    assert quote(moves(FOUR, ONE_TWO, THREE), "two") == (Fate.KEPT, "two")


def test_pieces_that_change_places_are_kept_as_the_block_they_make() -> None:
    assert quote(moves(ONE_TWO, FOUR, THREE), "three\nfour") == (Fate.KEPT, "four\nthree")


def test_words_with_others_between_their_parts_are_torn() -> None:
    assert quote(moves(THREE, ONE_TWO, FOUR), "three\nfour")[0] is Fate.TORN


def test_words_that_are_printed_no_more_are_lost() -> None:
    assert quote(moves(ONE_TWO, FOUR), "three")[0] is Fate.LOST


def test_words_that_lost_a_part_are_cut() -> None:
    assert quote(moves(ONE_TWO, FOUR), "two\nthree\nfour") == (Fate.CUT, "two\nfour")


def test_words_printed_otherwise_move_as_a_whole() -> None:
    renamed = block(Piece(8, 13, Role.LABEL, "drei"), Piece(13, 14, Role.SPACE))
    assert quote(moves(ONE_TWO, renamed, FOUR), "hre") == (Fate.KEPT, "drei")


def test_a_blank_more_or_less_is_no_loss() -> None:
    crlf = block(Piece(8, 13), Piece(13, 14, Role.SPACE, "\r\n"))
    assert quote(moves(ONE_TWO, crlf, FOUR), "three\nfour") == (Fate.KEPT, "three\r\nfour")


@settings(deadline=None, max_examples=8)
@given(seed=st.integers(0, 10_000))
def test_every_word_is_found_again_exactly_or_is_gone(sample: Sample, seed: int) -> None:
    page = sample.page
    for name in PERTURBATIONS:
        page = PERTURBATIONS[name](page, Random(seed))
    found = Moves(page)
    printed = {(piece.start, piece.end) for piece in page.pieces() if piece.text is None}
    for piece in sample.page.pieces():
        if piece.role is Role.WORDS:
            image = found.image(piece.start, piece.end)
            kept = (piece.start, piece.end) in printed
            assert image.fate is (Fate.KEPT if kept else Fate.LOST)
            assert found.new[image.start : image.end] == (piece.printed(found.old) if kept else "")
