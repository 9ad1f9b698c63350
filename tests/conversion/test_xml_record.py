"""XML as a tree of words."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.conversion.limits import MAX_DEPTH
from extractor.conversion.xml_record import xml_tree
from extractor.errors import DocumentError, DocumentTooLargeError, MalformedDocumentError


def test_an_element_is_a_list_of_its_occurrences() -> None:
    text = '<?xml version="1.0"?><a><b>1</b><b kind="x">2</b><c/><d><![CDATA[<e>]]></d></a>'
    assert xml_tree(text, "a.xml") == {
        "a": [{"b": ["1", {"@kind": "x", "#": "2"}], "c": [""], "d": ["<e>"]}],
    }


def test_entities_are_undone_and_comments_are_left_out() -> None:
    assert xml_tree("<a>x &lt; 5 &amp; &#8805; 3<!-- no --></a>", "a.xml") == {"a": ["x < 5 & ≥ 3"]}


def test_running_text_loses_the_line_breaks_of_the_page_width_only() -> None:
    wide = "      " + "tea " * 22 + "water"
    lines = f"\n{wide}\n      lemons and more\n      milk\n\n        -  sugar\n      "
    text = f"<a><textblock>{lines}</textblock></a>"
    assert xml_tree(text, "a.xml") == {
        "a": [{"textblock": [f"{wide.strip()} lemons and more\nmilk\n\n  -  sugar"]}],
    }


def test_other_elements_keep_their_lines() -> None:
    assert xml_tree(f"<a>\n  {'tea ' * 30}\n  milk\n</a>", "a.xml") == {"a": [f"{'tea ' * 30}\n  milk"]}


def test_a_name_that_is_cut_into_elements_is_one() -> None:
    text = (
        "<a><first_name>Jane</first_name><last_name>Brewer</last_name><degrees>MD</degrees><role>x</role></a>"
    )
    assert xml_tree(text, "a.xml") == {"a": [{"role": ["x"], "last_name": ["Jane Brewer, MD"]}]}
    assert xml_tree("<a><last_name>Tea Office</last_name></a>", "a.xml") == {
        "a": [{"last_name": ["Tea Office"]}]
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<a>", "no XML record"),
        ("", "no XML record"),
        ("<a></b>", "no XML record"),
        ("<a>&tea;</a>", "no XML record"),
        ("<a/><b/>", "no XML record"),
        ("<a>\x01</a>", "no XML record"),
        ('<!DOCTYPE a [<!ENTITY t "tea">]><a>&t;</a>', "declares"),
        ('<!DOCTYPE a [<!ENTITY t SYSTEM "file:///etc/passwd">]><a>&t;</a>', "declares"),
        ('<!DOCTYPE a [<!ENTITY % t SYSTEM "http://localhost/x"> %t;]><a/>', "declares"),
        ("<!DOCTYPE a [<!ELEMENT a ANY>]><a/>", "declares"),
    ],
)
def test_broken_and_declaring_xml_is_refused_with_file_and_reason(text: str, why: str) -> None:
    with pytest.raises(MalformedDocumentError, match="a.xml: .*" + why):
        xml_tree(text, "a.xml")


def test_entities_that_would_grow_are_refused_at_once() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    started = time.process_time()
    with pytest.raises(MalformedDocumentError):
        xml_tree(f'<!DOCTYPE a [<!ENTITY l0 "tea">{laughs}]><a>&l9;</a>', "a.xml")
    assert time.process_time() - started < 1


def test_a_document_type_that_declares_nothing_is_passed_over() -> None:
    assert xml_tree('<!DOCTYPE a SYSTEM "public.dtd"><a>tea</a>', "a.xml") == {"a": ["tea"]}


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 100_000])
def test_depth_is_limited(depth: int) -> None:
    with pytest.raises(DocumentTooLargeError, match="levels deep"):
        xml_tree("<a>" * depth + "</a>" * depth, "a.xml")


def test_several_studies_are_refused_with_a_way_to_split_them() -> None:
    with pytest.raises(MalformedDocumentError, match="2 studies") as caught:
        xml_tree("<all><clinical_study><x>1</x></clinical_study><clinical_study/></all>", "a.xml")
    assert "Split it" in caught.value.hint


@given(st.text(max_size=40) | st.text(alphabet="<>/&;ab='\"!-[]? \n", max_size=80))
def test_any_text_gives_a_tree_or_one_of_our_errors(text: str) -> None:
    with suppress(DocumentError):
        assert isinstance(xml_tree(text, "a"), str | list | dict)
