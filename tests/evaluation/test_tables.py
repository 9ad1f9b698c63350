from extractor.evaluation.table import NONE, share
from extractor.evaluation.tables import shown


def test_a_share_has_four_places_and_none_is_a_dash() -> None:
    assert share(2 / 3) == "0.6667"
    assert share(0.0) == "0.0000"
    assert share(None) == NONE


def test_values_are_shown_on_one_line() -> None:
    assert shown({"date": "2012-03"}) == '{"date": "2012-03"}'
    assert shown(200) == "200"
    assert shown(None) == NONE
    assert shown("a\nb") == r"a\nb"


def test_characters_that_act_on_a_terminal_are_escaped() -> None:
    assert shown("\x1b[31mred\u202e") == r"\x1b[31mred\u202e"
    assert shown("≧ 3 μg") == "≧ 3 μg"
