import time

import pytest

from extractor.normalise.citations import citation_head, citation_parts, citation_pmid

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


@pytest.mark.parametrize(
    ("citation", "parts"),
    [
        (
            "Heat AB, Cold CD, et al. Tea in birds. N Engl J Tea 2008;359:378-90.",
            {"journal": "N Engl J Tea", "date": "2008", "volume": "359", "pages": "378-90"},
        ),
        (
            "Heat, A. B., & Cold, C. (2008). Tea in birds. Journal of Tea, 35(4), 37–39. https://doi.org/10.1000/xy",
            {
                "journal": "Journal of Tea", "date": "2008", "volume": "35", "issue": "4", "pages": "37–39",
                "doi": "10.1000/xy",
            },
        ),
        (
            "Heat, A.B., et al., Tea in birds. J Tea, 2008. 35(4): p. 37-9.",
            {"journal": "J Tea", "date": "2008", "volume": "35", "issue": "4", "pages": "37-9"},
        ),
        (
            "A. Heat, C. Cold, Tea in birds, Journal of Tea 12 (2008) 33–40.",
            {"journal": "Journal of Tea", "date": "2008", "volume": "12", "pages": "33–40"},
        ),
        (
            "Heat AB. Tea. Tea J. 2021 Jan-Feb;12:3-9.",
            {"journal": "Tea J", "date": "2021", "volume": "12", "pages": "3-9"},
        ),
    ],
)  # fmt: skip
def test_other_forms_give_their_parts(citation: str, parts: dict[str, str]) -> None:
    assert citation_parts(citation) == parts


@pytest.mark.parametrize(
    ("citation", "authors", "title"),
    [
        (
            "Heat AB, Cold CD, et al. Tea in birds. N Engl J Tea 2008;359:378-90.",
            ["Heat AB", "Cold CD"],
            "Tea in birds",
        ),
        (
            "Heat, A. B., & Cold, C. (2008). Tea in birds. Journal of Tea, 35(4), 37–39.",
            ["Heat, A. B.", "Cold, C."],
            "Tea in birds",
        ),
    ],
)
def test_who_wrote_what_is_told_by_the_form(citation: str, authors: list[str], title: str) -> None:
    head = citation_head(citation)
    assert head is not None
    assert [citation[slice(*one)] for one in head.authors] == authors
    assert citation[slice(*head.title)] == title


def test_the_one_pubmed_identifier_is_found() -> None:
    text = "Heat AB. Tea. PMID: 14667750."
    found = citation_pmid(text)
    assert found is not None
    assert text[slice(*found)] == "14667750"
    assert citation_pmid(f"{text} PMID: 999999") is None


@pytest.mark.parametrize("piece", ["Heat AB, ", "Tea. ", "2008;", "A. ", "J Tea ", "10.1000/"])
def test_a_long_text_costs_no_time(piece: str) -> None:
    started = time.process_time()
    for text in (piece * 200_000, piece * (2_900 // len(piece))):
        citation_parts(text)
        citation_head(text)
    assert time.process_time() - started < 2
