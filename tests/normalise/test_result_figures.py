from extractor.normalise.places import Places
from extractor.normalise.result_figures import Figure, figures_beside


def _found(text: str, *taken: tuple[int, int]) -> tuple[Figure, ...]:
    return figures_beside(text, Places(taken))


def _one(text: str) -> Figure:
    (found,) = _found(text)
    return found


def test_a_count_carries_its_share_and_what_it_is_out_of() -> None:
    found = _one("Sleep came to 12 of 45 sleepers (27%)")
    assert (found.count, found.denominator, found.percent) == (12, 45, 27)
    found = _one("65.2% (30/46) slept")
    assert (found.count, found.denominator, float(found.percent or 0)) == (30, 46, 65.2)
    found = _one("Sixteen (37%) patients slept")
    assert (found.count, found.percent) == (16, 37)
    found = _one("seen in 26 (33%) of 80 patients")
    assert (found.count, found.denominator, found.percent) == (26, 80, 33)


def test_ratios_are_known_by_name() -> None:
    found = _one("Hazard ratio for waking 1.02")
    assert (found.statistic, str(found.value)) == ("HR", "1.02")


def test_places_that_are_taken_and_times_are_no_figures() -> None:
    text = "At 12 weeks the mean was 142 ± 35 min"
    assert [str(one.value) for one in _found(text, (29, 33))] == ["142"]


def test_a_unit_may_stand_behind_a_place_that_is_taken() -> None:
    text = "The mean was 142 ± 35 min"
    (found,) = _found(text, (17, 21))
    assert found.unit is not None
    assert text[slice(*found.unit)] == "min"


def test_a_value_needs_a_known_unit_or_a_verb_before_it() -> None:
    assert [str(one.value) for one in _found("3 courses of 4 sessions were given")] == []
    assert str(_one("The number needed to treat was 21").value) == "21"


def test_a_number_that_others_are_counted_per_counts_nobody() -> None:
    found = _found("The rate was 3.2 per 1000 person-years and 4 per 100 patients")
    assert [one.count for one in found] == [None, None]
