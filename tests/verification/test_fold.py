import re

from hypothesis import given
from hypothesis import strategies as st

from extractor.verification.fold import Folded, Squeezed, fold, squeeze

PIECES = st.lists(
    st.sampled_from(
        [
            "Phase",
            "Ⅱ",
            "≥",
            "≧",
            "10",
            "⁹",
            "é",
            "ß",
            " ",
            "  ",
            "\r\n",
            "\t",
            "–",
            "-",
            "’",
            "５",
            "ﬁ",
            "🇨🇳",
            "\u200b",
            "\u202e",
            "\U000e0041",
            "中",
            "µ",
            "㎎",
            "½",
            "İ",
            ".",
            ",",
            "(",
            "no ",
            "x",
        ]
    )
    | st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
    max_size=60,
).map("".join)


@given(PIECES)
def test_every_folded_character_comes_from_a_place_in_the_raw_text(raw: str) -> None:
    folded = Folded(raw)
    starts = [folded.raw_span(at, at + 1) for at in range(len(folded.text))]
    assert all(0 <= start < end <= len(raw) for start, end in starts)
    assert [start for start, _ in starts] == sorted(start for start, _ in starts)


@given(PIECES)
def test_nothing_visible_is_left_out_of_the_map(raw: str) -> None:
    folded = Folded(raw)
    covered = {at for one in range(len(folded.text)) for at in range(*folded.raw_span(one, one + 1))}
    left = "".join(character for at, character in enumerate(raw) if at not in covered)
    assert not re.sub(
        r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\U000e0000-\U000e007f]", "", left
    )


@given(PIECES)
def test_folding_twice_changes_nothing_more(raw: str) -> None:
    once = fold(raw)
    assert fold(once) == once or not once.isascii()


@given(PIECES)
def test_a_folded_piece_is_the_fold_of_its_raw_words(raw: str) -> None:
    folded = Folded(raw)
    for at, character in enumerate(folded.text):
        if character.isalnum() and character.isascii():
            start, end = folded.raw_span(at, at + 1)
            assert character in Folded(raw[start:end]).text


@given(PIECES)
def test_squeezing_keeps_the_way_back(raw: str) -> None:
    folded = Folded(raw).text
    squeezed = Squeezed(folded)
    assert squeezed.text == squeeze(folded)
    assert all(folded[squeezed.folded_at(at)] == character for at, character in enumerate(squeezed.text))


def test_case_space_dashes_quotes_and_compatibility_forms_are_equal() -> None:
    assert fold("Phase Ⅱ –\r\n“Open”  ｌａｂｅｌ") == fold('phase ii - "open" label')


def test_digits_signs_brackets_and_operators_stay_apart() -> None:
    words = [
        "5",
        "-5",
        "+5",
        "(5)",
        "<5",
        ">5",
        "≤5",
        "≥5",
        "5.0",
        "50",
        "5%",
        "=5",
        "10⁹",
        "109",
        "1½",
        "11/2",
    ]
    assert len({fold(word) for word in words}) == len(words)


def test_two_signs_for_one_operator_are_equal() -> None:
    assert fold("≧ 3") == fold("≥ 3")
    assert fold("≦ 3") == fold("≤ 3")


def test_blanks_between_numbers_are_never_squeezed_out() -> None:
    assert squeeze("1 2") == "1 2"
    assert squeeze("a 1 b . 5") == "a1b. 5"


def test_hidden_characters_fold_to_nothing() -> None:
    assert fold("NCT\u200b0123\U000e0041") == "nct0123"
