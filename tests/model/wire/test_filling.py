from typing import Any

from wire_answers import answer, read, row

from extractor.model.wire.filling import fill_of, filled_fields
from extractor.model.wire.forms import form_of
from extractor.records.declare import Check, declarations
from extractor.records.outcomes import Outcome
from extractor.records.references import Reference
from extractor.records.sharing import WebLink

CITATION = (
    "Smith AB, Jones C. Tea for all. J Tea. 2031 Feb 6;12(3):7-17. doi: 10.1016/S0140-6. Epub 2031 Jan 2."
)


def one(field: str, title: str, **values: Any) -> dict[str, Any]:
    form = form_of((field,))
    made: dict[str, Any] = read(form, answer(form, **{field: [row(form, title, **values)]})).record[field][0]
    return made


def test_names_are_filled_from_the_shipped_tables() -> None:
    site = one("locations", "Location", country="Norway")
    assert site["country_iso2"] == "NO"
    assert one("locations", "Location", country="Teatopia")["country_iso2"] is None
    assert one("locations", "Location", city="Oslo")["country_iso2"] is None
    drug = one("interventions", "Intervention", name="Sorafenib", listed=True)
    assert drug["name_norm"] == "sorafenib"
    drug = one("interventions", "Intervention", name="Sorafenib (Nexavar)", listed=True)
    assert drug["name_norm"] == "sorafenib"


def test_a_concept_inside_a_measure_is_found() -> None:
    assert (
        one("outcomes", "Outcome", measure="Overall survival at 2 years", kind="PRIMARY")["concept_norm"]
        == "OS"
    )


def test_a_unit_with_one_code_has_that_code() -> None:
    form = form_of(("arms",))
    arms = [row(form, "Arm", label="Tea", listed=True)]

    def ucum(unit: str | None) -> Any:
        regimen = row(form, "Regimen", of="ARM", label="Tea", text="200 mg", dose_value=200, dose_unit=unit)
        part = read(form, answer(form, arms=arms, regimens=[regimen]))
        return part.record["arms"][0]["regimens"][0]["dose"]["ucum"]

    assert ucum("mg") == "mg"
    assert ucum("teaspoons") is None
    assert ucum(None) is None


def test_a_citation_is_taken_apart() -> None:
    made = one("references", "Reference", citation=CITATION)
    assert made["authors"] == ["Smith AB", "Jones C"]
    assert (made["title"], made["journal"]) == ("Tea for all", "J Tea")
    assert (made["date"], made["epub_date"]) == ("2031-02-06", "2031-01-02")
    assert (made["volume"], made["issue"], made["pages"]) == ("12", "3", "7-17")
    assert made["doi"] == "10.1016/S0140-6"


def test_a_citation_of_another_form_leaves_its_parts_empty() -> None:
    made = one("references", "Reference", citation="A book about tea")
    assert made["authors"] == []
    assert {made[name] for name in filled_fields(Reference) - {"authors"}} == {None}


def test_what_is_filled_follows_from_the_declarations() -> None:
    assert filled_fields(Outcome) == {"concept_norm"}
    assert filled_fields(WebLink) == frozenset()
    assert fill_of(WebLink) is None
    assert all(declarations(Reference)[name].check is not Check.PARTS for name in filled_fields(Reference))
    assert "pmid" not in filled_fields(Reference)
