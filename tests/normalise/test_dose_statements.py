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
