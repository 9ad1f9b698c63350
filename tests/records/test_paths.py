import json

from extractor._data import text
from extractor.records.paths import declared_paths


def test_every_field_has_a_path() -> None:
    paths = declared_paths()
    assert {"/arms", "/arms/label", "/eligibility/inclusion/children/children"} - set(paths) == {
        "/eligibility/inclusion/children/children"
    }
    assert paths["/status/start_date"].home == ("start_date",)
    assert paths["/publication/pages"].labels == ("Pages (from-to)", "Pages")


def test_homes_are_sections_that_the_headings_table_knows() -> None:
    known = {*json.loads(text("schemas/vocabulary/headings.json")), ""}
    named = {name for one in declared_paths().values() for name in (*one.home, *one.usual_home)}
    assert named <= known
    assert named
