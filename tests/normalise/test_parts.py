import pytest

from extractor.normalise.parts import parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WBC > 4;HB > 80 G/L", ["WBC > 4", "HB > 80 G/L"]),
        ("Blood: the WBC≥4, Hb≥8,PLT≥70", ["the WBC≥4", "Hb≥8", "PLT≥70"]),
        ("Heart: angina (stable; unstable); failure", ["angina (stable; unstable)", "failure"]),
        ("Any of: 1) tea 2) water", ["tea", "water"]),
        ("Habits: tea, water, or milk", ["tea", "water", "milk"]),
        ("Class II, and any of the following:A, B", ["Class II", "any of the following:A, B"]),
    ],
)
def test_a_line_that_lists_parts_is_cut_at_them(text: str, expected: list[str]) -> None:
    found = parts(text)
    assert found
    assert [text[start:end] for start, end in found.places] == expected


@pytest.mark.parametrize(
    "text",
    [
        "tea, water or milk",
        "Age:21～65 years,any sex",
        "Function: class A or B",
        "ALT, AST ≤ 3",
        "Blood: ALT, AST ≤ 3",
        "Tea (black: a, b)",
        "Drinks: tea, which is hot",
        "WBC: 4,000/mm3",
        "Spread; subjects with treated spread are eligible",
        "",
    ],
)
def test_a_line_that_lists_nothing_stays_whole(text: str) -> None:
    assert parts(text) is None


def test_the_head_says_whether_one_is_enough() -> None:
    found = [parts(f"{head}: tea; milk") for head in ("One of these", "All of these")]
    assert [one.any for one in found if one] == [True, False]


def test_or_before_the_last_part_says_that_one_is_enough() -> None:
    found = [parts(text) for text in ("one tea > 5 cm; or two teas", "one tea > 5 cm; two teas")]
    assert [one and one.any for one in found] == [True, False]
