from extractor.verification.characters import deceptions
from extractor.verification.page import Page


def test_hidden_characters_are_reported_with_their_places() -> None:
    text = "NCT\u200b01234567 and \U000e0041\U000e0042 end"
    found = list(deceptions(Page(text)))
    assert [finding.code for finding in found] == ["hidden_text"]
    assert all(text[span.start : span.end] == span.quote for span in found[0].spans)
    assert len(found[0].spans) == 2


def test_a_word_that_mixes_alphabets_is_reported() -> None:
    found = list(deceptions(Page("Sponsor: Fudаn University")))  # the second a is Cyrillic
    assert [finding.code for finding in found] == ["lookalike"]
    assert "Fud" in found[0].spans[0].quote


def test_the_word_reported_is_the_one_that_mixes_wherever_it_stands() -> None:
    text = "plain\nFudаn University\tmаde (Nоrth), plain"
    (found,) = deceptions(Page(text))
    assert [span.quote for span in found.spans] == ["Fudаn", "mаde", "Nоrth"]
    assert found.message == "3 words mix letters that look alike"


def test_one_word_is_counted_as_one() -> None:
    (found,) = deceptions(Page("Fudаnа University"))
    assert found.message == "1 word mixes letters that look alike"
    (found,) = deceptions(Page("NCT\u200b01234567"))
    assert found.message.startswith("1 run of characters")


def test_plain_greek_and_chinese_deceive_nobody() -> None:
    assert list(deceptions(Page("PDGFRα, TNF-α, μg/L and 中文 — fine"))) == []
