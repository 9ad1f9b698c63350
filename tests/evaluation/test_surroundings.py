from collections.abc import Callable
from typing import Any

from extractor.evaluation import score
from extractor.evaluation.surroundings import surroundings
from extractor.records.envelope import Extraction

Build = Callable[..., Extraction]


def trial(build: Build, arms: tuple[str, ...], agents: tuple[str, ...], links: str) -> Extraction:
    """Links are pairs of digits: `12` is arm A1 with intervention I2."""
    record: dict[str, Any] = {
        "arms": [{"key": f"A{at}", "label": label} for at, label in enumerate(arms, start=1)],
        "interventions": [{"key": f"I{at}", "name": name} for at, name in enumerate(agents, start=1)],
        "arm_interventions": [
            {"arm": f"A{arm}", "intervention": f"I{agent}", "basis": "TABLE"} for arm, agent in links.split()
        ],
    }
    return build(record)


def wrong(gold: Extraction, read: Extraction) -> list[str]:
    return [cell.path for cell in score(gold, read).cells if "CORRECT" not in cell.outcome]


def test_interventions_of_one_name_are_told_apart_by_their_arms(extraction: Build) -> None:
    gold = trial(extraction, ("high", "low"), ("placebo", "placebo"), "11 22")
    assert wrong(gold, trial(extraction, ("high", "low"), ("placebo", "placebo"), "12 21")) == []
    assert wrong(gold, trial(extraction, ("high", "low"), ("placebo", "placebo"), "11 21")) != []


def test_links_are_followed_beyond_items_that_are_alike_too(extraction: Build) -> None:
    gold = trial(extraction, ("arm", "arm"), ("placebo", "placebo", "a", "b"), "11 13 22 24")
    turned = trial(extraction, ("arm", "arm"), ("placebo", "placebo", "a", "b"), "12 14 21 23")
    assert wrong(gold, turned) == []


def test_the_names_of_keys_say_nothing(extraction: Build) -> None:
    one = surroundings(trial(extraction, ("high", "low"), ("a", "b"), "11 22").record, {})
    other = surroundings(trial(extraction, ("low", "high"), ("b", "a"), "11 22").record, {})
    assert one["A1"] == other["A2"]
    assert one["I2"] == other["I1"]
    assert surroundings(trial(extraction, ("high",), (), "").record, {}) == {}


def test_interventions_follow_the_arms_that_are_paired_already(extraction: Build) -> None:
    gold = trial(extraction, ("arm", "arm"), ("a", "a"), "12 21")
    read = trial(extraction, ("other", "arm"), ("a", "a"), "12 21")
    turned = trial(extraction, ("arm", "other"), ("a", "a"), "11 22")
    assert wrong(gold, read).count("/arm_interventions/arm") == 2  # one missing, one spurious
    assert len(wrong(gold, read)) == len(wrong(gold, turned))
