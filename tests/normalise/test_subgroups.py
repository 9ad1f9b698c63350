import pytest

from extractor.normalise.criterion import meaning
from extractor.normalise.subgroups import subgroups


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "ALT ≤ 2 or AST ≤ 3 for patients with bilirubin > 4 mg/dL",
            ["for patients with bilirubin > 4 mg/dL"],
        ),
        ("For patients with metastases: ALT ≤ 2 x ULN", []),
        ("ALT ≤ 2 x ULN for patients with metastases", []),
        ("for patients with ALT > 3 x ULN", []),
    ],
)
def test_a_limit_that_says_for_whom_another_is_stands_apart(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in subgroups(text)] == words


def test_it_makes_no_constraint() -> None:
    found = meaning("ALT ≤ 2 x ULN for patients with bilirubin > 4 mg/dL").constraints
    assert [getattr(one.constraint, "parameter", None) for one in found] == ["ALT"]


def test_each_of_many_is_found() -> None:
    assert len(list(subgroups("ALT ≤ 2 for patients with AST > 3. " * 200))) == 200
