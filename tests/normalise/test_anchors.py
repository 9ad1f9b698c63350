import pytest

from extractor.normalise.anchors import anchor


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("the first dose of study drug and later", "first dose of study drug"),
        ("screening, or so", "screening"),
        ("the time of the operation", "operation"),
        ("the", None),
        ("12 weeks after the operation", None),
        ("baseline requiring support", "baseline"),
        ("with nobody", None),
        ("completion of prior chemotherapy", "completion of prior chemotherapy"),
        ("prior surgery and recovered", "prior surgery"),
        ("", None),
    ],
)
def test_an_event_ends_where_its_name_ends(text: str, event: str | None) -> None:
    place = anchor(text, 0)
    assert (text[slice(*place)] if place else None) == event
