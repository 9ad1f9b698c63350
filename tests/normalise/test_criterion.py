import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise.criterion import blanked, meaning
from extractor.normalise.criterion_tree import branch

PIECES = st.sampled_from(
    [
        "ECOG",
        "0-1",
        "≥",
        " ",
        "ALT",
        ",",
        "AST",
        " or ",
        "3 x ULN",
        "within",
        "4 weeks",
        " prior to ",
        "entry",
        "except ",
        "(",
        ")",
        "stage",
        "III",
        "age",
        "18",
        "years",
        ":",
        ";",
        "10^9/L",
        "no ",
        "1)",
        "2)",
        "NYHA",
        "unless",
        "is allowed",
        "99999999999999999999",
        "T1N0",
        "%",
        "\n",
        "🎈",
        "İ",
    ]
)


def test_what_is_let_through_makes_no_limits() -> None:
    said = meaning("Hb ≥ 8 g/dL except cancer treated > 3 years before entry")
    assert [one.constraint.kind for one in said.constraints] == ["quantity"]
    assert len(said.exceptions) == 1


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("ALT or AST > 3 x ULN", "ANY"),
        ("ALT and AST > 3 x ULN", "LEAF"),
        ("ALT, AST > 3 x ULN", "LEAF"),
        ("BMI < 17 or > 36 kg/m2", "ANY"),
        ("ECOG 0-1 or KPS ≥ 80", "ANY"),
        ("Child-Pugh class A or B (Child-Pugh score 7)", "LEAF"),
        ("bleeding or infarction within 6 months", "LEAF"),
    ],
)
def test_one_of_several_limits_is_enough_where_or_joins_them(text: str, op: str) -> None:
    assert meaning(text).op == op


def test_blanking_keeps_offsets() -> None:
    assert len(blanked("0123456789", [(2, 4), (3, 6), (9, 10)])) == 10
    assert blanked("0123456789", [(2, 4), (3, 6)])[6:] == "6789"


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60), st.booleans())
def test_any_text_is_read_and_every_place_is_inside_it(text: str, exclusion: bool) -> None:
    said = meaning(text, exclusion=exclusion)
    places = [(one.start, one.end) for one in said.constraints] + list(said.exceptions)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert branch(text, exclusion=exclusion).end == len(text)


BAITS = [
    "a",
    "1",
    "≥ 1",
    "ECOG ",
    "ECOG 1,",
    "ALT, ",
    "ALT or AST ",
    "within 1 ",
    "1 week before ",
    "except ",
    "except (",
    "(",
    "a;",
    "a: b, ",
    "1) ",
    "stage ",
    "stage III or ",
    "NYHA (",
    "T1N0",
    "TNM ",
    "age ",
    "aged 18 ",
    "ULN ",
    "upper limit of ",
    "is allowed ",
    "10^",
    "no ",
    "at the time of ",
    "for at least 3 months ",
    "one hundred ",
    "<= ",
    "or ",
    ": ",
    "> ULN (≤ 3 ULN if ",
]


def seconds(read: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


@pytest.mark.parametrize("bait", BAITS)
def test_reading_takes_no_more_than_its_share_of_a_longer_text(bait: str) -> None:
    short, long = (seconds(branch, bait * (length // len(bait))) for length in (2_000, 16_000))
    assert long < 24 * max(short, 0.03)


@pytest.mark.parametrize(
    "words",
    [
        "within 4 weeks~x",
        "ALT~> 5",
        "aged 18 years~x aged 19 years",
        "except a~b, c~or d",
        "ECOG~x 1",
        "a:~b,~c",
        "x~is allowed",
    ],
)
def test_white_space_of_any_length_costs_nothing(words: str) -> None:
    assert seconds(branch, words.replace("~", " " * 20_000)) < 2


def test_brackets_between_a_name_and_its_limit_cost_nothing() -> None:
    assert seconds(branch, "ALT " + "(a)" * 25 + "? > 5 mg/dL") < 2


MEGABYTE = 1_000_000
LONGEST = 90


def mixed(length: int) -> str:
    """Every bait for a while."""
    return "".join(bait * (length // len(BAITS) // len(bait)) for bait in BAITS)


@pytest.mark.slow
@pytest.mark.parametrize("bait", BAITS)
@pytest.mark.parametrize("read", [meaning, branch])
def test_bait_takes_no_time_that_grows_with_its_square(bait: str, read: Callable[[str], object]) -> None:
    # What grows so and is too slow for a megabyte takes a quarter of that for half of it.
    assert seconds(read, bait * (MEGABYTE // 2 // len(bait))) < LONGEST / 4


@pytest.mark.slow
@pytest.mark.parametrize("read", [meaning, branch])
def test_a_megabyte_of_baits_is_read_in_seconds(read: Callable[[str], object]) -> None:
    text = mixed(MEGABYTE)
    assert len(text) > 0.99 * MEGABYTE
    assert seconds(read, text) < LONGEST / 6
