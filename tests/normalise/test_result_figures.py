from extractor.normalise.result_figures import Figure, result_figures


def _one(text: str) -> Figure:
    (found,) = result_figures(text)
    return found


def test_a_count_carries_its_share_and_what_it_is_out_of() -> None:
    found = _one("Sleep came to 12 of 45 sleepers (27%)")
    assert (found.count, found.denominator, found.percent) == (12, 45, 27)
    found = _one("65.2% (30/46) slept")
    assert (found.count, found.denominator, float(found.percent or 0)) == (30, 46, 65.2)
    found = _one("Sixteen (37%) patients slept")
    assert (found.count, found.percent) == (16, 37)


def test_ratios_are_known_by_name() -> None:
    found = _one("Hazard ratio for waking 1.02 (0.88-1.18)")
    assert (found.statistic, str(found.value)) == ("HR", "1.02")


def test_spreads_intervals_p_values_and_times_are_no_figures() -> None:
    text = "At 12 weeks the mean was 142 ± 35 min (95% CI 130-150; P = 0.03)"
    assert [str(one.value) for one in result_figures(text)] == ["142"]


def test_a_value_needs_a_known_unit_or_a_verb_before_it() -> None:
    assert [str(one.value) for one in result_figures("3 courses of 4 sessions were given")] == []
    assert str(_one("The number needed to treat was 21").value) == "21"


def test_a_number_that_others_are_counted_per_counts_nobody() -> None:
    found = result_figures("The rate was 3.2 per 1000 person-years and 4 per 100 patients")
    assert [one.count for one in found] == [None]
