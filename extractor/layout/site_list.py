"""Lists of sites: a facility, and below it the place."""

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import unread
from extractor.layout.placeholders import placeholder
from extractor.layout.places import Place, place_of, without_flag
from extractor.normalise.terms import fold
from extractor.records.missing import MissingReason
from extractor.structure.slices import Slice


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
        for line in lines:
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
