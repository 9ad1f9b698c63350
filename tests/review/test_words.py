from collections.abc import Callable

from extractor.records.envelope import Extraction
from extractor.review.words import Words


def evidence(status: str, *spans: tuple[int, int], **more: str) -> dict[str, object]:
    return {
        "status": status,
        "spans": [{"quote": "x" * (b - a), "start": a, "end": b} for a, b in spans],
        **more,
    }


def of(build: Callable[..., Extraction], **pointers: object) -> Words:
    return Words(build(evidence={key.replace("_", "/"): value for key, value in pointers.items()}))


def test_a_value_has_its_own_words_each_place_once(tmp_extraction: Callable[..., Extraction]) -> None:
    found = of(tmp_extraction, _a=evidence("VERIFIED", (4, 6), (1, 2), (4, 6)))
    assert found.spans("/a") == [[1, 2], [4, 6]]
    assert found.status("/a") == "VERIFIED"


def test_a_whole_has_the_words_of_its_parts_and_a_part_those_of_its_whole(
    tmp_extraction: Callable[..., Extraction],
) -> None:
    found = of(
        tmp_extraction,
        _a_b=evidence("VERIFIED", (1, 2)),
        _a_c=evidence("QUOTED", (3, 4)),
        _d=evidence("QUOTED", (7, 9)),
    )
    assert found.spans("/a") == [[1, 2], [3, 4]]
    assert found.status("/a") == "VERIFIED, QUOTED"
    assert found.spans("/d/e/f") == [[7, 9]]
    assert found.status("/d/e/f") is None


def test_words_that_are_not_on_the_page_have_no_place(tmp_extraction: Callable[..., Extraction]) -> None:
    found = of(tmp_extraction, _a=evidence("UNSUPPORTED", offered="made up"))
    assert found.spans("/a") == []
    assert found.offered("/a") == "made up"
    assert found.offered("/b") is None
    assert Words(None).spans("/a") == []
