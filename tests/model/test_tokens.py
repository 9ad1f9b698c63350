"""How many tokens a request may have."""

from scripted import question

from extractor.model.tokens import estimated_tokens, of_text


def test_four_bytes_are_taken_for_a_token() -> None:
    assert [of_text(text) for text in ("", "a", "abcd", "abcde", "茶茶茶茶")] == [0, 1, 1, 2, 3]


def test_everything_that_is_sent_counts() -> None:
    plain = estimated_tokens(question("page"))
    assert estimated_tokens(question("page" * 101)) == plain + 100
    assert estimated_tokens(question("page", "{}" * 100)) > plain + 50
    assert plain >= of_text("rules") + of_text("page") + of_text('{"type":"object"}')
