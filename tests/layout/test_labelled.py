"""Pages cut at their labels."""

from extractor.layout.labelled import Label, first_cell, labelled, part_behind
from extractor.structure.lines import Line, lines_of

NAMES = {"Tea": "tea", "Cup": "cup"}


def label_of(line: Line) -> Label | None:
    words, rest = first_cell(line)
    return Label(NAMES[words.text], words, rest) if words.text in NAMES else None


def test_a_value_stands_below_its_label_or_behind_a_tab() -> None:
    page = "top\nTea\ngreen\nCup\t blue\n\tbig\n"
    sections = labelled(lines_of(page), label_of)
    assert [section.name for section in sections] == ["", "tea", "cup"]
    assert [[line.content.text for line in section.printed] for section in sections] == [
        ["top"],
        ["green"],
        ["blue", "big"],
    ]
    cup = sections[2]
    assert cup.heading
    assert cup.heading.text == "Cup"
    assert all(page[one.content.start : one.content.end] == one.content.text for one in cup.printed)


def test_a_label_with_nothing_behind_it_has_no_lines() -> None:
    assert labelled(lines_of("Tea\nCup\t\t\n"), label_of)[1].lines == ()


def test_words_behind_a_label_of_a_line() -> None:
    line = lines_of("  Measure:  sips \n")[0]
    words = part_behind(line, "Measure:")
    assert words
    assert words.text == "sips"
    assert part_behind(line, "Time:") is None
    empty = part_behind(line, "Measure:  sips")
    assert empty is not None
    assert not empty
