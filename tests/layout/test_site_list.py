"""Lists of sites."""

from collections.abc import Callable

import pytest

from extractor.records.draft import Draft

Read = Callable[[str], Draft]
Unread = Callable[[Draft], list[str]]


def page(sites: str) -> str:
    """A page with sites."""
    return f"MedPath\n\nTea\n\nTrial Locations\n\nLocations (3)\n\n{sites}\n\nNameTimeMethod\n© 2025 MedPath"


def facilities(draft: Draft) -> list[tuple[str | None, str | None]]:
    return [(one.facility, one.city) for one in draft.record.locations]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_three_sites_are_three(read: Read, gap: str) -> None:
    sites = ["Hall", "🇦🇹", "Graz, Austria", "Inn", "🇫🇷 Lyon, France", "Barn", "🇦🇹Linz, Austria"]
    draft = read(page(gap.join(sites)).replace("NameTimeMethod\n", ""))
    assert facilities(draft) == [("Hall", "Graz"), ("Inn", "Lyon"), ("Barn", "Linz")]
    assert draft.record.countries == ["Austria", "France"]
    assert len(draft.quotes["/countries/0"]) == 2
    assert draft.record.location_count_stated == 3


def test_a_site_printed_twice_is_one_with_two_places(read: Read) -> None:
    text = page("Hall\n\n🇦🇹\n\nGraz, Austria\n\nHall\n🇦🇹Graz, Austria")
    draft = read(text.replace("NameTimeMethod\n", ""))
    assert facilities(draft) == [("Hall", "Graz")]
    assert [quote.start for quote in draft.quotes["/locations/0/facility"]] == [
        text.index("Hall"),
        text.rindex("Hall"),
    ]


def test_two_houses_in_one_town_and_one_name_in_two_towns_are_two(read: Read) -> None:
    sites = "Hall\nGraz, Austria\nInn\nGraz, Austria\nHall\nLinz, Austria"
    draft = read(page(sites).replace("NameTimeMethod\n", ""))
    assert facilities(draft) == [("Hall", "Graz"), ("Inn", "Graz"), ("Hall", "Linz")]


def test_a_place_without_a_house_is_a_site(read: Read) -> None:
    assert facilities(read(page("Graz, Austria").replace("NameTimeMethod\n", ""))) == [(None, "Graz")]


def test_houses_without_a_place_are_unread(read: Read, unread: Unread) -> None:
    draft = read(page("Hall\nInn\nGraz, Austria\nBarn").replace("NameTimeMethod\n", ""))
    assert facilities(draft) == [("Inn", "Graz")]
    assert unread(draft) == ["Hall", "Barn"]


@pytest.mark.parametrize(
    "table",
    [
        "| Facility | City | Country |\n|---|:--:|---|\n| Hall | Graz | Austria |\n| Barn | Linz | Austria |",
        "| Site | Location |\n|---|---|\n| Hall | Graz, Austria |\n| Barn | Linz, Austria |",
        "Site\tLocation\nHall\tGraz, Austria\nBarn\tLinz, Austria",
    ],
)
def test_a_table_of_sites_whose_columns_are_named_is_read(read: Read, unread: Unread, table: str) -> None:
    draft = read(page(table).replace("NameTimeMethod\n", ""))
    assert facilities(draft) == [("Hall", "Graz"), ("Barn", "Linz")]
    assert unread(draft) == []


@pytest.mark.parametrize("row", ["| Hall | Graz | Narnia |", "| | Graz | Austria |", "| Hall | Austria |"])
def test_a_row_that_is_no_site_is_named(read: Read, unread: Unread, row: str) -> None:
    draft = read(page(f"| Facility | City | Country |\n{row}").replace("NameTimeMethod\n", ""))
    assert facilities(draft) == []
    assert unread(draft) == [row]
