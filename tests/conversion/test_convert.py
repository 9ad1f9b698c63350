"""Which files are converted, and by what."""

import pytest

from extractor.conversion.convert import convert, sniffed

STUDY = '{"hasResults": false, "protocolSection": {"identificationModule": {"nctId": "NCT09990001"}}}'


@pytest.mark.parametrize(
    ("text", "media"),
    [
        ("<!DOCTYPE html><p>tea", "text/html"),
        (" <html>", "text/html"),
        (STUDY, "application/json"),
        ('[{"protocolSection" : {}}]', "application/json"),
        ('<?xml version="1.0"?>\n<clinical_study>', "application/xml"),
        ("<clinical_study rank='1'>", "application/xml"),
        ('{"tea": 1}', "text/plain"),
        ('We write "protocolSection": to say so', "text/plain"),
        ("<?xml version='1.0'?><tea/>", "text/plain"),
        ("tea", "text/plain"),
    ],
)
def test_a_page_without_a_name_is_known_by_how_it_begins(text: str, media: str) -> None:
    assert sniffed(text) == media


def test_text_stays_text_and_records_and_html_say_what_made_theirs() -> None:
    assert convert("tea", "text/plain", "a") is None
    assert convert("tea", "text/markdown", "a") is None
    made = convert(STUDY, "application/json", "a")
    assert made is not None
    assert (made.converter, len(made.fields)) == ("record-text 1", 2)
    html = convert("<p>tea</p>", "text/html", "a")
    assert html is not None
    assert html.converter.startswith("inscriptis ")
    assert html.fields == ()
