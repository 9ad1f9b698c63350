"""A perturbed page with its gold, and the list of perturbations."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from extractor.documents import Document
from extractor.errors import ExtractorError
from extractor.records.envelope import Extraction
from perturb.drop import drop
from perturb.follow import Doubt, follow
from perturb.markers import markers
from perturb.moves import Moves
from perturb.pieces import Page
from perturb.reading import read_page
from perturb.rename import rename
from perturb.reorder import reorder
from perturb.shuffle_rows import shuffle_rows
from perturb.whitespace import whitespace

Perturbation = Callable[[Page, Random], Page]

PERTURBATIONS: dict[str, Perturbation] = {
    "shuffle_rows": shuffle_rows,
    "drop": drop,
    "reorder": reorder,
    "rename": rename,
    "markers": markers,
    "whitespace": whitespace,
}
"""Every perturbation by name, in the order in which several of them are done."""


class UntrueProductError(ExtractorError):
    """A perturbed page and its gold do not agree: a fault of this tool."""


@dataclass(frozen=True, slots=True)
class Product:
    """A perturbed page, its gold, and what gold leaves unlabelled because of the perturbation."""

    document: Document
    gold: Extraction
    doubts: tuple[Doubt, ...]


def perturb(document: Document, gold: Extraction, names: Sequence[str], *, seed: int) -> Product:
    """Change a page by the named perturbations, one after the other, and its gold alike.

    The same arguments give the same product. Raises UnknownFormError, UntrueProductError.
    """
    page = read_page(document, gold)
    for name in names:
        page = PERTURBATIONS[name](page, Random(f"{document.id} {name} {seed}"))
    return product_of(page, document, gold)


def product_of(page: Page, document: Document, gold: Extraction) -> Product:
    """The product for a page that was read from `document` and changed. Raises UntrueProductError."""
    moves = Moves(page)
    changed = replace(Document.from_text(moves.new, id=document.id), media_type=document.media_type)
    followed, doubts = follow(gold, moves, changed)
    product = Product(changed, followed, doubts)
    check(product)
    return product


def check(product: Product) -> None:
    """Refuse a product whose gold has a span that is not on its page. Raises UntrueProductError."""
    text = product.document.text
    spans = [
        (pointer, span) for pointer, evidence in product.gold.evidence.items() for span in evidence.spans
    ]
    spans += [(finding.pointer, span) for finding in product.gold.findings for span in finding.spans]
    for pointer, span in spans:
        if text[span.start : span.end] != span.quote:
            raise UntrueProductError(
                f"{product.document.id}: {pointer}: {span.quote!r} is not where gold says"
            )
