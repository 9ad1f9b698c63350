"""What docs/scoring.md says is what the scorer does."""

import re
from itertools import cycle
from pathlib import Path

from extractor import Extractor
from extractor.evaluation import Outcome, Suite
from extractor.evaluation.align import THRESHOLD
from extractor.evaluation.aspects import CREDIT, AbsenceMatch, EvidenceMatch, Origin
from extractor.evaluation.part import ItemFault
from extractor.evaluation.rates import RATES
from extractor.evaluation.trees import NEAR

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "scoring.md").read_text(encoding="utf-8")


def cells(title: str) -> list[list[str]]:
    """The rows of the table below a heading."""
    part = TEXT.partition(f"# {title}\n")[2].partition("\n#")[0]
    rows = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def test_the_table_of_part_marks_is_the_declared_one() -> None:
    told = {}
    for names, shares, _ in cells("Right in part"):
        reasons = [name.strip("` ") for name in names.split(",")]
        told |= zip(reasons, cycle(map(float, shares.split(","))), strict=False)
    assert told == {reason.value: share for reason, share in CREDIT.items()}


def test_every_outcome_and_rate_has_a_row() -> None:
    assert {row[0].strip("`") for row in cells("Outcomes")} == {outcome.value for outcome in Outcome}
    told = {name.strip() for row in cells("Rates") for name in row[0].split(",")}
    assert told == {name.replace("_", " ") for name in RATES}


def test_every_word_for_what_is_said_besides_is_explained() -> None:
    for words in (Origin, EvidenceMatch, AbsenceMatch):
        assert [word for word in words if f"`{word.value}`" not in TEXT] == []
    assert [fault for fault in ItemFault if fault.value.lower() not in TEXT.lower()] == []
    assert f"a likeness of {THRESHOLD}" in TEXT
    assert f"more than {NEAR}" in TEXT


def test_the_example_runs() -> None:
    case = Suite.load(ROOT / "eval" / "suite.toml").cases[0]
    (script,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    names = {
        "gold": case.gold_extraction(),
        "predicted": Extractor().extract(case.document),
        "page_text": case.page().text,
    }
    exec(script, names)
    assert names["result"].document == case.id
