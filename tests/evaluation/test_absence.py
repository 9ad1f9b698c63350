from collections.abc import Callable

import pytest

from extractor.evaluation import score
from extractor.evaluation.absence import match_reasons, reason_at
from extractor.records.envelope import Extraction
from extractor.records.missing import MissingReason

ABSENT, DASH, CELL = MissingReason.ABSENT, MissingReason.DASH_PLACEHOLDER, MissingReason.EMPTY_CELL


@pytest.mark.parametrize(
    ("gold", "predicted", "match"),
    [
        (ABSENT, ABSENT, "ABSENT"),
        (DASH, DASH, "MATCHES"),
        (DASH, CELL, "OTHER_REASON"),
        (DASH, ABSENT, "REASON_LOST"),
        (ABSENT, DASH, "REASON_INVENTED"),
    ],
)
def test_a_null_is_right_for_golds_reason(gold: MissingReason, predicted: MissingReason, match: str) -> None:
    assert match_reasons(gold, predicted) == match


def test_a_null_without_a_reason_is_absent_unless_what_it_is_a_part_of_has_one() -> None:
    missing = {"/status": DASH, "/status/start_date": CELL}
    assert reason_at(missing, "/status/start_date") is CELL
    assert reason_at(missing, "/status/completion_date") is DASH
    assert reason_at(missing, "/design") is ABSENT
    assert reason_at(missing, None) is ABSENT


def test_a_right_null_says_how_its_reason_stands(extraction: Callable[..., Extraction]) -> None:
    gold = extraction({"acronym": "X"}, missing={"/brief_title": DASH}, acceptable={"/acronym": [None]})
    read = extraction(missing={"/brief_title": DASH, "/official_title": CELL})
    cells = {cell.path: cell for cell in score(gold, read).cells}
    assert cells["/brief_title"].absence == "MATCHES"
    assert cells["/official_title"].absence == "REASON_INVENTED"
    assert cells["/oversight"].absence == "ABSENT"
    assert (cells["/acronym"].outcome, cells["/acronym"].absence) == ("CORRECTLY_NULL", None)
    assert cells["/source/page_kind"].absence is None
