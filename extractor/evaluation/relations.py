"""What must hold between scores of changed records: the metamorphic relations of the scorer.

Nobody knows the right score of an invented record, but everybody knows what must not change it.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from random import Random
from types import MappingProxyType
from typing import Any

from extractor.evaluation.aspects import PartialReason
from extractor.evaluation.invented import Json, extraction
from extractor.evaluation.outcome import ERRORS, Outcome
from extractor.evaluation.score import DocumentScore, score
from extractor.records.envelope import Extraction

Counts = Counter[tuple[str, str]]

_LISTS = ("arms", "interventions", "outcomes")
_KEYED = {"arms": "A", "interventions": "I"}


@dataclass(frozen=True)
class Pair:
    """A record, a reading of it, and random numbers for changes."""

    gold: Json
    read: Json
    random: Random

    @cached_property
    def ours(self) -> Extraction:
        """Gold."""
        return extraction(self.gold)

    @cached_property
    def theirs(self) -> Extraction:
        """The reading."""
        return extraction(self.read)

    @cached_property
    def score(self) -> DocumentScore:
        """What the scorer says of the two as they are."""
        return score(self.ours, self.theirs)


def same(pair: Pair) -> bool:
    """A record against itself is right in everything."""
    result = score(pair.ours, pair.ours)
    right = {Outcome.CORRECT, Outcome.CORRECTLY_NULL}
    return right.issuperset(cell.outcome for cell in (*result.cells, *result.wholes)) and not result.events


def permuted(pair: Pair) -> bool:
    """The order of lists changes no outcome, on either side."""
    ours, theirs = _shuffled(pair.gold, pair.random), _shuffled(pair.read, pair.random)
    return _counts(score(extraction(ours), extraction(theirs))) == _counts(pair.score)


def renamed(pair: Pair) -> bool:
    """The names of keys change no outcome."""
    after = score(pair.ours, extraction(_renamed(pair.read, pair.random)))
    return _counts(after) == _counts(pair.score)


def nulls(pair: Pair) -> bool:
    """Nulls written out, empty lists and objects without values say what leaving them out says."""
    filled = score(extraction(_filled(pair.gold)), extraction(_filled(pair.read)))
    return _counts(filled, nulls=False) == _counts(pair.score, nulls=False)


def repeated(pair: Pair) -> bool:
    """An item of gold said twice costs spurious values, and nothing else."""
    after = score(pair.ours, extraction(_with_item(pair.gold, pair.random, again=True)))
    return _added(score(pair.ours, pair.ours), after) <= {Outcome.SPURIOUS.value}


def invented(pair: Pair) -> bool:
    """An item that is like no other costs spurious values, and nothing else."""
    after = score(pair.ours, extraction(_with_item(pair.read, pair.random, again=False)))
    return _added(pair.score, after) <= {Outcome.SPURIOUS.value}


def left_out(pair: Pair) -> bool:
    """An item that gold has more is missing, and nothing else."""
    after = score(extraction(_with_item(pair.gold, pair.random, again=False)), pair.theirs)
    return _added(pair.score, after) <= {Outcome.MISSING.value}


def accepted(pair: Pair) -> bool:
    """Where gold accepts a whole list as it was read, the list is right."""
    for pointer, read in (
        ("/conditions", pair.read["conditions"]),
        ("/outcomes", pair.read["outcomes"]),
        ("/eligibility/inclusion", pair.read["eligibility"]["inclusion"]),
    ):
        gold = pair.ours.model_copy(update={"acceptable": {pointer: [read]}})
        cells = [cell for cell in score(gold, pair.theirs).cells if cell.path.startswith(pointer)]
        if not ERRORS.isdisjoint(cell.outcome for cell in cells):
            return False
    return True


def swapped(pair: Pair) -> bool:
    """With the sides exchanged, what was missing is spurious, and the rest is as it was."""
    there = _levelled(_counts(pair.score, nulls=False, strict=True))
    back = _levelled(_counts(score(pair.theirs, pair.ours), nulls=False, strict=True))
    turned = {Outcome.MISSING.value: Outcome.SPURIOUS.value, Outcome.SPURIOUS.value: Outcome.MISSING.value}
    return there == Counter({(path, turned.get(what, what)): n for (path, what), n in back.items()})


def again(pair: Pair) -> bool:
    """The same records have the same score, cell by cell."""
    return score(extraction(pair.gold), extraction(pair.read)) == pair.score


RELATIONS: Mapping[str, Callable[[Pair], bool]] = MappingProxyType(
    {
        "same": same,
        "permuted": permuted,
        "renamed": renamed,
        "nulls": nulls,
        "repeated": repeated,
        "invented": invented,
        "left_out": left_out,
        "accepted": accepted,
        "swapped": swapped,
        "again": again,
    }
)
"""Each relation by its name."""


def _counts(result: DocumentScore, *, nulls: bool = True, strict: bool = False) -> Counts:
    """How often each field has each outcome. `strict` takes values that are right in part as wrong."""
    found: Counts = Counter()
    for cell in result.cells:
        if not nulls and cell.outcome is Outcome.CORRECTLY_NULL:
            continue
        wrong = cell.outcome is Outcome.PARTIAL and (strict or cell.partial is PartialReason.SWAPPED)
        found[cell.path, Outcome.WRONG.value if wrong else cell.outcome.value] += 1
    return found


def _levelled(counts: Counts) -> Counts:
    """Counts without the levels of trees: a pair across levels stands at gold's, whichever side that is."""
    found: Counts = Counter()
    for (path, what), n in counts.items():
        found[path.replace("/children", ""), what] += n
    return found


