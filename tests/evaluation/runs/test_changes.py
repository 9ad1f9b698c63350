from collections.abc import Callable, Sequence

import pytest

from extractor.evaluation import Outcome, ScoredRun
from extractor.evaluation.runs.changes import Pairs

BuildRun = Callable[..., ScoredRun]
Said = tuple[Outcome, object]

RIGHT: Said = (Outcome.CORRECT, "gold")
WRONG: Said = (Outcome.WRONG, "other")
MISSING: Said = (Outcome.MISSING, None)
NULL: Said = (Outcome.CORRECTLY_NULL, None)
SPURIOUS: Said = (Outcome.SPURIOUS, "extra")
INVENTED: Said = (Outcome.WRONG, "invented")


def kinds(
    build: BuildRun, before: Sequence[Said], after: Sequence[Said], path: str = "/acronym"
) -> list[str]:
    sides = [build({"d": [{path: one} for one in side]}) for side in (before, after)]
    return [change.kind.value for change in Pairs.of(*(side.scores["d"] for side in sides)).changes]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (RIGHT, RIGHT, []),
        (RIGHT, WRONG, ["LOST"]),
        (RIGHT, MISSING, ["LOST"]),
        (RIGHT, (Outcome.PARTIAL, "go"), ["LOST"]),
        (RIGHT, (Outcome.INVALID, None), ["LOST"]),
        (RIGHT, NULL, []),
        (RIGHT, INVENTED, ["NEWLY_FABRICATED"]),
        (WRONG, RIGHT, ["GAINED"]),
        (WRONG, WRONG, []),
        (WRONG, MISSING, ["OTHER_ERROR"]),
        (WRONG, INVENTED, ["NEWLY_FABRICATED"]),
        (INVENTED, INVENTED, []),
        (NULL, SPURIOUS, ["NEWLY_SPURIOUS"]),
        (SPURIOUS, SPURIOUS, []),
        (SPURIOUS, (Outcome.SPURIOUS, "another"), ["NEWLY_SPURIOUS"]),
        (SPURIOUS, NULL, ["GAINED"]),
        (MISSING, MISSING, []),
    ],
)
def test_a_change_is_named(scored_run: BuildRun, before: Said, after: Said, kind: list[str]) -> None:
    assert kinds(scored_run, [before], [after]) == kind


def test_items_that_gold_does_not_have_are_told_by_their_values(scored_run: BuildRun) -> None:
    other = (Outcome.SPURIOUS, "another")
    assert kinds(scored_run, [SPURIOUS], [SPURIOUS], "/arms/label") == []
    assert kinds(scored_run, [SPURIOUS], [other], "/arms/label") == ["GONE", "NEWLY_SPURIOUS"]


def test_of_repeats_the_majority_counts_and_a_tie_is_an_error(scored_run: BuildRun) -> None:
    assert kinds(scored_run, [RIGHT] * 3, [RIGHT, RIGHT, WRONG]) == []
    assert kinds(scored_run, [RIGHT] * 3, [RIGHT, WRONG, MISSING]) == ["LOST"]
    assert kinds(scored_run, [RIGHT, WRONG], [WRONG]) == []


def test_flips_are_counted_among_values_not_nulls(scored_run: BuildRun) -> None:
    before = scored_run({"d": [{"/a": RIGHT, "/b": WRONG, "/c": NULL, "/d": RIGHT}]})
    after = scored_run({"d": [{"/a": WRONG, "/b": RIGHT, "/c": NULL, "/d": RIGHT}]})
    pairs = Pairs.of(before.scores["d"], after.scores["d"])
    assert (pairs.flips, pairs.right) == ((2, 3), (2, 3))
