import re

from hypothesis import given
from hypothesis import strategies as st

from extractor.review.payload import packed, unpacked


@given(st.dictionaries(st.text(), st.lists(st.text() | st.integers())))
def test_what_is_packed_comes_back_and_no_word_of_it_is_markup(data: dict[str, list[str | int]]) -> None:
    assert unpacked(packed(data)) == data
    assert re.fullmatch("[A-Za-z0-9+/=]*", packed(data))
    assert packed(data) == packed(data)
