"""Places as pages print them."""

import pytest

from extractor.layout.places import place_of, without_flag
from extractor.structure.slices import Slice


def whole(text: str) -> Slice:
    return Slice(text, 0, len(text))


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Graz, Styria, Austria", ("Graz", "Styria", "Austria", "AT")),
        ("Linz, Austria", ("Linz", None, "Austria", "AT")),
        ("Seoul, Korea, Republic of", ("Seoul", None, "Korea, Republic of", "KR")),
        ("Graz, , Austria", ("Graz", "", "Austria", "AT")),
        (", Austria", ("", None, "Austria", "AT")),
        ("Ward 3, Graz, Styria, Austria", ("Ward 3, Graz", "Styria", "Austria", "AT")),
        ("Graz , Styria ,Austria", ("Graz", "Styria", "Austria", "AT")),
    ],
)
def test_a_place_ends_in_a_country(words: str, parts: tuple[str | None, ...]) -> None:
    place = place_of(whole(words))
    assert place is not None
    state = place.state.text if place.state is not None else None
    assert (place.city.text, state, place.country.text, place.iso2) == parts


@pytest.mark.parametrize("words", ["", "Austria", "Graz", "Graz, Atlantis", ",", "Austria, Graz"])
def test_words_that_do_not_end_in_a_country_are_no_place(words: str) -> None:
    assert place_of(whole(words)) is None


def test_a_leading_flag_is_furniture() -> None:
    assert without_flag(whole("🇦🇹 Graz")).text == "Graz"
    assert without_flag(whole("🇦🇹Graz")).text == "Graz"
    assert not without_flag(whole("🇦🇹"))
    assert without_flag(whole("Graz 🇦🇹")).text == "Graz 🇦🇹"
