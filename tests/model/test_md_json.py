import pytest

from extractor.model.md_json import braced, fenced, said


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('```json\n{"a": 1}\n```', '{"a": 1}'),
        ('```JSON  \r\n\n {"a": 1}\r\n```', '{"a": 1}'),
        ('```json\n{"a": 1}', '{"a": 1}'),
        ('```json\n{"a": "```"}\n```', '{"a": "```"}'),
        ("```python\nprint()\n```", None),
        ("no fence", None),
    ],
)
def test_the_last_fence_that_opens_on_an_object_counts(text: str, inside: str | None) -> None:
    assert fenced(text) == inside


def test_what_was_thought_is_not_said() -> None:
    assert said("<think>a</think>b</think>c") == "c"
    assert said("thinks not") == "thinks not"


def test_from_the_first_brace_to_the_last() -> None:
    assert braced("a {b} c {d} e") == "{b} c {d}"
    assert braced("} {") == "} {"
