"""Lists of sites: a facility, and below it the place."""

from collections.abc import Iterator

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import unread
from extractor.layout.placeholders import placeholder
from extractor.layout.places import Place, place_of, without_flag
from extractor.layout.table_cells import cells_of, is_rule
from extractor.normalise.terms import fold, lookup
from extractor.records.missing import MissingReason
from extractor.structure.slices import Slice

_COLUMNS = {
    **dict.fromkeys(
        ("facility", "site", "centre", "center", "hospital", "institution", "site name"), "facility"
    ),
    **dict.fromkeys(("location", "place", "address"), "place"),
    **dict.fromkeys(("state", "region", "province"), "state"),
    **{name: name for name in ("city", "country")},
}
"""Names of the columns of a table of sites."""


class SiteList:
    """Writes locations and, if asked to, countries into a draft; a site printed twice is one location."""

    def __init__(self, builder: DraftBuilder, *, countries: bool) -> None:
        self._builder = builder
        self._countries = countries
        self._places: dict[tuple[str, str], str] = {}
        self._country_places: dict[str, str] = {}

    def put(self, lines: list[Slice]) -> None:
        """Read the lines below the heading, blank ones and furniture left out."""
        if len(lines) == 1 and (reason := placeholder(lines[0])):
            self._builder.missing("/locations", reason, lines[0])
            return
        facility: Slice | None = None
        for line in self._without_rows(lines):
            words = without_flag(line)
            if not words:
                continue
            place = place_of(words)
            if place is None:
                if facility:
                    unread(self._builder, "/locations", "A site without a place", facility)
                facility = words
                continue
            self._put_site(facility, words, place)
            facility = None
        if facility:
            unread(self._builder, "/locations", "A site without a place", facility)

    def _without_rows(self, lines: list[Slice]) -> Iterator[Slice]:
        """The lines that are no rows of a table; sites are written from rows whose columns are known."""
        columns: tuple[str, ...] = ()
        for line in lines:
            cells = cells_of(line)
            names = tuple(_COLUMNS.get(cell.text.casefold(), "") for cell in cells)
            if len(cells) > 1 and all(names):
                columns = names
            elif columns and is_rule(line):
                continue
            elif len(cells) > 1 and len(cells) == len(columns):
                self._put_cells(line, dict(zip(columns, cells, strict=True)))
            else:
                yield line

    def _put_cells(self, row: Slice, cells: dict[str, Slice]) -> None:
        """One row: a facility, and its place in one cell or in several."""
        country = cells.get("country")
        code = lookup("countries", country.text) if country else None
        place = place_of(cells["place"]) if "place" in cells else None
        if country and code and cells.get("city"):
            place = Place(cells["city"], cells.get("state"), country, code)
        if place and cells.get("facility"):
            self._put_site(cells["facility"], row, place)
        else:
            unread(self._builder, "/locations", "A row of the table of sites", row)

    def _put_site(self, facility: Slice | None, words: Slice, place: Place) -> None:
        key = (fold(facility.text) if facility else "", fold(words.text))
        known = self._places.get(key)
        pointer = known or self._places.setdefault(key, self._builder.item("/locations"))
        self._say(pointer, "facility", facility)
        self._say(pointer, "city", place.city)
        self._say(pointer, "state", place.state)
        self._say(pointer, "country", place.country)
        self._builder.put(f"{pointer}/country_iso2", place.iso2, place.country)
        if place.state is not None and not place.state:
            self._builder.missing(f"{pointer}/state", MissingReason.EMPTY_CELL, words)
        if self._countries:
            self.put_country(place.country)

    def _say(self, pointer: str, name: str, words: Slice | None) -> None:
        if words and self._builder.get(f"{pointer}/{name}") is None:
            self._builder.say(f"{pointer}/{name}", words)
        elif words:
            self._builder.words(f"{pointer}/{name}", words)

    def put_country(self, words: Slice) -> None:
        """Write a country once; later places are more words for it."""
        known = self._country_places.get(fold(words.text))
        if known:
            self._builder.words(known, words)
        else:
            self._country_places[fold(words.text)] = self._builder.item("/countries", words.text, words)
