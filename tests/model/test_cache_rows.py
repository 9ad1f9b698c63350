"""One row of the answer cache."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.model.cache_rows import DamagedRowError, model_of, pack, unpack
from extractor.model.client import Reply

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(text=TEXT, key=TEXT, model=TEXT, tokens=st.integers(0, 10**9))
def test_what_was_packed_is_unpacked(text: str, key: str, model: str, tokens: int) -> None:
    row = pack(key, Reply(text, tokens_in=tokens, sent=3), model)
    assert unpack(row, key) == Reply(text, tokens_in=tokens, sent=3, cached=True)
    assert model_of(row, key) == model


@given(at=st.integers(0, 400), other=st.characters(exclude_categories=["Cs"]))
def test_no_character_of_a_row_can_change_unnoticed(at: int, other: str) -> None:
    row = pack("key", Reply("{} " * 40), "model")
    at %= len(row)
    changed = row[:at] + other + row[at + 1 :]
    if changed != row:
        with pytest.raises(DamagedRowError):
            unpack(changed, "key")


def test_a_row_answers_its_own_key_only() -> None:
    with pytest.raises(DamagedRowError, match="another request"):
        unpack(pack("key", Reply("{}"), ""), "other")


def test_half_a_surrogate_pair_is_no_text() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        pack("key", Reply("\ud800"), "")
