from extractor.normalise.dose_units import is_concentration, ucum_of


def test_a_code_is_given_only_by_the_table() -> None:
    assert (ucum_of("mg/m2"), ucum_of("mg  / m2"), ucum_of("spoons")) == ("mg/m2", None, None)


def test_a_concentration_is_no_dose() -> None:
    assert [is_concentration(unit) for unit in ("mg/mL", "mg/kg", "mL")] == [True, False, False]
