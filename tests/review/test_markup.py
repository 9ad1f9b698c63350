import pytest

from extractor.review.markup import Markup, element, joined


def test_text_and_attributes_are_escaped_and_markup_is_not_escaped_again() -> None:
    inner = element("b", "<script>&")
    assert inner == "<b>&lt;script&gt;&amp;</b>"
    assert element("p", inner, class_='a"b') == '<p class="a&quot;b"><b>&lt;script&gt;&amp;</b></p>'
    assert joined([inner, Markup("x")]) == inner + "x"


@pytest.mark.parametrize("name", ["script", "style", "iframe", "img", "object", "base", "meta", "form"])
def test_elements_that_act_are_not_written(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        element(name)


@pytest.mark.parametrize("href", ["javascript:alert(1)", "http://x", "//x", "data:,x", "#a\nb", "x"])
def test_links_stay_in_the_page(href: str) -> None:
    with pytest.raises(ValueError, match="leads out"):
        element("a", "x", href=href)
    assert element("a", "x", href="#doc=a%2Fb") == '<a href="#doc=a%2Fb">x</a>'


@pytest.mark.parametrize("name", ["onclick", "onerror", "style"])
def test_attributes_that_are_code_are_not_written(name: str) -> None:
    with pytest.raises(ValueError, match="not written"):
        element("p", **{name: "x"})
