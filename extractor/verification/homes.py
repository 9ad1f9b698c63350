"""Where a field's words may stand: under its own heading, in prose, behind its own label."""

from functools import cache, lru_cache
from typing import Final

from extractor.records.paths import declared_paths
from extractor.verification.page import Page, Place
from extractor.verification.section_forms import UNKNOWN

PROSE: Final = frozenset(
    {
        "",
        UNKNOWN,
        "design",
        "eligibility",
        "brief_summary",
        "description",
        "official_title",
        "arms",
        "interventions",
        "results",
        "basic_information",
    }
)
"""Sections that may say anything about the trial: in sentences, or under headings inside them."""


@lru_cache(maxsize=2048)
def homes_of(path: str) -> tuple[frozenset[str], bool] | None:
    """The sections a field's words stand in, and whether they stand nowhere else."""
    while path:
        declared = declared_paths().get(path)
        if declared and (names := declared.home or declared.usual_home):
            return frozenset(names), bool(declared.home)
        path = path.rpartition("/")[0]
    return None


@cache
def _labels() -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for path, declared in declared_paths().items():
        for label in declared.labels:
            found.setdefault(label, []).append(path)
    longest = sorted(found.items(), key=lambda pair: -len(pair[0]))
    return tuple((label, tuple(paths)) for label, paths in longest)


def at_home(page: Page, path: str, place: Place) -> bool:
    """Whether a place stands under the field's own heading."""
    homes = homes_of(path)
    return homes is not None and page.part_at(place[0]).name in homes[0]


def misplaced(page: Page, path: str, place: Place) -> str | None:
    """Why a place cannot be one of this field, or None."""
    homes = homes_of(path)
    if homes is not None:
        names, only = homes
        part = page.part_at(place[0]).name
        if part not in names:
            if part == UNKNOWN and page.part_before(place[0]) in names:
                return None
            if only and not names.isdisjoint(page.filled):
                return (
                    f"stands under the heading of {part or 'the page'}, not of {' or '.join(sorted(names))}"
                )
            if not only and part not in PROSE and part not in names:
                return f"stands under the heading of {part}"
    if path.startswith("/publication/"):
        return _labelled(page, path, place)
    return None


def _labelled(page: Page, path: str, place: Place) -> str | None:
    line = page.line_at(place[0])
    for label, owners in _labels():
        if page.text.startswith(label, line[0]) and place[0] >= line[0]:
            return None if path.startswith(owners) else f"stands behind the label {label!r}"
    return None
