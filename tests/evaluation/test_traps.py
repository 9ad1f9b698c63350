"""Cases in which well-known scorers are known to mislead, with the verdicts of this one."""

from collections.abc import Callable
from typing import Any

import pytest

from extractor.evaluation import Cell, Tally, score
from extractor.evaluation.rates import omission, wrong
from extractor.evaluation.score import DocumentScore
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def status(**fields: Any) -> dict[str, Any]:
    return {"status": fields}


def criterion(text: str) -> dict[str, Any]:
    return {"eligibility": {"inclusion": [{"text": text}]}}


def outcomes(*measures: str) -> dict[str, Any]:
    return {"outcomes": [{"kind": "PRIMARY", "measure": measure} for measure in measures]}


def followed_up(value: int, unit: str) -> dict[str, Any]:
    (item,) = outcomes("Survival")["outcomes"]
    return {"outcomes": [{**item, "max_follow_up": {"value": value, "unit": unit}}]}


def only(result: DocumentScore, path: str) -> Cell:
    (cell,) = [cell for cell in result.cells if cell.path == path]
    return cell


@pytest.mark.parametrize(
    ("path", "gold", "predicted"),
    [
        (
            "/references/pmid",
            {"references": [{"citation": "Llovet 2008", "pmid": "18650514"}]},
            {"references": [{"citation": "Llovet 2008", "pmid": "18650515"}]},
        ),
        ("/design/phases", {"design": {"phases": ["PHASE1"]}}, {"design": {"phases": ["PHASE2"]}}),
        (
            "/status/overall_status",
            status(overall_status="RECRUITING"),
            status(overall_status="NOT_YET_RECRUITING"),
        ),
        (
            "/design/enrollment/count",
            {"design": {"enrollment": {"count": 200}}},
            {"design": {"enrollment": {"count": 2000}}},
        ),
        (
            "/status/start_date",
            status(start_date={"date": "2021-03-01"}),
            status(start_date={"date": "2012-03-01"}),
        ),
        (
            "/eligibility/minimum_age",
            {"eligibility": {"minimum_age": {"value": 18, "unit": "YEAR"}}},
            {"eligibility": {"minimum_age": {"value": 80, "unit": "YEAR"}}},
        ),
        (
            "/outcomes/time_frame",
            {"outcomes": [{"kind": "PRIMARY", "measure": "Survival", "time_frame": "36 months"}]},
            {"outcomes": [{"kind": "PRIMARY", "measure": "Survival", "time_frame": "36 weeks"}]},
        ),
        (
            "/outcomes/max_follow_up",
            {
                "outcomes": [
                    {**outcomes("Survival")["outcomes"][0], "max_follow_up": {"value": 36, "unit": "MONTH"}}
                ]
            },
            {
                "outcomes": [
                    {**outcomes("Survival")["outcomes"][0], "max_follow_up": {"value": 36, "unit": "WEEK"}}
                ]
            },
        ),
        ("/brief_title", {"brief_title": "1.5 x ULN"}, {"brief_title": "1.5 mg"}),
        ("/brief_title", {"brief_title": "3x10(9)/L"}, {"brief_title": "3109"}),
        ("/brief_title", {"brief_title": "a Phase 3 trial"}, {"brief_title": "a Phase 9 trial"}),
        ("/brief_title", {"brief_title": "4.6 months"}, {"brief_title": "1.9 months"}),
    ],
)
def test_what_is_nearly_the_same_is_wrong_in_either_reading(
    extraction: Build, path: str, gold: Any, predicted: Any
) -> None:
    cell = only(score(extraction(gold), extraction(predicted)), path)
    assert (cell.outcome, cell.lenient) == ("WRONG", False)


def test_another_nct_number_is_wrong_and_never_paired(extraction: Build) -> None:
    ours, theirs = (
        extraction({"identifiers": [{"scheme": "NCT", "value": value, "role": "PRIMARY"}]})
        for value in ("NCT00921531", "NCT00921532")
    )
    tally = Tally.of(cell for cell in score(ours, theirs).cells if cell.path == "/identifiers/value")
    assert (tally.correct, tally.missing, tally.spurious) == (0, 1, 1)


def test_2_is_2_0(extraction: Build) -> None:
    gold, read = (
        extraction({"interventions": [{"key": "I1", "name": "A", "regimens": [regimen]}]})
        for regimen in ({"text": "x", "doses_per_day": 2}, {"text": "x", "doses_per_day": 2.0})
    )
    assert only(score(gold, read), "/interventions/regimens/doses_per_day").outcome == "CORRECT"


def test_a_list_that_is_all_wrong_has_no_recall(extraction: Build) -> None:
    result = score(extraction(outcomes("Survival", "Response")), extraction(outcomes("Cost", "Sleep")))
    tally = Tally.of(cell for cell in result.cells if cell.path.startswith("/outcomes"))
    assert (tally.recall, tally.precision) == (0, 0)
    values = score(extraction({"conditions": ["a", "b"]}), extraction({"conditions": ["x", "y"]}))
    assert Tally.of(cell for cell in values.cells if cell.path == "/conditions").recall == 0


def test_a_reordered_list_is_right(extraction: Build) -> None:
    gold = extraction(outcomes("Survival", "Response", "Toxicity"))
    read = extraction(outcomes("Toxicity", "Survival", "Response"))
    assert Tally.of(score(gold, read).cells).f1 == 1


def test_spurious_items_cost_precision(extraction: Build) -> None:
    result = score(extraction(outcomes("Survival")), extraction(outcomes("Survival", "Made up")))
    tally = Tally.of(cell for cell in result.cells if cell.path.startswith("/outcomes"))
    assert (tally.recall, tally.precision) == (1, 0.5)


def test_a_right_null_is_right_and_never_part_of_f1(extraction: Build) -> None:
    gold = extraction({"brief_title": "A"})
    empty = score(gold, extraction())
    assert only(empty, "/acronym").outcome == "CORRECTLY_NULL"
    tally = Tally.of(cell for cell in empty.cells if not cell.path.startswith("/source"))
    assert tally.f1 == 0  # nine nulls and one value: an empty answer scores nothing
    assert omission(tally) == (1, 1)


def test_the_order_of_predictions_decides_no_pairing(extraction: Build) -> None:
    gold = extraction(outcomes("Overall survival at 36 months"))
    long, exact = "Overall survival at 36 months in all patients", "Overall survival at 36 months"
    for measures in ((long, exact), (exact, long)):
        result = score(gold, extraction(outcomes(*measures)))
        tally = Tally.of(cell for cell in result.cells if cell.path == "/outcomes/measure")
        assert (tally.correct, tally.wrong, tally.spurious) == (1, 0, 1)


def test_plain_assignment_would_pair_survival_with_adverse_events(extraction: Build) -> None:
    result = score(extraction(outcomes("Overall survival")), extraction(outcomes("Overall adverse events")))
    (count,) = [one for one in result.items if one.path == "/outcomes"]
    assert (count.paired, count.missing, count.spurious) == (0, 1, 1)
    assert wrong(Tally.of(result.cells)).part == 0


def test_swapped_dates_are_wrong_and_named(extraction: Build) -> None:
    gold = status(start_date={"date": "2012-03"}, completion_date={"date": "2015-03"})
    read = status(start_date={"date": "2015-03"}, completion_date={"date": "2012-03"})
    cell = only(score(extraction(gold), extraction(read)), "/status/start_date")
    assert (cell.outcome, cell.partial, cell.lenient) == ("PARTIAL", "SWAPPED", False)
