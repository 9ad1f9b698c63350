import json
from importlib.resources import files

import pytest

from extractor.evaluation.statistics.bootstrap import METHOD as BOOTSTRAP
from extractor.evaluation.statistics.coverage import FILE, TARGET, covered, remark, setting_of
from extractor.evaluation.statistics.estimate import Estimate
from extractor.evaluation.statistics.proportion import METHOD

LENGTHS = {"assumed": 20, "measured": 280}


def estimate(documents: int, value: float, method: str = METHOD, *, length: int = 20) -> Estimate:
    return Estimate(value, 0.1, 1.0, documents, documents * length, method)


@pytest.mark.parametrize("setting", LENGTHS)
@pytest.mark.parametrize("documents", [5, 10, 20, 40])
@pytest.mark.parametrize("share", [0.85, 0.95, 0.98])
def test_a_remark_stands_where_the_simulation_missed_its_target_and_only_there(
    setting: str, documents: int, share: float
) -> None:
    found = covered(setting, METHOD)[documents][share]
    told = remark(estimate(documents, share, length=LENGTHS[setting]))
    assert bool(told) is not (TARGET[0] <= found <= TARGET[1])


def test_the_case_taken_has_documents_of_about_that_length() -> None:
    assert [setting_of(estimate(5, 0.9, length=n)) for n in (1, 20, 60, 90, 300)] == [
        "assumed",
        "assumed",
        "assumed",
        "measured",
        "measured",
    ]
    short, long = (remark(estimate(10, 0.95, BOOTSTRAP, length=n)) for n in LENGTHS.values())
    assert short != long
    assert setting_of(Estimate.nothing(METHOD)) == "assumed"


def test_of_shares_and_f1_the_worse_coverage_is_said() -> None:
    written = json.loads((files("extractor.evaluation.statistics") / FILE).read_text("utf-8"))["rows"]
    both = [
        row["coverage"]
        for row in written
        if (row["setting"], row["method"], row["documents"], row["share"]) == ("assumed", METHOD, 5, 0.85)
    ]
    assert len(both) == 2
    assert covered("assumed", METHOD)[5][0.85] == max(both, key=lambda one: abs(one - 0.95))


def test_the_case_taken_is_one_of_no_more_documents() -> None:
    assert remark(estimate(39, 0.98)) == remark(estimate(20, 0.98))
    assert "fewer than the simulation" in remark(estimate(3, 0.9))


def test_an_interval_that_is_short_is_told_from_one_that_is_wide() -> None:
    assert remark(estimate(5, 0.95, BOOTSTRAP)).startswith("too short: covers ")
    assert remark(estimate(5, 0.95)).startswith("too wide: covers ")


def test_an_unknown_method_and_no_figure_have_no_remark() -> None:
    assert remark(estimate(5, 0.95, "another")) == ""
    assert remark(Estimate.nothing(METHOD)) == ""
