import re

from hypothesis import given
from hypothesis import strategies as st

from extractor.model.wire.lines import numbered


def test_lines_are_numbered_from_1_and_blank_ones_are_counted_but_left_out() -> None:
    text = "one\n\n  two \r\n\t\r\rthree"
    found = {number: text[place.start : place.end] for number, place in numbered(text).items()}
    assert found == {1: "one", 3: "  two ", 6: "three"}


def test_other_breaks_do_not_end_a_line() -> None:
    text = "one\x0btwo\u2028three\x85four"
    assert numbered(text) == {1: (0, len(text))}


@given(st.text("ab \n\r\u2028\x0c", max_size=40))
def test_every_line_that_prints_something_has_the_number_an_editor_gives_it(text: str) -> None:
    lines = re.split(r"\r\n|\r|\n", text)
    expected = {number: line for number, line in enumerate(lines, start=1) if line.strip()}
    assert {number: text[place.start : place.end] for number, place in numbered(text).items()} == expected
