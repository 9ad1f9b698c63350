from extractor.normalise.citations import citation_parts

CITATION = (
    "Heat AB. Birds: a trial. J Gizz Res. 2003 Dec 6;362(9399):1907-17. doi: 10.1000/a(03)1. "
    "Epub 2003 Nov 30."
)


def test_the_usual_form_gives_its_parts() -> None:
    assert citation_parts(CITATION) == {
        "journal": "J Gizz Res",
        "date": "2003-12-06",
        "volume": "362",
        "issue": "9399",
        "pages": "1907-17",
        "doi": "10.1000/a(03)1",
        "epub_date": "2003-11-30",
    }


def test_another_form_gives_nothing() -> None:
    assert citation_parts("Heat, A. B. (2003), Birds, London: Feather.") == {}
