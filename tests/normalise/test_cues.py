from extractor._data import table
from extractor.normalise.cues import cues


def test_the_longest_phrase_at_a_word_is_found_and_stems_stand_for_their_words() -> None:
    text = "Known allergies, informed consent"
    found = [(one.name, text[one.start : one.end]) for one in cues("categories", "phrases", text)]
    assert found == [("ALLERGY", "allergies"), ("CONSENT", "informed consent")]


def test_every_phrase_of_the_table_is_found() -> None:
    for name, phrases in table("categories")["phrases"].items():
        for phrase in phrases:
            assert name in {one.name for one in cues("categories", "phrases", phrase.replace("*", ""))}, (
                phrase
            )
