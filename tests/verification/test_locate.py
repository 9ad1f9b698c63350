import time

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from extractor.verification.boundaries import cuts_number
from extractor.verification.denials import denied
from extractor.verification.locate import Fit, locate
from extractor.verification.page import Page

WORDS = st.sampled_from(
    [
        "Hb ≥ 9 g/dL",
        "no",
        "not",
        "12",
        "-3",
        "1.5",
        "Ⅱ",
        "中文",
        "🇰🇷",
        "e\u0301",
        "tumour",
        "–",
        "(x)",
        "\r\n",
        "  ",
        ";",
    ]
)
TEXT = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


@given(TEXT, st.data())
def test_an_exact_piece_that_cuts_no_number_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(not cuts_number(text, start, end) and text[start:end].strip())
    places, _ = locate(Page(text), text[start:end])
    assert all(text[slice(*place)] == text[start:end] for place in places)
    assert places


@given(TEXT, st.data())
@example("Hb ≥ 9 g/dL", None)
def test_another_digit_is_never_found(text: str, data: st.DataObject | None) -> None:
    digits = [at for at, character in enumerate(text) if character.isdigit()]
    assume(digits)
    at = digits[0] if data is None else data.draw(st.sampled_from(digits))
    other = str((int(text[at]) + 1) % 10)
    quote = text[:at] + other + text[at + 1 :]
    assert locate(Page(text), quote) == ([], Fit.ABSENT)


@given(TEXT)
def test_a_sign_or_a_denial_that_is_not_printed_is_never_found(text: str) -> None:
    page = Page("The level is 5 and stable. " + text.replace("not", "").replace("-", ""))
    for quote in (
        "level is -5 and",
        "level is not 5 and",
        "level is no 5",
        "level is ≥ 5 and",
        "level is 5% and",
    ):
        assert locate(page, quote) == ([], Fit.ABSENT)


def test_a_place_that_is_given_is_only_checked() -> None:
    page = Page("heat and heat")
    assert locate(page, "heat", 9) == ([(9, 13)], Fit.EXACT)
    assert locate(page, "heat", 8) == ([], Fit.ABSENT)


def test_all_places_are_found() -> None:
    assert locate(Page("heat and heat"), "heat")[0] == [(0, 4), (9, 13)]


@pytest.mark.parametrize("quote", ["PHASE 2", "phase\n2", "Phase  2", "Ｐｈａｓｅ 2"])
def test_typography_does_not_hide_words(quote: str) -> None:
    assert locate(Page("A Phase 2 trial"), quote) == ([(2, 9)], Fit.FOLDED)


def test_fused_cells_are_found_without_blanks() -> None:
    assert locate(Page("Overall survival24 months"), "Overall survival 24 months")[1] is Fit.FUSED


def test_blanks_are_not_forgiven_where_they_would_make_or_lose_a_denial() -> None:
    assert locate(Page("this is notable progress"), "this is not able progress")[0] == []


@pytest.mark.parametrize(
    ("text", "quote"), [("200", "20"), ("1.8 mg", "8 mg"), ("1,234", "234"), ("at -5 C", "5 C")]
)
def test_a_piece_of_a_number_is_no_place(text: str, quote: str) -> None:
    assert locate(Page(text), quote)[0] == []


def test_a_list_comma_and_a_range_do_not_join_numbers() -> None:
    assert locate(Page("days 1, 8 and pages 59-66"), "8")[0]
    assert locate(Page("days 1, 8 and pages 59-66"), "66")[0]


@pytest.mark.parametrize("text", ["non-randomized", "not randomized", "without randomized", "nonrandomized"])
def test_words_behind_a_denial_are_denied(text: str) -> None:
    assert denied(text, text.index("randomized"))


def test_a_denial_on_another_line_denies_nothing() -> None:
    assert not denied("No\nrandomized", 3)


@pytest.mark.parametrize("bait", ["a", "1", " ", "\n", "no ", "(((", "\u200b", "中", "1.", "-"])
def test_a_megabyte_of_one_thing_is_searched_quickly(bait: str) -> None:
    page = Page("x" + bait * (1_000_000 // len(bait)))
    start = time.process_time()
    locate(page, bait * 40 + "b")
    locate(page, "No such words, 12 of them")
    assert time.process_time() - start < 10
