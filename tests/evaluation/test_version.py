import hashlib
from pathlib import Path

import extractor.evaluation as package
from extractor.evaluation import version

PACKAGE = Path(package.__file__).parent
ASIDE = {
    "__init__",
    "agreement",
    "aspect_tables",
    "averages",
    "averages_table",
    "case",
    "ceiling",
    "chance",
    "criticality",
    "curation",
    "doubts",
    "edits",
    "evaluate",
    "explain",
    "floors",
    "folded",
    "gold",
    "gold_effect",
    "gold_verdict",
    "invented",
    "measure",
    "pairings",
    "problem",
    "relations",
    "report",
    "report_json",
    "report_markdown",
    "report_text",
    "review_curve",
    "rules",
    "self_test",
    "settling",
    "strays",
    "suite",
    "suite_rules",
    "table",
    "tables",
    "version",
}
"""Modules that decide no outcome."""


def test_the_version_is_a_hash_and_stays_the_same() -> None:
    assert len(version.scorer_version()) == len(hashlib.sha256().hexdigest())
    assert version.scorer_version() == version.scorer_version.__wrapped__()


def test_every_module_either_decides_outcomes_or_is_known_not_to() -> None:
    modules = {file.stem for file in PACKAGE.glob("*.py")}
    assert modules == ASIDE | set(version.DECIDING)
