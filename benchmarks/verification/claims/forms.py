"""Gold on pages of another form: headings renamed, sections in another order, headings nobody knows.

The pages and their gold are changed alike by the perturbations of `tests/support/perturb`.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from claims.case import Case
from claims.judge import JudgedLeaf, judged_gold
from claims.tally import QUOTED, VERIFIED, Row

sys.path.insert(0, str(Path(__file__).parents[3] / "tests" / "support"))

from perturb import PERTURBATIONS, perturb
from perturb.pieces import Line, Page, Piece, Role
from perturb.product import product_of
from perturb.reading import read_page

SEEDS = 3
UNKNOWN = "unknown headings"
FORMS = (*PERTURBATIONS, "all", UNKNOWN)
_FIRST = ("Amber", "Brass", "Cedar", "Dune", "Ember", "Fjord", "Grove", "Heath")
_SECOND = ("Notes", "Lines", "Papers", "Items", "Words", "Matters", "Entries", "Leaves")


def judged_forms(cases: Iterable[Case], form: str, *, seeds: int = SEEDS) -> Iterator[JudgedLeaf]:
    """The verdicts on gold's leaves on every page in another form, with places and without."""
    for case in cases:
        for seed in range(seeds):
            yield from judged_gold([_changed(case, form, seed)])


def rows_of_forms(cases: Sequence[Case], *, seeds: int = SEEDS) -> Iterator[Row]:
    """The verdicts by form."""
    for form in FORMS:
        row = Row(form)
        for leaf in judged_forms(cases, form, seeds=seeds):
            row.add(leaf.status)
        yield row


def held(row: Row) -> float:
    """The share of true leaves that were VERIFIED or QUOTED."""
    return (row[VERIFIED] + row[QUOTED]) / row.total


def _changed(case: Case, form: str, seed: int) -> Case:
    if form == UNKNOWN:
        page = _renamed(read_page(case.document, case.gold), Random(f"{case.document.id} {seed}"))
        product = product_of(page, case.document, case.gold)
    else:
        names = tuple(PERTURBATIONS) if form == "all" else (form,)
        product = perturb(case.document, case.gold, names, seed=seed)
    return Case(product.document, product.gold)


def _renamed(page: Page, random: Random) -> Page:
    """The page with half of its headings and labels printed by names that stand in no table."""
    labels = sorted({piece.printed(page.source) for piece in page.pieces() if piece.role is Role.LABEL})
    fresh = [f"{one} {other}" for one in _FIRST for other in _SECOND]
    random.shuffle(fresh)
    names = {label: name for label, name in zip(labels, fresh, strict=False) if random.random() < 1 / 2}

    def renamed(piece: Piece) -> Piece:
        new = names.get(piece.printed(page.source)) if piece.role is Role.LABEL else None
        return replace(piece, text=new) if new else piece

    def change(line: Line) -> Line:
        return line.map(renamed)

    return page.map_lines(change)
