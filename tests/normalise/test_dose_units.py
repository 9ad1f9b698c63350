from extractor.normalise.dose_units import is_no_dose, ucum_of


def test_a_code_is_given_only_by_the_table() -> None:
    assert (ucum_of("mg/m2"), ucum_of("mg  / m2"), ucum_of("spoons")) == ("mg/m2", None, None)


def test_a_concentration_and_a_flow_are_no_dose() -> None:
    assert [is_no_dose(unit) for unit in ("mg/mL", "mL/min", "mg/kg", "mL")] == [True, True, False, False]
