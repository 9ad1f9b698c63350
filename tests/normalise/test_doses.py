from extractor.normalise.doses import doses, frequencies, pieces, weights


def test_a_dose_knows_the_agent_and_the_weight_before_it() -> None:
    text = "for patients <60kg, lenvatinib 8mg; for patients >60kg, heat 12mg"
    found = [
        (dose.agent, str(dose.amount.value), str(dose.weight.comparator))
        for dose in doses(text, ("heat",))
        if dose.weight
    ]
    assert found == [("lenvatinib", "8", "LT"), ("heat", "12", "GT")]


def test_strengths_are_no_doses_and_pieces_are_counted() -> None:
    text = "200mg tablet, 2 tablets daily"
    assert doses(text, ()) == ()
    assert [str(limit.value) for limit in pieces(text)] == ["2"]


def test_the_longest_frequency_counts() -> None:
    assert frequencies("heat twice daily, cold daily") == (("twice daily", "2"), ("daily", "1"))


def test_limits_on_weight_are_told_from_doses() -> None:
    assert [str(limit.value) for limit in weights("below 60 kg: 8 mg")] == ["60"]
