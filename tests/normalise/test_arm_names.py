import pytest

from extractor.normalise.arm_names import arm_core


@pytest.mark.parametrize(
    ("words", "core"),
    [
        ("the TACE group", "tace"),
        ("TACE arm", "tace"),
        ("usual care group", "usual care"),
        ("group RD", "group rd"),
        ("arm A", "group a"),
        ("both groups", None),
        ("PD-L1 positive group", None),
        ("per-protocol cohort", None),
        ("sorafenib", None),
    ],
)
def test_a_name_of_an_arm_is_known_by_what_tells_it_from_others(words: str, core: str | None) -> None:
    assert arm_core(words) == core
