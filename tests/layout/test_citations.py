from extractor.layout.citations import put_citation
from extractor.layout.draft_builder import DraftBuilder
from extractor.records.references import Reference
from extractor.structure.slices import Slice

WHOLE = (
    "Teague A, Kettleworth-Jones B, van der Cup C. Does blue tea help? A randomised trial. Tea Med J. "
    "2011 Mar 7;12(3):45-51. doi: 10.1234/tea(11)0001-2. Epub 2011 Feb."
)


def read(citation: str) -> Reference:
    builder = DraftBuilder("invented", "REGISTRY_PAGE")
    put_citation(builder, builder.item("/references"), Slice(citation, 0, len(citation)))
    return builder.draft().record.references[0]


def test_a_citation_in_the_usual_form_is_taken_apart() -> None:
    reference = read(WHOLE)
    assert reference.citation == WHOLE
    assert reference.authors == ["Teague A", "Kettleworth-Jones B", "van der Cup C"]
    assert reference.title == "Does blue tea help? A randomised trial"
    assert (reference.journal, reference.date) == ("Tea Med J", "2011-03-07")
    assert (reference.volume, reference.issue, reference.pages) == ("12", "3", "45-51")
    assert (reference.doi, reference.epub_date) == ("10.1234/tea(11)0001-2", "2011-02")


def test_other_words_are_kept_whole_and_nothing_is_made_of_them() -> None:
    reference = read("The tea book, second edition, by A. Teague and friends, London")
    assert (reference.authors, reference.title, reference.journal, reference.date) == ([], None, None, None)


def test_names_in_another_form_are_not_read_as_authors() -> None:
    citation = WHOLE.replace("Teague A,", "the Blue Tea Working Party of the North;")
    reference = read(citation)
    assert (reference.authors, reference.title) == ([], None)
    assert reference.volume == "12"
