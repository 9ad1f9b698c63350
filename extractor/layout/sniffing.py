"""Which layout a page has: a score with its reasons."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extractor.layout.page import Page
from extractor.records.draft import Draft

THRESHOLD = 0.5
"""A page that no layout scores this high on has an unknown layout."""


@dataclass(frozen=True, slots=True)
class Sniff:
    """How much a page looks like a layout, from 0 to 1, and what speaks for it."""

    score: float
    reasons: tuple[str, ...]


def _in_order(_: Page) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A page layout: how to recognise it and how to read it.

    `disorder` says what stands on a page in another order than the layout's; `""` where nothing does.
    """

    name: str
    sniff: Callable[[Page], Sniff]
    read: Callable[[Page], Draft]
    disorder: Callable[[Page], str] = _in_order


def weigh(signs: Iterable[tuple[bool, float, str]]) -> Sniff:
    """Add up signs: whether each is there, what it weighs, what it is. The score stays below or at 1."""
    seen = [(weight, reason) for there, weight, reason in signs if there]
    return Sniff(min(1.0, round(sum(weight for weight, _ in seen), 3)), tuple(reason for _, reason in seen))


def sniffed(layout: Layout, page: Page) -> Sniff:
    """How much a page looks like a layout; asked of a page once."""
    if layout.name not in page.sniffed:
        page.sniffed[layout.name] = layout.sniff(page)
    found: Sniff = page.sniffed[layout.name]
    return found


def best(layouts: Iterable[Layout], page: Page) -> Layout | None:
    """The layout with the highest score, the first one of equals; None where none reaches the threshold."""
    score, chosen = THRESHOLD, None
    for layout in layouts:
        if chosen is not None and score >= 1:
            break
        found = sniffed(layout, page).score
        if found > score or (chosen is None and found == score):
            score, chosen = found, layout
    return chosen
