"""The pages of an evaluation suite as samples to perturb."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from extractor.documents import Document
from extractor.evaluation.suite import Suite
from extractor.records.envelope import Extraction
from perturb.drop import without
from perturb.pieces import Page, walk
from perturb.product import Product, product_of
from perturb.reading import read_page


@dataclass(frozen=True, slots=True)
class Sample:
    """A page with its gold."""

    document: Document
    gold: Extraction

    @property
    def page(self) -> Page:
        """The page, read into blocks."""
        return read_page(self.document, self.gold)

    def without(self, heading: str) -> Product:
        """The product of removing the block below one heading."""
        page = self.page
        gone = next(block for block in walk(page.blocks) if block.name == heading)
        return product_of(without(page, gone), self.document, self.gold)


Pages = Callable[[str], Sample]
"""Gives a page by the first digits of its id."""


def samples(suite: Path) -> tuple[Sample, ...]:
    """The cases of a suite file. Raises the errors of Suite.load."""
    return tuple(Sample(case.page(), case.gold_extraction()) for case in Suite.load(suite).cases)
