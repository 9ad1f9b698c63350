"""What differs between two lists of pages."""

import pytest

from extractor.jobs.changed_inputs import Difference, difference
from extractor.jobs.inputs.page import Skipped
from extractor.jobs.listing import Entry


def page(
    index: int, id: str, sha256: str = "1", *, kind: str = "inline", primary: int | None = None
) -> Entry:
    return Entry(index, id, sha256, kind, f"list:{index}", index if primary is None else primary)


LINK = Skipped("here/a.txt", "a link")


@pytest.mark.parametrize(
    ("now", "says"),
    [
        ([page(0, "p"), Skipped("/there/a.txt", "a link"), page(1, "q")], ""),
        ([page(0, "p"), page(1, "q")], "'here/a.txt', which was skipped, is no longer among them"),
        ([page(0, "p"), LINK, page(1, "q"), LINK], "'here/a.txt' is new and would be skipped: a link"),
        ([page(0, "p"), Skipped("here/a.txt", "a pipe"), page(1, "q")], "would be skipped: a pipe"),
        ([page(0, "p"), LINK, page(1, "r")], "page 2 was 'q' and is now 'r'"),
        ([page(0, "p"), LINK, page(1, "q", "2")], "the page 'q' has another content"),
        ([page(0, "p"), LINK], "the page 'q' is no longer among them"),
        ([page(0, "p"), LINK, page(1, "q"), page(2, "r")], "the page 'r' is new"),
    ],
)
def test_the_first_difference_is_said_in_words(now: list[Entry | Skipped], says: str) -> None:
    found = difference([page(0, "p"), LINK, page(1, "q")], now, unread=())
    assert found.words.endswith(says)
    assert bool(found.words) is bool(says)


def test_pages_that_no_reader_saw_may_be_others_now() -> None:
    listed = [page(0, "p", kind="problem"), page(1, "q"), page(2, "r", primary=1), page(3, "s")]
    now = [page(0, "p", "2"), page(1, "q", "2"), page(2, "r", "3"), page(3, "s")]
    assert difference(listed, now, unread={1}) == Difference(mended=3)
    assert difference(listed, now, unread=()) == Difference("the page 'q' has another content", mended=1)
