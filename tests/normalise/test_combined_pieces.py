"""One piece of several drugs."""

import pytest

from extractor.normalise.combined_pieces import combined_pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "One capsule of cocoa 5 mg and ginger 160 mg once daily",
            ["capsule of cocoa 5 mg and ginger 160 mg"],
        ),
        ("a tablet containing cocoa 5 mg, ginger 2.5 mg", ["tablet containing cocoa 5 mg, ginger 2.5 mg"]),
        ("one capsule (cocoa 20 mg + ginger 10 mg) daily", ["capsule (cocoa 20 mg + ginger 10 mg)"]),
        ("Cocoa 200mg tablet, 2 tablets daily", []),
        ("2 tablets of 200 mg", []),
        ("one tablet of cocoa 100 mg, then 200 mg", []),
    ],
)
def test_amounts_of_several_drugs_behind_one_piece_are_seen(text: str, pieces: list[str]) -> None:
    assert [text[slice(*place)] for place in combined_pieces(text)] == pieces
