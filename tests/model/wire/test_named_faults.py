from collections.abc import Callable
from typing import Any

import pytest
from wire_answers import read
from wire_page import PAGE, full_answer

from extractor.errors import RecordError
from extractor.model.wire.derive import asked_fields
from extractor.model.wire.forms import form_of
from extractor.records.record import TrialRecord

EVERYTHING = asked_fields(TrialRecord)


@pytest.fixture
def change() -> Callable[..., str]:
    """The faults of an answer after one change at a path."""

    def run(*path: Any, to: Any) -> str:
        form = form_of(EVERYTHING)
        values: Any = full_answer(form)
        target = values
        for key in path[:-1]:
            target = target[key]
        target[path[-1]] = to
        with pytest.raises(RecordError) as caught:
            read(form, values, PAGE)
        return "; ".join(getattr(caught.value, "faults", ()))

    return run


@pytest.mark.parametrize(
    ("path", "to", "fault"),
    [
        (("brief_title",), 7, "/brief_title: no text"),
        (("brief_title",), " ", "/brief_title: an empty text: write null where nothing is printed"),
        (("status",), None, "/status: null where a value is needed"),
        (("status",), [], "/status: no object"),
        (("arms",), {}, "/arms: no list"),
        (("arms", 0, "listed"), 1, "/arms/0/listed: neither true nor false"),
        (("design", "allocation"), "RANDOMIZED", "/design/allocation: no object"),
        (
            ("design", "allocation", "value"),
            "SOMETIMES",
            "/design/allocation/value: not one of the listed values",
        ),
        (("design", "allocation", "words"), None, "/design/allocation/words: null where a value is needed"),
        (
            ("design", "enrollment", "count", "value"),
            -1,
            "/design/enrollment/count/value: Input should be greater than or equal to 0",
        ),
        (
            ("regimens", 0, "dose_value"),
            "200",
            "/regimens/0/dose_value: a number is expected, not text: write 200, not '200'",
        ),
        (
            ("regimens", 0, "duration_unit"),
            None,
            "/regimens/0/duration_unit: null where the columns beside it have values",
        ),
        (
            ("criteria", 6, "id"),
            6,
            "/criteria/6/id: an id that stands twice; /constraints/5/criterion: no criterion has this id",
        ),
        (("criteria", 3, "parent"), 99, "/criteria/3/parent: no criterion has this id"),
        (("criteria", 3, "list"), "EXCLUSION", "/criteria/3/list: not the list of its parent"),
        (("criteria", 2, "parent"), 3, "/criteria/2/parent: the criterion is a part of itself"),
        (("constraints", 0, "criterion"), 99, "/constraints/0/criterion: no criterion has this id"),
        (("constraints", 0, "parameter"), None, "/constraints/0/parameter: null where a value is needed"),
        (
            ("constraints", 1, "anchor"),
            "study entry",
            "/constraints/1/anchor: a value in a column that performance_status rows do not have",
        ),
        (("constraints", 1, "scale"), "NYHA", "/constraints/1/scale: not one of the listed values"),
        (("brief_summary", "last"), 900, "/brief_summary/last: the page has no line of this number"),
        (("brief_summary", "last"), 3, "/brief_summary/last: a line before the first"),
        (("colour",), "blue", "/: 1 keys that are not asked for"),
    ],
)
def test_each_fault_is_named_with_its_place(
    change: Callable[..., str], path: tuple[Any, ...], to: Any, fault: str
) -> None:
    assert change(*path, to=to) == fault
