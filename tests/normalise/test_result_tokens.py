from extractor.normalise.result_tokens import (
    FIGURE,
    INTERVAL,
    P_VALUE,
    RATIO,
    SPREAD,
    shape_of,
    tokens_of,
)

SIGNS = {FIGURE: "F", INTERVAL: "I", P_VALUE: "P", RATIO: "R", SPREAD: "S"}


def _shape(text: str) -> str:
    shape = shape_of(text, tokens_of(text))
    assert len(shape) == len(text)
    return "".join(SIGNS.get(letter, letter) for letter in shape)


def test_figures_intervals_p_values_and_spreads_have_a_sign_each() -> None:
    assert _shape("Sleep was 7 h (SD 2), HR 0.70 (95% CI, 0.5 to 0.9 h; P=.01).") == (
        "Sleep was FFF SSSSSS, RRRRRRR (IIIIIIIIIIIIIIIIIIII; PPPPP)."
    )


def test_a_unit_behind_a_spread_is_stepped_over() -> None:
    assert _shape("Sleep was 4 (3-6) days") == "Sleep was F SSSSS SSSS"


def test_a_lone_number_in_brackets_is_a_spread_where_the_sentence_says_so() -> None:
    assert _shape("Mean (SD) sleep was 7.1 (2.2)") == "Mean (SD) sleep was FFF SSSSS"
    assert _shape("Mean sleep was 7.1 (2.2)") == "Mean sleep was FFF (2.2)"


def test_the_amount_before_a_change_is_no_figure() -> None:
    assert _shape("Sleep rose from 6 to 7 h") == "Sleep rose from S to FFF"


def test_two_numbers_in_brackets_may_be_an_interval() -> None:
    (_, spread) = tokens_of("HR 0.70 (0.50-0.98)")
    assert spread.interval is not None
    assert (str(spread.interval.low), str(spread.interval.high)) == ("0.50", "0.98")
