from extractor.normalise.blanks import short_blanks


def test_only_long_runs_are_marked_and_offsets_stay() -> None:
    assert short_blanks("a" + " " * 30 + "b") == "a" + " " * 30 + "b"
    long = short_blanks("a" + " " * 5000 + "b")
    assert len(long) == 5002
    assert " " * 20 not in long
