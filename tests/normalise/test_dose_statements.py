from extractor.normalise.dose_statements import sentences_of, statements


def _texts(text: str) -> list[str]:
    return [text[one.start : one.end] for one in statements(text, frozenset({"heat", "cold"}))]


def test_each_agent_has_a_statement_of_its_own() -> None:
    assert _texts("oral heat (4 mg daily) and cold 8 mg weekly") == [
        "oral heat (4 mg daily)",
        "cold 8 mg weekly",
    ]


def test_each_weight_band_has_a_statement_of_its_own() -> None:
    text = "for patients <60kg, heat 8mg po for patients >60kg, heat 12mg po"
    assert _texts(text) == ["for patients <60kg, heat 8mg po", "for patients >60kg, heat 12mg po"]


def test_a_strength_and_its_count_are_one_statement() -> None:
    assert _texts("heat 200mg tablet, 2 tablets daily") == ["heat 200mg tablet, 2 tablets daily"]


def test_a_body_weight_is_no_amount() -> None:
    assert _texts("patients >60kg") == []


def test_a_limit_behind_an_amount_is_its_own() -> None:
    text = "heat 12 mg (body weight >=60 kg) or 8 mg (body weight <60 kg)"
    found = [text[slice(*one.weight)] for one in statements(text) if one.weight]
    assert found == ["body weight >=60 kg", "body weight <60 kg"]


def test_sentences_end_at_stops_and_semicolons_but_not_in_numbers() -> None:
    text = "Heat 1.5 mg i.v. daily. Cold 2 mg; none"
    assert [text[slice(*one)] for one in sentences_of(text)] == [
        "Heat 1.5 mg i.v. daily.",
        "Cold 2 mg",
        "none",
    ]


def test_words_that_join_two_drugs_belong_to_neither() -> None:
    assert _texts("heat 4 mg daily added to ongoing cold 8 mg weekly") == [
        "heat 4 mg daily",
        "cold 8 mg weekly",
    ]


def test_what_tells_of_the_next_dose_ends_no_statement() -> None:
    assert _texts("heat 8 mg, Day 2: 16 mg") == ["heat 8 mg", "16 mg"]
    assert _texts("heat 500 mg, evening dose 1000 mg") == ["heat 500 mg", "1000 mg"]
    assert _texts("heat 5 mg, increased to 10 mg") == ["heat 5 mg", "10 mg"]


def test_a_name_that_is_only_told_before_is_not_given_what_has_another_name() -> None:
    def agents(text: str) -> list[str | None]:
        found = statements(text, frozenset({"heat"}))
        return [text[slice(*one.agent)] if one.agent else None for one in found]

    assert agents("after heat, subjects receive 50 mg of drug X") == [None]
    assert agents("after placebo, subjects receive 50 mg daily") == [None]
    assert agents("after heat, subjects receive 50 mg daily") == ["heat"]
    assert agents("an enema with 100 mL iodinated tea") == ["iodinated tea"]
