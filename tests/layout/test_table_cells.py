from extractor.documents import Document
from extractor.extraction import extract
from extractor.layout.table_cells import cells_of, is_rule
from extractor.structure.slices import Slice

PAGE = """<!doctype html><html><body><p>MedPath</p><p>A Study of Blue Tea</p><p>Phase 2</p>
<h2>Arm &amp;&amp; Interventions</h2>
<table><tr><th>Group</th><th>Intervention</th><th>Description</th></tr>
<tr><td>tea arm</td><td>blue tea</td><td>one cup each day</td></tr>
<tr><td>water arm</td><td>water</td><td>-</td></tr></table>
<h2>Primary Outcome Measures</h2>
<table><tr><th>Name</th><th>Time</th><th>Method</th></tr>
<tr><td>Overall calm</td><td>24 months</td><td>time to first sigh</td></tr>
<tr><td>Thirst</td><td>From baseline to 2 years</td><td></td></tr></table>
<p>© 2025 MedPath, Inc. All rights reserved.</p></body></html>"""


def test_a_row_has_as_many_cells_as_tabs_and_one() -> None:
    row = "a  \tb\t\tc"
    assert [cell.text for cell in cells_of(Slice(row, 0, len(row)))] == ["a", "b", "", "c"]


def test_tables_of_html_pages_are_read_by_their_cells() -> None:
    record = extract(Document.from_bytes(PAGE.encode(), id="tea")).record
    assert [(arm.label, arm.description) for arm in record.arms] == [
        ("tea arm", "one cup each day"),
        ("water arm", None),
    ]
    assert [item.name for item in record.interventions] == ["blue tea", "water"]
    assert [(outcome.measure, outcome.time_frame, outcome.description) for outcome in record.outcomes] == [
        ("Overall calm", "24 months", "time to first sigh"),
        ("Thirst", "From baseline to 2 years", None),
    ]


def test_bars_at_both_ends_part_cells_and_a_line_of_dashes_is_no_row() -> None:
    def cells(row: str) -> list[str]:
        return [cell.text for cell in cells_of(Slice(row, 0, len(row)))]

    assert cells("| a | b | |") == ["a", "b", ""]
    assert cells("a | b") == ["a | b"]
    assert [is_rule(Slice(row, 0, len(row))) for row in ("|---|:--:|", "--- | ---", "| a | - |", "---")] == [
        True,
        True,
        False,
        False,
    ]


def test_tables_in_markdown_are_read_by_their_cells(medpath_page: str) -> None:
    glued = extract(Document.from_text(medpath_page, id="tea")).record
    page = medpath_page
    for old, new in (
        ("GroupInterventionDescription\n", "| Group | Intervention | Description |\n|---|---|---|\n"),
        ("Tea and readingGinger teaOne", "| Tea and reading | Ginger tea | One"),
        ("Reading onlyReading aloud-", "| Reading only | Reading aloud | - |"),
        ("Tea and readingReading aloudOne", "| Tea and reading | Reading aloud | One"),
        ("chapter before bed\n", "chapter before bed |\n"),
        ("Quality of life4 weeks, 12 weeks", "| Quality of life | 4 weeks, 12 weeks | |"),
        ("Adverse eventsUp to 6 months", "| Adverse events | Up to 6 months | |"),
    ):
        assert old in page
        page = page.replace(old, new)
    extraction = extract(Document.from_text(page, id="tea"))
    assert (extraction.record.arms, extraction.record.outcomes) == (glued.arms, glued.outcomes)
    assert extraction.record.arm_interventions == glued.arm_interventions
    assert {one.status.value for one in extraction.evidence.values()} <= {"VERIFIED", "QUOTED"}
    assert extraction.findings == []
