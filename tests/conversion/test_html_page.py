"""An HTML page as text."""

from extractor.conversion.html_page import html_text


def test_cells_are_parted_by_tabs_and_not_padded() -> None:
    table = "<table><tr><th>Group</th><th>Tea</th></tr><tr><td>A</td><td>Warm</td></tr></table>"
    assert html_text(table).text.strip().split("\n") == ["Group\tTea", "A\tWarm"]
