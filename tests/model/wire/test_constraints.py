from typing import Any

import pytest
from wire_answers import answer, read, row

from extractor.model.wire.forms import form_of
from extractor.model.wire.reading import AnswerError

FORM = form_of(("eligibility",))


def constrained(kind: str, **values: Any) -> dict[str, Any]:
    """The constraint that one row says."""
    criterion = row(FORM, "Criterion", id=1, list="INCLUSION", text="Tea", op="LEAF", negated=False)
    one = row(FORM, "Constraint", criterion=1, kind=kind, **values)
    part = read(FORM, answer(FORM, criteria=[criterion], constraints=[one]))
    (node,) = part.record["eligibility"]["inclusion"]
    (made,) = node["constraints"]
    assert isinstance(made, dict)
    return made


def test_a_row_becomes_a_constraint_of_its_kind() -> None:
    made = constrained("time", relation="WITHIN", value=3, unit="MONTH", anchor="tea")
    assert made == {"kind": "time", "relation": "WITHIN", "value": 3, "unit": "MONTH", "anchor": "tea"}


def test_ages_are_put_together_from_their_columns() -> None:
    made = constrained("age", min_value=18, min_unit="YEAR", min_inclusive=True)
    assert made == {"kind": "age", "min": {"value": 18, "unit": "YEAR", "inclusive": True}, "max": None}


def test_names_of_parameters_and_units_are_filled() -> None:
    made = constrained(
        "quantity", parameter="Hb", comparator="GE", value=9, unit_text="g/dL", reference="ABSOLUTE"
    )
    assert (made["parameter_norm"], made["ucum"]) == ("HEMOGLOBIN", "g/dL")


def test_a_unit_with_two_codes_has_the_one_that_fits_what_is_measured() -> None:
    def ucum(parameter: str) -> Any:
        limit = {"comparator": "GT", "value": 90, "unit_text": "G/L", "reference": "ABSOLUTE"}
        return constrained("quantity", parameter=parameter, **limit)["ucum"]

    assert ucum("Hb") == "g/L"
    assert ucum("platelets") == "10*9/L"
    assert ucum("steam") is None


def test_a_column_of_several_kinds_is_read_by_its_kind() -> None:
    assert constrained("class", scale="NYHA", values=["I", "II"])["scale"] == "NYHA"
    assert constrained("performance_status", scale="ECOG", min=0, max=1)["max"] == 1
    with pytest.raises(AnswerError, match="/constraints/0/scale: not one of the listed values"):
        constrained("performance_status", scale="NYHA")


def test_a_value_in_a_column_of_another_kind_is_a_fault() -> None:
    with pytest.raises(AnswerError, match="/constraints/0/values: a value in a column that time rows do not"):
        constrained("time", relation="AT", values=["I"])


def test_half_an_age_is_a_fault() -> None:
    with pytest.raises(AnswerError, match="/constraints/0/min_unit: null where the columns beside it"):
        constrained("age", min_value=18)


def test_an_unknown_kind_is_a_fault() -> None:
    with pytest.raises(AnswerError, match="/constraints/0/kind: not one of the listed values"):
        constrained("colour")


def test_a_column_tells_which_kinds_it_is_for() -> None:
    columns = {
        column.name: column for one in FORM.objects() if one.title == "Constraint" for column in one.columns
    }
    assert columns["value"].description == "quantity: Limit; the lower one of BETWEEN. time: Length."
    assert columns["anchor"].description.startswith("time: ")
    assert "UNSTATED" in columns["comparator"].values_remark
