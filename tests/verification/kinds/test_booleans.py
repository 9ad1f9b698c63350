from collections.abc import Callable

import pytest

Status = Callable[..., str]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("This multicenter study", True),
        ("This single-center study", False),
        ("This is not multicenter", False),
    ],
)
def test_yes_and_no_follow_the_phrases_of_a_field(status: Status, page: str, *, said: bool) -> None:
    for value in (True, False):
        record = {"design": {"multicenter": value}}
        found = status(page, record, "/design/multicenter", {"/design/multicenter": page})
        assert (found == "VERIFIED") == (value is said)


@pytest.mark.parametrize(("answer", "said"), [("Yes", True), ("No", False)])
def test_an_answer_behind_a_label_counts(status: Status, answer: str, *, said: bool) -> None:
    page = f"Externally published{answer}\n"
    at = "/publication/externally_published"
    for value in (True, False):
        found = status(page, {"publication": {"externally_published": value}}, at, {at: page.strip()})
        assert (found == "VERIFIED") == (value is said)


def test_words_about_something_else_answer_nothing(status: Status) -> None:
    record = {"design": {"multicenter": True}}
    assert status("heat", record, "/design/multicenter", {"/design/multicenter": "heat"}) == "UNSUPPORTED"
