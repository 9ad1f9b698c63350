"""Gold's alternatives on the new page."""

from typing import Any

from perturb.alternatives import Alternatives
from perturb.links import Keys
from perturb.moves import Moves
from perturb.pieces import Block, Kind, Line, Page, Piece, Role

OLD = "regular care\nTACE alone\n"
CARE = Block(Kind.FIELD, "", (Line((Piece(0, 12), Piece(12, 13, Role.SPACE))),))
TACE = Block(Kind.FIELD, "", (Line((Piece(13, 23), Piece(23, 24, Role.SPACE))),))


def follow(values: list[Any], *blocks: Block, keys: Keys | None = None) -> list[Any]:
    return Alternatives(Moves(Page(OLD, "medpath", blocks)), keys or {}).follow(values)


def test_alternatives_that_quote_nothing_stay() -> None:
    assert follow([None, 3, "DRUG", "a phrase of the labeller"], TACE) == [
        None,
        3,
        "DRUG",
        "a phrase of the labeller",
    ]


def test_an_alternative_whose_words_are_gone_goes() -> None:
    assert follow(["regular care", "TACE alone"], TACE) == ["TACE alone"]


def test_an_alternative_that_runs_over_lines_is_taken_from_the_new_page() -> None:
    assert follow(["regular care\nTACE alone"], TACE, CARE) == ["TACE alone\nregular care"]


def test_keys_in_an_alternative_are_the_new_keys() -> None:
    alternative = [{"arm": "A1", "intervention": "I2"}]
    keys = {"A1": "A2", "A2": "A1", "I2": "I1", "I1": None}
    assert follow([alternative], CARE, TACE, keys=keys) == [[{"arm": "A2", "intervention": "I1"}]]


def test_an_alternative_about_an_item_that_is_gone_goes() -> None:
    assert follow([[{"arm": "A1", "intervention": "I1"}]], CARE, TACE, keys={"A1": "A1", "I1": None}) == []


def test_an_alternative_may_have_items_of_its_own() -> None:
    assert follow([[{"key": "I9", "name": "TACE alone"}]], TACE) == [[{"key": "I9", "name": "TACE alone"}]]
