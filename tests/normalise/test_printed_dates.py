from extractor.normalise.printed_dates import printed_dates


def test_dates_inside_text_are_as_precise_as_printed() -> None:
    text = "Lancet. 2003 Dec 6;362:1. Epub 2004 Jan. On 5 May 2010, or 2012-02, or 2015."
    assert [date.date for date in printed_dates(text)] == [
        "2003-12-06",
        "2004-01",
        "2010-05-05",
        "2012-02",
        "2015",
    ]


def test_longer_numbers_are_no_dates() -> None:
    assert printed_dates("20031 and 2003-12345") == ()
