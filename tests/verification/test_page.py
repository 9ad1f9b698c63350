from extractor.verification.page import Page


def test_sections_begin_at_headings_and_know_what_they_are_of(page: str) -> None:
    parts = {part.name: part for part in Page(page).parts}
    assert parts[""].start == 0
    assert page[parts["conditions"].body : parts["conditions"].end].strip() == "Gizzard Tumour"


def test_a_section_without_words_is_not_filled() -> None:
    assert Page("Conditions\n\nSex\nAll\n").filled >= {"sex"}
    assert "conditions" not in Page("Conditions\n\nSex\nAll\n").filled


def test_line_ends_of_every_kind_end_lines() -> None:
    text = "one\r\ntwo\rthree\n\nfour"
    assert [text[slice(*line)] for line in Page(text).lines] == ["one", "two", "three", "four"]


def test_a_sentence_is_found_by_any_offset_in_it() -> None:
    text = "We met. They left early. Then rain."
    page = Page(text)
    assert {text[slice(*page.sentence_at(at))] for at in range(8, 24)} == {"They left early."}


def test_a_page_without_words_has_no_lines() -> None:
    assert Page("\n \n").line_at(1) == (0, 3)
