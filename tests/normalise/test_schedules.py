import pytest

from extractor.normalise.schedules import cycle_of, days_in, interval_of, printed_frequencies


@pytest.mark.parametrize(
    ("text", "words", "per_day"),
    [
        ("heat 4 mg BID with food", "BID", "2"),
        ("once every 3 weeks", "once every 3 weeks", None),
        ("every other day", "every other day", "0.5"),
        ("three times a day", "three times a day", "3"),
        ("given Q3W", "Q3W", None),
        ("every 8 hours", "every 8 hours", "3"),
        ("5 days a week", "5 days a week", None),
    ],
)
def test_a_frequency_is_read_as_printed(text: str, words: str, per_day: str | None) -> None:
    (found,) = printed_frequencies(text)
    assert text[found.start : found.end] == words
    assert (None if found.per_day is None else str(found.per_day)) == per_day


@pytest.mark.parametrize(
    "text",
    ["for 3 weeks", "of every 21-day cycle", "a single ascending dose", "the tidal wave", "quiet", "bidder"],
)
def test_other_words_are_no_frequency(text: str) -> None:
    assert printed_frequencies(text) == ()


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("of a 28-day cycle", "28 DAY"),
        ("day 1 and 8 of 21 days", "21 DAY"),
        ("a 28-day cycle, then a 21-day cycle", None),
        ("for 6 cycles", None),
    ],
)
def test_a_cycle_has_the_one_length_that_is_printed(text: str, length: str | None) -> None:
    found = cycle_of(text)
    assert (f"{found.length.value} {found.length.unit}" if found else None) == length


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on days 1, 8 and 15", (1, 8, 15)),
        ("D1-4", (1, 2, 3, 4)),
        ("day 1 and day 8", (1, 8)),
        ("days 1 to 900", None),
        ("for 5 days", None),
    ],
)
def test_days_of_a_cycle_are_listed_one_by_one(text: str, days: tuple[int, ...] | None) -> None:
    found = days_in(text)
    assert (found.days if found else None) == days


def test_an_interval_of_hours_is_no_cycle() -> None:
    assert interval_of("every 12 hours") is None
    found = interval_of("every 3 weeks")
    assert found is not None
    assert (found.value, found.unit) == (3, "WEEK")


def test_a_vitamin_is_no_day() -> None:
    assert days_in("vitamin D3 daily") is None
