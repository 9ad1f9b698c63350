"""This scorer beside three peers: equal figures where they mean the same, and where the peers mislead.

Needs the extra `peers`. What is compared is what a peer counts as this scorer does: values that are right to
the letter or have nothing in common, lists of which one side is a part of the other.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest

from extractor.evaluation import Tally, score
from extractor.evaluation.compare import COMPARATORS
from extractor.evaluation.invented import extraction
from extractor.records.declare import Scoring

pytestmark = pytest.mark.peers

Json = dict[str, Any]

WORDS = ("apple", "brick", "cloud", "dwarf", "eight", "flint")
FIELDS = ("brief_title", "official_title", "acronym", "brief_summary")
LISTS = ("conditions", "keywords", "countries")
SEEDS = range(200)


def tally(gold: Json, read: Json) -> Tally:
    """The counts of the fields that either side has or could have."""
    names = {f"/{name}" for name in (*gold, *read)}
    head = {"source": {"page_kind": "OTHER", "layout": "invented"}}
    result = score(extraction({**head, **gold}), extraction({**head, **read}))
    return Tally.of(cell for cell in result.cells if cell.path in names)


def scalars(random: Random) -> Json:
    """Fields with values or nulls."""
    return {name: random.choice((None, *WORDS)) for name in FIELDS}


def lists(random: Random) -> tuple[Json, Json]:
    """Lists, and a reading of which each is a part of gold's or gold's a part of it, in another order."""
    gold, read = {}, {}
    for name in LISTS:
        whole = [random.choice(WORDS) for _ in range(1 + random.randrange(4))]
        part = random.sample(whole, 1 + random.randrange(len(whole)))
        gold[name], read[name] = (whole, part) if random.random() < 0.5 else (part, whole)
        random.shuffle(read[name])
    return gold, read


@pytest.fixture(scope="module")
def flat_model() -> Any:
    from stickler import ComparableField, ExactComparator, StructuredModel  # noqa: PLC0415 - only with the extra

    def field() -> Any:
        return ComparableField(comparator=ExactComparator(), threshold=1.0, default=None)

    body = {"__annotations__": dict.fromkeys(FIELDS, str | None), **{name: field() for name in FIELDS}}
    return type("Flat", (StructuredModel,), body)


@pytest.fixture(scope="module")
def anls() -> Callable[[Any, Any], float]:
    from anls_star import anls_score  # noqa: PLC0415 - only with the extra

    return anls_score


def test_stickler_counts_the_same_outcomes_of_single_values(flat_model: Any) -> None:
    for seed in SEEDS:
        random = Random(seed)
        gold, read = scalars(random), scalars(random)
        compared = flat_model(**gold).compare_with(flat_model(**read), include_confusion_matrix=True)
        found = compared["confusion_matrix"]["overall"]
        ours = tally(gold, read)
        assert (found["tp"], found["fd"], found["fn"], found["fa"], found["tn"]) == (
            ours.correct,
            ours.wrong,
            ours.missing,
            ours.spurious,
            ours.correctly_null,
        ), (gold, read)


def test_anls_star_gives_the_same_share_of_right_values_in_lists(anls: Callable[[Any, Any], float]) -> None:
    for seed in SEEDS:
        gold, read = lists(Random(seed))
        ours = tally(gold, read)
        assert ours.wrong == 0
        assert anls(gold, read) == pytest.approx(ours.correct / ours.n), (gold, read)


def test_nervaluate_counts_the_same_values_by_their_places() -> None:
    from nervaluate import Evaluator  # noqa: PLC0415 - only with the extra

    for seed in SEEDS:
        gold, read = lists(Random(seed))
        evaluator = Evaluator([list(placed(gold))], [list(placed(read))], tags=list(LISTS), loader="dict")
        strict = evaluator.evaluate()["overall"]["strict"]
        ours = tally(gold, read)
        assert (strict.correct, strict.incorrect, strict.missed, strict.spurious) == (
            ours.correct,
            ours.wrong,
            ours.missing,
            ours.spurious,
        ), (gold, read)


def placed(record: Json) -> Iterator[Json]:
    """Each value of each list at a place of its own: a word's next occurrence is the next place."""
    for at, name in enumerate(LISTS):
        seen: Counter[str] = Counter()
        for word in record[name]:
            start = 1000 * at + 100 * WORDS.index(word) + 10 * seen[word]
            seen[word] += 1
            yield {"label": name, "start": start, "end": start + len(word)}


@pytest.mark.parametrize(
    ("scoring", "gold", "predicted", "theirs"),
    [
        (Scoring.IDENTIFIER, "NCT00921531", "NCT00921532", 0.909),
        (Scoring.ENUM, "PHASE1/PHASE2", "PHASE2/PHASE2", 0.923),
        (Scoring.ENUM, "RECRUITING", "NOT_RECRUITING", 0.714),
        (Scoring.NUMBER, 200, 2000, 0.75),
    ],
)
def test_anls_star_calls_nearly_right_what_is_wrong_here(
    anls: Callable[[Any, Any], float], scoring: Scoring, gold: Any, predicted: Any, theirs: float
) -> None:
    assert anls(str(gold), str(predicted)) == pytest.approx(theirs, abs=0.001)
    assert not COMPARATORS[scoring](gold, predicted).equal


def test_anls_star_praises_an_empty_answer_and_tells_2_from_2_0(anls: Callable[[Any, Any], float]) -> None:
    gold: Json = {f"field {at}": None for at in range(9)} | {"title": "apple"}
    assert anls(gold, dict.fromkeys(gold)) == pytest.approx(0.9)
    assert tally({"brief_title": "apple"}, {}).recall == 0
    assert anls("2", "2.0") == 0
    assert COMPARATORS[Scoring.NUMBER](2, 2.0).equal


def test_nervaluate_depends_on_the_order_of_predictions() -> None:
    from nervaluate import Evaluator  # noqa: PLC0415 - only with the extra

    gold = [{"label": "a", "start": 0, "end": 10}]
    long, exact = {"label": "a", "start": 0, "end": 20}, {"label": "a", "start": 0, "end": 10}
    found = [
        Evaluator([gold], [order], tags=["a"], loader="dict").evaluate()["overall"]["strict"].correct
        for order in ([long, exact], [exact, long])
    ]
    assert sorted(found) == [0, 1]
