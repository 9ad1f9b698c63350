"""Every code of the table of units against a parser of UCUM that is not ours."""

from collections.abc import Callable
from typing import Any

import pytest

from extractor._data import table
from extractor.normalise.units import codes_of


@pytest.fixture(scope="module")
def parse() -> Callable[[str], Any]:
    # The parser comes with the extra `dev`.
    return pytest.importorskip("ucumvert").get_ucum_parser().parse


def test_every_code_of_the_table_is_ucum(parse: Callable[[str], Any]) -> None:
    for code in table("units"):
        parse(code)


@pytest.mark.parametrize(
    "printed", ["×10^9/L", "x 10^4 copies/mL", "x10^3 IU/mL", "x 10^6 cells/L", "x10^3/mm3"]
)
def test_powers_of_ten_give_ucum(printed: str, parse: Callable[[str], Any]) -> None:
    (code,) = codes_of(printed)
    parse(code)


def test_the_parser_refuses_what_is_not_ucum(parse: Callable[[str], Any]) -> None:
    with pytest.raises(Exception, match="bushels"):
        parse("bushels")
