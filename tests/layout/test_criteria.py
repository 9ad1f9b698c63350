"""Criteria as trees of verbatim leaves."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.layout.criteria import Node, criteria_of
from extractor.structure.lines import lines_of


def tree(nodes: list[Node]) -> list[Any]:
    """Texts, each with its parts where it has any."""
    return [(node.text.text, tree(node.children)) if node.children else node.text.text for node in nodes]


def read(page: str) -> list[Any]:
    return tree(nodes_of(page))


def nodes_of(page: str) -> list[Node]:
    nodes, rest = criteria_of(lines_of(page))
    assert rest == []
    return nodes


@pytest.mark.parametrize(
    "page",
    ["* Tea\n* Water", "1. Tea\n2. Water", "• Tea;\n\n  • Water.", "a) Tea\nb) Water", "- Tea\n- Water,"],
)
def test_one_list_item_is_one_criterion(page: str) -> None:
    if page.startswith("• Tea;"):
        assert read(page) == [("Tea", ["Water"])]
    else:
        assert read(page) == ["Tea", "Water"]


def test_items_further_in_are_parts() -> None:
    page = "* Drinks:\n  * Tea\n    * green\n  * Water\n* Reads"
    assert read(page) == [("Drinks:", [("Tea", ["green"]), "Water"]), "Reads"]


def test_a_line_below_an_item_continues_it() -> None:
    assert read("* Drinks tea\n  every day\n* Reads") == ["Drinks tea\n  every day", "Reads"]


def test_paragraphs_below_an_item_that_ends_in_a_colon_are_its_parts() -> None:
    page = "* Habits:\n\nDrinks tea. Reads.\n\nAny of these:\n\nSings.\n\n* Sleeps"
    assert read(page) == [("Habits:", ["Drinks tea", "Reads", ("Any of these:", ["Sings"])]), "Sleeps"]


def test_a_list_between_semicolons_is_parts_and_brackets_are_not_cut() -> None:
    assert read("* Habits: drinks tea (green; black); reads") == [
        ("Habits: drinks tea (green; black); reads", ["drinks tea (green; black)", "reads"])
    ]
    assert read("* Drinks tea (green; black)") == ["Drinks tea (green; black)"]


def test_a_marker_lost_inside_an_item_begins_another() -> None:
    assert read("* No kettle -Patients without cups") == ["No kettle", "Patients without cups"]
    assert read("* Tea-Drinkers and water -drinkers") == ["Tea-Drinkers and water -drinkers"]


@pytest.mark.parametrize("below", ["Open all year", "Ask the cook.\nRing twice."])
def test_what_stands_behind_the_list_is_no_criterion(below: str) -> None:
    nodes, rest = criteria_of(lines_of(f"* Tea\n* Water\n\n{below}"))
    assert tree(nodes) == ["Tea", "Water"]
    assert [line.content.text for line in rest] == below.splitlines()


def test_what_stands_between_two_items_is_part_of_the_list() -> None:
    assert "Milk" in str(read("* Tea\nMilk\n* Water"))


def test_text_without_markers_is_a_sentence_each() -> None:
    assert read("Drinks tea. Reads.\nSings") == ["Drinks tea", "Reads", "Sings"]


def test_a_line_above_the_first_item_is_a_criterion() -> None:
    assert read("All of these\n* Tea") == ["All of these", "Tea"]


def test_nothing_printed_is_no_criterion() -> None:
    assert read("\n  \n") == []


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("No tea", True),
        ("Without tea", True),
        ("Absence of tea", True),
        ("Not a cup", True),
        ("Notes", False),
    ],
)
def test_words_that_deny_the_whole_criterion_negate_it(text: str, *, negated: bool) -> None:
    (node,) = nodes_of(f"* {text}")
    assert node.negated is negated


def test_one_part_may_be_enough() -> None:
    texts = ["Any of the following:", "One or more of:", "Either one of these:", "All of these:", "Many of:"]
    assert [nodes_of(f"* {text}")[0].asks_for_any for text in texts] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_items_of_any_depth_are_read() -> None:
    page = "\n".join(" " * depth + f"* item {depth}" for depth in range(1500))
    count, depth, waiting = 0, 0, [(node, 1) for node in nodes_of(page)]
    while waiting:
        node, level = waiting.pop()
        count, depth = count + 1, max(depth, level)
        waiting += [(child, level + 1) for child in node.children]
    assert count == 1500
    assert depth < 30


@given(
    st.lists(st.sampled_from(["* a", "  * b:", "    - c; d", "e. F", "", "x:", "1. y", "(z"]), max_size=12)
)
def test_no_printed_word_is_lost(lines: list[str]) -> None:
    page = "\n".join(lines)
    nodes, rest = criteria_of(lines_of(page))
    kept = "\n".join([*read_all(nodes), *(line.item.text for line in rest)])
    assert all(line.item.text.strip(" .;,:") in kept for line in lines_of(page) if not line.blank)


def read_all(nodes: list[Node]) -> list[str]:
    """The words of all nodes."""
    return [words for node in nodes for words in (node.words.text, "\n", *read_all(node.children))]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("1. One of:\n- tea\n- water\n2. Bread", [("One of:", ["tea", "water"]), "Bread"]),
        ("1. One of:\na) tea\nb) water\n2. Bread", [("One of:", ["tea", "water"]), "Bread"]),
        ("1. Tea\n- Water\n2. Bread", ["Tea", "Water", "Bread"]),
        ("1. Tea\n 2. Water\n3. Bread", ["Tea", "Water", "Bread"]),
        (
            "At Visit 1:\n1. Tea\n2. Water\nAt Visit 2:\n1. Bread",
            [("At Visit 1:", ["Tea", "Water"]), ("At Visit 2:", ["Bread"])],
        ),
        ("1. Tea.\nOther inclusion criteria\n2. Bread.", ["Tea", ("Other inclusion criteria", ["Bread"])]),
        (
            "1. One of:\n- tea\nOther criteria:\n2. Bread",
            [("One of:", ["tea"]), ("Other criteria:", ["Bread"])],
        ),
    ],
)
def test_items_below_a_colon_or_a_heading_are_its_parts(page: str, expected: list[Any]) -> None:
    assert read(page) == expected


def test_a_paragraph_that_counts_its_parts_has_these() -> None:
    assert read("Drinks: 1. Tea. 2. Water, not older than 3. 3. Juice.") == [
        "Drinks:",
        "Tea",
        "Water, not older than 3",
        "Juice",
    ]
    assert read("1. Tea at four 2. Water at five 3. Juice at six") == [
        "Tea at four",
        "Water at five",
        "Juice at six",
    ]
    assert read("1) Tea at four 2) water at five 3) juice at six")[1:] == ["water at five", "juice at six"]
    assert read("1.Tea;2.water;3.juice") == ["Tea", "water", "juice"]


def test_a_sentence_with_many_capitals_behind_semicolons_is_a_list() -> None:
    assert read("Tea; Water; Juice (cold; not Ice); Milk.") == [
        "Tea",
        "Water",
        "Juice (cold; not Ice)",
        "Milk",
    ]
    assert read("Tea; Water.") == ["Tea; Water"]


def test_an_item_joined_to_the_one_before_is_known_by_its_number() -> None:
    assert read("1. Tea at four 2. Water at five\n3. Juice") == ["Tea at four", "Water at five", "Juice"]
    assert read("1. NYHA class 2. No tea\n3. Juice") == ["NYHA class 2. No tea", "Juice"]
