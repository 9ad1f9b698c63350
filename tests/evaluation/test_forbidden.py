from collections.abc import Callable

import pytest

from extractor.evaluation import Suite, score
from extractor.evaluation.explain import explain_score
from extractor.evaluation.forbidden import Forbidden, further_keys
from extractor.evaluation.version import scorer_version
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]
BY_KIND = Forbidden({"/outcomes": frozenset({"kind"})})
PRIMARY = {"kind": "PRIMARY", "measure": "Overall survival", "time_frame": "3 years"}
SECONDARY = {"kind": "SECONDARY", "measure": "Overall survival", "time_frame": "3 years"}


def outcomes(gold: Extraction, read: Extraction, forbidden: Forbidden | None) -> set[str]:
    found = score(gold, read, forbidden=forbidden)
    return {cell.outcome.value for cell in found.cells if cell.path.startswith("/outcomes/")}


def test_a_forbidden_pair_is_a_missing_and_a_spurious_item(extraction: Build) -> None:
    gold, read = extraction({"outcomes": [PRIMARY]}), extraction({"outcomes": [SECONDARY]})
    assert outcomes(gold, read, None) == {"CORRECT", "CORRECTLY_NULL", "WRONG"}
    assert outcomes(gold, read, BY_KIND) == {"MISSING", "SPURIOUS"}
    assert outcomes(gold, gold, BY_KIND) == {"CORRECT", "CORRECTLY_NULL"}


def test_other_lists_pair_as_before(extraction: Build) -> None:
    gold, read = extraction({"outcomes": [PRIMARY]}), extraction({"outcomes": [SECONDARY]})
    elsewhere = Forbidden({"/locations": frozenset({"city"})})
    assert outcomes(gold, read, elsewhere) == outcomes(gold, read, None)


def test_explain_tells_the_pairing_that_counts(extraction: Build) -> None:
    gold, read = extraction({"outcomes": [PRIMARY]}), extraction({"outcomes": [SECONDARY]})
    lines = explain_score(gold, read, "/outcomes/0", forbidden=BY_KIND)
    assert "pairing  /outcomes/0/measure is part of an item that no item of gold is like enough" not in lines
    assert lines[0].startswith("score    /outcomes/0/kind (read) SPURIOUS")


def test_scores_under_other_rules_name_another_scorer(load_suite: Callable[..., Suite]) -> None:
    suite = load_suite({"page": ("text", "{}")}, head='name = "t"\n[forbidden]\n"/outcomes" = ["kind"]\n')
    assert suite.forbidden == BY_KIND
    assert suite.scorer() != scorer_version()
    assert load_suite({"page": ("text", "{}")}).scorer() == scorer_version()


@pytest.mark.parametrize(
    ("path", "keys"), [("/outcomes", ("kind",)), ("/locations", ("city",)), ("/arms", ()), ("/design", ())]
)
def test_the_keys_besides_the_name_can_be_forbidden_to_differ(path: str, keys: tuple[str, ...]) -> None:
    assert further_keys(path) == keys
