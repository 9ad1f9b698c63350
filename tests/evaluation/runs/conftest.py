"""Builders of scored runs from outcomes alone."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from extractor.evaluation import Cell, DocumentScore, Outcome, Run, ScoredRun
from extractor.evaluation.aspects import Origin
from extractor.records.declare import Tier

Said = tuple[Outcome, object]
BuildRun = Callable[..., ScoredRun]

ORIGINS = {"invented": Origin.NOT_IN_SOURCE}


def cell(document: str, path: str, said: Said) -> Cell:
    """A cell; the value "invented" is one that nothing on the page gives."""
    outcome, value = said
    item = None if outcome is Outcome.SPURIOUS and path.startswith("/arms") else path
    return Cell(
        document=document,
        path=path,
        gold_pointer=item,
        predicted_pointer=path,
        group=path.split("/")[1],
        tier=Tier.STRUCTURE,
        outcome=outcome,
        reason="",
        gold="gold",
        predicted=value,
        origin=ORIGINS.get(str(value)),
    )


@pytest.fixture(scope="session")
def scored_run() -> BuildRun:
    """A run from what it said: by document, for each repeat, by path."""

    def build(
        said: Mapping[str, Sequence[Mapping[str, Said]]], *, gold: str = "g" * 64, scorer: str = "s" * 64
    ) -> ScoredRun:
        scores = {
            document: tuple(
                DocumentScore(document, tuple(cell(document, path, one) for path, one in repeat.items()), ())
                for repeat in repeats
            )
            for document, repeats in said.items()
        }
        return ScoredRun(Run("made up", {}), "suite", gold, scorer, scores)

    return build
