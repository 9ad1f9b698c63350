"""Text as it may reach a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.cli.terminal import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tea ≥ 2 µg, 中, 😀", "Tea ≥ 2 µg, 中, 😀"),
        ("a\tb", "a\tb"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\x07\x00\x7f\x9b", "\\x07\\x00\\x7f\\x9b"),
        ("a\r\nb", "a\\r\\nb"),
        ("\u202eevil\u2066", "\\u202eevil\\u2066"),
        ("\u200b\ufeff\u2028", "\\u200b\\ufeff\\u2028"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_cannot_be_seen_is_escaped(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_line_ends_stay_where_lines_are_printed() -> None:
    assert plain("a\nb\rc", newlines=True) == "a\nb\\rc"


@given(st.text(alphabet=st.characters()))
def test_nothing_invisible_is_left(text: str) -> None:
    shown = plain(text)
    assert not [one for one in shown if unicodedata.category(one) in {"Cc", "Cf", "Cs"} and one != "\t"]
    shown.encode()
