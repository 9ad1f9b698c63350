import pytest

from extractor.normalise.phrases import phrase_after, phrase_before


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Tumor involvement ", "Tumor involvement"),
        ("patients with severe swamp fever of ", "swamp fever"),
        ("a ", None),
        ("patients with ", None),
        ("obesity (", None),
    ],
)
def test_a_phrase_ends_where_a_limit_begins(text: str, phrase: str | None) -> None:
    place = phrase_before(text, len(text), 0)
    assert (text[slice(*place)] if place else None) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("prior lines of therapy in all", "prior lines of therapy"),
        ("brain metastases on a scan", "brain metastases"),
        ("migraine days per month", "migraine days"),
        ("of the following", None),
        ("weeks", None),
    ],
)
def test_a_phrase_begins_where_a_count_ends(text: str, phrase: str | None) -> None:
    place = phrase_after(text, 0)
    assert (text[slice(*place)] if place else None) == phrase
