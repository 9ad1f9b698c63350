import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extractor.documents import Document
from extractor.evaluation import Suite, check_gold
from extractor.records import strict_json
from extractor.records.draft import Draft
from extractor.records.envelope import Extraction
from extractor.verification.verify import verify

LoadSuite = Callable[..., Suite]

PAGE = "Title: Trial of sorafenib\nEnrollment: 200\nArm: Sorafenib\nAgent: Nexavar\n"
RECORD = {
    "source": {"page_kind": "REGISTRY_PAGE", "layout": "unknown"},
    "brief_title": "Trial of sorafenib",
    "design": {"enrollment": {"count": 200}},
    "arms": [{"key": "A1", "label": "Sorafenib"}],
    "interventions": [{"key": "I1", "name": "Nexavar"}],
    "arm_interventions": [{"arm": "A1", "intervention": "I1", "basis": "TABLE"}],
    "results": [],
}


def gold_json() -> dict[str, Any]:
    """A sound gold file, as JSON to damage."""
    draft = {
        "record": RECORD,
        "quotes": {
            "/design/enrollment/count": [{"text": "200"}],
            "/arms/0/listed": [{"text": "Arm"}],
            "/interventions/0/listed": [{"text": "Agent"}],
        },
        "missing": {"/acronym": "ABSENT", "/conditions": "ABSENT"},
        "acceptable": {"/brief_title": ["Sorafenib", None], "/arms": [[]]},
        "unlabelled": ["/locations"],
    }
    document = Document.from_text(PAGE, id="page")
    made = verify(document, strict_json.parse(Draft, json.dumps(draft)))
    loaded: dict[str, Any] = json.loads(made.to_json())
    return loaded


def problems(load_suite: LoadSuite, gold: Any) -> list[tuple[str, str]]:
    text = gold if isinstance(gold, str) else json.dumps(gold)
    found = check_gold(load_suite({"page": (PAGE, text)}))
    assert all(problem.file == "page.json" for problem in found)
    return [(problem.pointer, problem.reason) for problem in found]


def test_sound_gold_has_no_problems(load_suite: LoadSuite) -> None:
    assert problems(load_suite, gold_json()) == []


def test_gold_against_the_schema_is_a_problem_with_its_pointer(load_suite: LoadSuite) -> None:
    gold = gold_json()
    gold["record"]["design"]["phases"] = ["PHASE9"]
    ((pointer, _),) = problems(load_suite, gold)
    assert pointer.startswith("/record/design/phases")
    ((_, reason),) = problems(load_suite, '{"a": NaN}')
    assert "not strict JSON" in reason


@pytest.mark.parametrize("name", ["sha256", "text_sha256", "id", "media_type"])
def test_gold_of_another_page_is_a_problem(load_suite: LoadSuite, name: str) -> None:
    gold = gold_json()
    gold["document"][name] = "0" * 64
    ((pointer, reason),) = problems(load_suite, gold)
    assert pointer == ""
    assert reason.startswith(f"document.{name} is 0000")


def _set(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(gold: dict[str, Any]) -> None:
        *above, last = path.split(" ")
        place: Any = gold
        for step in above:
            place = place[int(step) if isinstance(place, list) else step]
        if value is None:
            del place[last]
        elif isinstance(place, list):
            place.insert(int(last), value)
        else:
            place[last] = value

    return change


TITLE = "evidence /brief_title"
UNSUPPORTED = {"status": "UNSUPPORTED", "spans": [], "offered": "Trial"}
FINDING = {
    "code": "contradiction",
    "pointer": "/arms",
    "message": "",
    "spans": [{"quote": "x", "start": 0, "end": 1}],
}


@pytest.mark.parametrize(
    ("damage", "pointer", "reason"),
    [
        (_set(f"{TITLE} spans 0 start", 8), "/brief_title", "the page does not say"),
        (_set(f"{TITLE} spans", []), "/brief_title", "evidence: no words"),
        (_set(TITLE, None), "/brief_title", "evidence: none for this value"),
        (_set(TITLE, UNSUPPORTED), "/brief_title", "evidence: UNSUPPORTED"),
        (_set("evidence /nothing", UNSUPPORTED | {"status": "QUOTED"}), "/nothing", "no such address"),
        (_set("findings", [FINDING]), "/arms", "the page does not say 'x'"),
        (_set("missing /colour", "ABSENT"), "/colour", "missing: the record has no such address"),
        (_set("missing /brief_title", "ABSENT"), "/brief_title", "missing: a value stands here"),
        (_set("acceptable /arms/7", [None]), "/arms/7", "acceptable: the record has no such address"),
        (_set("acceptable brief_title", [None]), "brief_title", "acceptable: the record has no such address"),
        (_set("acceptable /brief_title", [7]), "/brief_title", "acceptable: "),
        (_set("acceptable /design/phases", [["PHASE9"]]), "/design/phases/0", "acceptable: "),
        (_set("acceptable /brief_title", []), "/brief_title", "acceptable: no alternative"),
        (_set("unlabelled 0", "/nowhere"), "/nowhere", "unlabelled: the record has no such address"),
        (
            _set("record arm_interventions 0 arm", "A2"),
            "/arm_interventions/0/arm",
            "no item has the key A2",
        ),
        (
            _set("record arm_interventions 0 intervention", "I2"),
            "/arm_interventions/0/intervention",
            "no item has the key I2",
        ),
    ],
)
def test_each_fault_of_gold_is_found(load_suite: LoadSuite, damage: Any, pointer: str, reason: str) -> None:
    gold = gold_json()
    damage(gold)
    found = problems(load_suite, gold)
    assert [at for at, why in found if reason in why] == [pointer]


def test_links_of_results_and_keys_that_stand_twice_are_found(load_suite: LoadSuite) -> None:
    gold = gold_json()
    gold["record"]["arms"] *= 2
    gold["record"]["results"] = [
        {"outcome": "Arm", "text": "Arm", "statistic": "OTHER", "arm": "A3", "comparison": ["A1", "A4"]}
    ]
    found = problems(load_suite, gold)
    assert ("/arms", "the key A1 stands twice") in found
    assert ("/results/0/arm", "no item has the key A3") in found
    assert ("/results/0/comparison/1", "no item has the key A4") in found


def test_a_page_that_cannot_be_read_is_a_problem(load_suite: LoadSuite) -> None:
    (problem,) = check_gold(load_suite({"page": (" ", json.dumps(gold_json()))}))
    assert "the page is empty" in str(problem)


def test_the_problems_of_every_case_are_listed(
    load_suite: LoadSuite, extraction: Callable[..., Extraction], tmp_path: Path
) -> None:
    suite = load_suite({"a": ("A", extraction()), "b": ("B", "{}")})
    assert {problem.file for problem in check_gold(suite)} == {"a.json", "b.json"}
    assert hashlib.sha256((tmp_path / "a.txt").read_bytes()).hexdigest() in str(check_gold(suite)[1])