def _added(before: DocumentScore, after: DocumentScore) -> set[str]:
    """Outcomes that were added; a word of its own for those that were lost."""
    ours, theirs = _counts(before, nulls=False), _counts(after, nulls=False)
    return {what for _, what in theirs - ours} | ({"lost"} if ours - theirs else set())


def _shuffled(value: Any, random: Random) -> Any:
    if isinstance(value, dict):
        return {key: _shuffled(below, random) for key, below in value.items()}
    if isinstance(value, list):
        items = [_shuffled(item, random) for item in value]
        random.shuffle(items)
        return items
    return value


def _renamed(record: Json, random: Random) -> Json:
    changed = deepcopy(record)
    for name, letter in _KEYED.items():
        numbers = random.sample(range(20, 60), len(changed[name]))
        names = {
            item["key"]: f"{letter}{number}" for item, number in zip(changed[name], numbers, strict=True)
        }
        for item in changed[name]:
            item["key"] = names[item["key"]]
        for link in changed["arm_interventions"]:
            field = name.removesuffix("s")
            link[field] = names[link[field]]
    return changed


def _filled(record: Json) -> Json:
    """Nulls, empty lists and empty objects written out where nothing stands."""
    nothing: Json = {"official_title": None, "keywords": [], "organization": None, "ipd_sharing": {}}
    filled = {**nothing, **record}
    filled["outcomes"] = [{"description": None, "abbreviation": None, **item} for item in record["outcomes"]]
    return filled


def _with_item(record: Json, random: Random, *, again: bool) -> Json:
    """The record with one more item in one list: one it has said again, or one like no other."""
    changed = deepcopy(record)
    name = random.choice([name for name in _LISTS if changed[name]] if again else _LISTS)
    item = deepcopy(random.choice(changed[name])) if again else _stranger(name)
    if name in _KEYED:
        item["key"] = f"{_KEYED[name]}90"
    changed[name].insert(random.randrange(len(changed[name]) + 1), item)
    return changed


def _stranger(name: str) -> Json:
    field = {"arms": "label", "interventions": "name", "outcomes": "measure"}[name]
    return {field: "unheard-of zymurgy", **({"kind": "OTHER"} if name == "outcomes" else {})}
