"""A record written down as a page."""

from hypothesis import given
from hypothesis import strategies as st

from extractor.conversion.converted import Converted, Node
from extractor.conversion.rendering import render

RECORD: Node = {
    "teaModule": {"kindOfTea": "green", "cups": {"count": "3", "type": "ACTUAL"}},
    "sites": [{"city": "Kandy", "facility": "Tea Clinic"}, {"city": "Galle"}],
    "words": ["a", "b"],
    "notes": "one\n\ntwo",
}
LABELS = {"teaModule": "", "cups": "", "cups/count": "Number of Cups\n", "words": "Word"}


def words(page: Converted) -> list[tuple[object, str, str]]:
    text = page.text
    return [(one.path, text[one.start : one.end], text[slice(*one.label)]) for one in page.fields]


def test_each_field_stands_behind_or_below_its_label() -> None:
    assert render(RECORD, LABELS, "x").text == (
        "Kind Of Tea: green\n\nNumber of Cups\n3\nType: ACTUAL\n\n"
        "Sites\nFacility: Tea Clinic\nCity: Kandy\n\nCity: Galle\n\nWord: a\nWord: b\nNotes: one\n\ntwo\n"
    )


def test_fields_know_their_path_their_words_and_their_label() -> None:
    found = words(render(RECORD, LABELS, "x"))
    assert found[0] == (("teaModule", "kindOfTea"), "green", "Kind Of Tea")
    assert found[1] == (("teaModule", "cups", "count"), "3", "Number of Cups")
    assert (("sites", 1, "city"), "Galle", "City") in found
    assert (("words", 1), "b", "Word") in found
    assert found[-1] == (("notes",), "one\n\ntwo", "Notes")


def test_a_list_below_its_label_has_it_as_the_label_of_each_item() -> None:
    page = render({"words": ["a", "b"]}, {"words": "Words\n"}, "x")
    assert page.text == "Words\na\nb\n\n"
    assert [label for _, _, label in words(page)] == ["Words", "Words"]


def test_empty_words_objects_and_lists_print_nothing() -> None:
    assert render({"a": " ", "b": {}, "c": []}, {}, "x") == Converted("", "x")


NODES = st.recursive(
    st.text(max_size=8),
    lambda nodes: st.lists(nodes, max_size=3) | st.dictionaries(st.text(max_size=6), nodes, max_size=3),
    max_leaves=12,
)


def leaves(node: Node, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    if isinstance(node, str):
        return [(path, node.strip())] if node.strip() else []
    parts = enumerate(node) if isinstance(node, list) else node.items()
    return [leaf for key, below in parts for leaf in leaves(below, (*path, key))]


@given(NODES)
def test_of_any_record_every_word_is_written_down_and_can_be_found_again(node: Node) -> None:
    page = render(node, {}, "x")
    assert {path: text for path, text, _ in words(page)} == dict(leaves(node))
