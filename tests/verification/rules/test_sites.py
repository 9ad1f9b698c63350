from collections.abc import Callable
from typing import Any

Codes = Callable[[Any], list[str]]

SITE = {"facility": "Gizzard Centre", "city": "Oslo", "country": "Norway"}


def test_one_site_twice_is_a_duplicate(check: Any, codes: Codes) -> None:
    assert codes(check("x", {"locations": [SITE, {**SITE, "facility": "GIZZARD  centre"}]})) == ["duplicate"]


def test_a_stated_number_of_sites_is_compared(check: Any, codes: Codes) -> None:
    assert codes(check("x", {"locations": [SITE], "location_count_stated": 2})) == ["contradiction"]
    assert codes(check("x", {"locations": [SITE], "location_count_stated": 1})) == []
