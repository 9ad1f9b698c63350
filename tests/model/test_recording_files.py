"""The files of a recording. Writing and reading them is tested with the clients that do it."""

import pytest
from scripted import question

from extractor.model.recording_files import slug, turn_of


def test_turns_are_counted_from_the_first_request() -> None:
    assert [turn_of(question("page", *["{"] * again)) for again in range(3)] == [1, 2, 3]


@pytest.mark.parametrize("name", ["tea", "NCT09990003", "a.b-c_d"])
def test_a_plain_name_is_its_own(name: str) -> None:
    assert slug(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "/etc/x",
        "a/b",
        "CON",
        "con.txt",
        "x" * 300,
        "a\0b",
        "a\r\nb",
        "-x",
        ".",
        "",
        "茶",
        "\udc80",
        "a.",
    ],
)
def test_any_other_name_is_made_safe_and_stays_distinct(name: str) -> None:
    safe = slug(name)
    assert slug(safe) == safe
    assert len(safe) < 80
    assert not set(safe) & set("/\\\0\r\n")
    assert safe not in {slug(other) for other in ("a-b", "x", name + " ")}
