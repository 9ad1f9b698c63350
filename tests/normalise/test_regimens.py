import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.normalise.printed_regimens import PrintedRegimen
from extractor.normalise.regimens import regimens

PIECES = (
    "heatol ", "4 mg ", "400 mg/m2 ", "2 tablets ", "bid ", "q3w ", "for 6 weeks ", "until progression ", "(",
    ")", ". ", "; ", "on days 1, 8 ", "of 21 days ", "<60 kg ", "starting within 4 weeks after ",
    "oral ", "and ", "\n", "é", "1,000 ",
)  # fmt: skip


def _one(text: str) -> PrintedRegimen:
    (found,) = regimens(text, frozenset({"heatol"}))
    return found


def _words(text: str, place: tuple[int, int] | None) -> str | None:
    return text[slice(*place)] if place else None


def test_a_statement_is_read_with_all_its_parts() -> None:
    text = "Oral heatol (400 mg BID) will be start the 3 day after the first bath and go on until relapse."
    found = _one(text)
    assert found.dose is not None
    assert (found.dose.value, _words(text, found.dose.unit), found.dose.ucum) == (Decimal(400), "mg", "mg")
    assert (_words(text, found.agent), found.route_norm, found.doses_per_day) == (
        "heatol",
        "ORAL",
        Decimal(2),
    )
    assert _words(text, found.begins) == "the 3 day after the first bath"
    assert _words(text, found.stops) == "until relapse"
    assert (found.start, found.end) == (0, len(text))


def test_strength_and_count_are_not_multiplied() -> None:
    text = "Heatol 200mg tablet, 2 tablets oral daily for 2 years"
    found = _one(text)
    assert found.dose is not None
    assert (found.dose.value, found.dose.units_per_dose) == (None, Decimal(2))
    assert _words(text, found.dose.unit_strength) == "200mg tablet"
    assert found.duration is not None
    assert found.duration.value == 2


def test_an_amount_a_day_is_a_daily_total_and_no_dose() -> None:
    text = "Heatol at doze of 400mg per day"
    found = _one(text)
    assert found.dose is not None
    assert (found.dose.value, _words(text, found.dose.total_daily), found.frequency) == (
        None,
        "400mg per day",
        None,
    )


def test_weight_bands_leave_the_gap_at_their_border() -> None:
    text = r"for patients \<60kg, heatol 8mg bid po for patients \>60kg, heatol 12mg bid po"
    found = regimens(text, frozenset({"heatol"}))
    assert [(one.band.comparator, one.band.value) for one in found if one.band] == [("LT", 60), ("GT", 60)]
    assert [one.dose.value for one in found if one.dose] == [8, 12]


def test_cycles_and_days_are_read_only_where_they_are_printed() -> None:
    found = _one("heatol 75 mg/m2 IV on day 1 and 8 of 21 days")
    assert (found.days_of_cycle, found.cycle_length and found.cycle_length.value) == ((1, 8), 21)
    found = _one("heatol 75 mg/m2 daily for 21 days")
    assert (found.days_of_cycle, found.cycle_length) == ((), None)


def test_an_aim_told_before_a_dose_is_no_part_of_its_statement() -> None:
    text = (
        "The aim of this study is to evaluate efficacy of heatol 400 mg bid with tea in patients with colds."
    )
    found = _one(text)
    assert text[found.start : found.end] == "heatol 400 mg bid"


def test_an_amount_beside_several_pieces_is_not_what_is_given_at_once() -> None:
    text = "heatol 100 mcg, 2 puffs daily"
    dose = _one(text).dose
    assert dose is not None
    assert dose.unit_strength is not None
    assert (text[slice(*dose.unit_strength)], dose.value, dose.units_per_dose) == ("100 mcg", None, 2)
    text = "heatol 100 mg, 2 tablets daily"
    dose = _one(text).dose
    assert dose is not None
    assert dose.unit is not None
    assert (dose.value, text[slice(*dose.unit)], dose.unit_strength) == (2, "tablets", None)


def test_a_range_of_weights_is_a_condition_and_a_limit_is_a_band() -> None:
    text = "10-20 kg: heatol 100 mg daily"
    found = _one(text)
    assert found.condition is not None
    assert (text[slice(*found.condition)], found.band) == ("10-20 kg", None)
    band = _one("weighing 30 kg or more: heatol 200 mg").band
    assert band is not None
    assert (band.comparator, band.value) == ("GE", 30)


def test_what_is_done_to_a_dose_has_its_own_frequency() -> None:
    assert _one("heatol 4 mg, doubled every 2 weeks").frequency is None


def test_the_same_dose_told_in_another_way_is_one_dose() -> None:
    found = _one("calcium carbonate 1250 mg (500 mg elemental calcium) twice daily")
    assert found.dose is not None
    assert (found.dose.value, found.dose.basis) == (1250, None)
    found = _one("2 tablets of heatol 50 mg daily")
    assert found.dose is not None
    assert (found.dose.value, found.dose.unit_strength is not None, found.dose.units_per_dose) == (
        None,
        True,
        2,
    )


def test_a_weight_in_brackets_belongs_to_the_amount_before_it() -> None:
    text = "heatol 8 mg (bodyweight <60 kg) or 12 mg (bodyweight ≥60 kg)"
    bands = [one.band and (one.band.comparator, one.band.value) for one in regimens(text)]
    assert bands == [("LT", 60), ("GE", 60)]


def test_what_is_done_when_a_drug_is_not_tolerated_is_no_condition_of_giving_it() -> None:
    text = "heatol 4 mg daily, reduced to 2 mg if grade 3 toxicity occurs"
    found = _one(text)
    assert (found.dose and found.dose.value, found.condition) == (4, None)


def test_days_that_are_a_start_and_a_stop_are_no_days_of_a_cycle() -> None:
    text = "heatol 4 mg TID from day 0 to day 30"
    found = _one(text)
    assert found.begins is not None
    assert (text[slice(*found.begins)], found.days_of_cycle) == ("from day 0", ())


def test_a_bound_alone_is_no_statement() -> None:
    assert regimens("less than 4 mg of aspirin per day") == ()


def test_a_placebo_is_not_given_the_dose_it_looks_like() -> None:
    text = "Placebo matching aspirin 4 mg twice daily"
    found = _one(text)
    assert (found.agent and text[slice(*found.agent)], found.dose) == ("Placebo", None)


@pytest.mark.parametrize("text", ["", "Heatol is used for tea", "after 3 weeks", "weight 60 kg", "0.9%"])
def test_words_without_an_amount_are_no_statement(text: str) -> None:
    assert regimens(text) == ()


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_any_text_is_read_and_every_place_lies_in_its_statement_or_sentence(text: str) -> None:
    for found in regimens(text, frozenset({"heatol"})):
        assert 0 <= found.start < found.end <= len(text)
        for place in (found.agent, found.route, found.frequency, found.begins, found.stops, found.condition):
            assert place is None or 0 <= place[0] < place[1] <= len(text)


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    # Garbage of other tests is collected at any time: one try of three is enough.
    assert any(times_longer(piece, agent) < 32 for agent in ("heatol", "coldol", "warmol"))


def times_longer(piece: str, agent: str) -> float:
    """How much longer eight times the text takes; what takes no hundredth of a second counts as one."""
    spent = []
    for size in (4_000, 32_000):
        text = piece * (size // len(piece))
        started = time.process_time()
        regimens(text, frozenset({agent}))
        spent.append(time.process_time() - started)
    return spent[1] / max(spent[0], 0.01)
