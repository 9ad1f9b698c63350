from collections.abc import Callable

import pytest

Status = Callable[..., str]


@pytest.mark.parametrize(
    ("page", "value", "expected"),
    [
        ("Pregnant women were randomly assigned to talc or chalk.", "FEMALE", "VERIFIED"),
        ("Pregnant women were randomly assigned to talc or chalk.", "ALL", "UNSUPPORTED"),
        ("Women of childbearing potential must not be randomised.", "FEMALE", "AMBIGUOUS"),
        ("Women were randomised first. Later men were randomised too.", "FEMALE", "AMBIGUOUS"),
        ("Women often itch.", "FEMALE", "UNSUPPORTED"),
        ("12 women were enrolled late.", "FEMALE", "UNSUPPORTED"),
        ("Women were randomised. Patients were randomly assigned to talc.", "FEMALE", "AMBIGUOUS"),
    ],
)
def test_people_chosen_of_one_sex_tell_the_sex_where_nobody_else_is_named(
    status: Status, page: str, value: str, expected: str
) -> None:
    words = page.split(" were ", maxsplit=1)[0] if " were " in page else page
    record = {"eligibility": {"sex": value}}
    assert status(page, record, "/eligibility/sex", {"/eligibility/sex": words}) == expected
