"""The tables hold what a person would write there."""

import json
import re
from pathlib import Path

import pytest

from extractor.verification.kinds.norms import key_of

TABLES = Path(__file__).parents[2] / "schemas" / "vocabulary"


def _table(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads((TABLES / f"{name}.json").read_text(encoding="utf-8"))
    return found


def test_no_name_of_an_agent_has_an_odd_blank() -> None:
    names = [name for names in _table("agents").values() for name in names]
    assert not [name for name in names if re.search(r"\s[)\],]|[(\[]\s|\s\s|^\s|\s$", name)]


@pytest.mark.parametrize(
    "words",
    [
        "TACE (Transcatheter Arterial Chemoembolization )",
        "TACE (Transcatheter Arterial Chemoembolization)",
        "TACE(Transcatheter Arterial Chemoembolization)",
    ],
)
def test_blanks_at_brackets_make_no_other_agent(words: str) -> None:
    assert key_of("agents", words) == "transarterial chemoembolization"
