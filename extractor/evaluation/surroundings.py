"""What an arm or an intervention is linked to: it tells items apart that are the same in every other way.

Names of keys say nothing; the words of what they name do.
"""

from collections.abc import Iterator, Mapping

from extractor.evaluation.fold import fold
from extractor.records.record import TrialRecord

Surroundings = Mapping[str, tuple[str, ...]]
"""For the key of an item, words of what links to it, in alphabetical order."""

_ROUNDS = 3
"""How far links are followed: items alike may be linked to items alike."""


def surroundings(record: TrialRecord, known: Mapping[str, str]) -> Surroundings:
    """The surroundings of each arm and intervention of a record.

    `known` gives gold's key for the keys of items that are paired already: they are told by it, too.
    """
    own = {arm.key: f"{fold(arm.label)}={known.get(arm.key, '')}" for arm in record.arms}
    own |= {item.key: f"{fold(item.name)}={known.get(item.key, '')}" for item in record.interventions}
    links = list(_links(record))
    if not links:
        return {}
    told = dict(own)
    around: dict[str, tuple[str, ...]] = {}
    for _ in range(_ROUNDS):
        around = _around(own, links, told)
        told = {key: f"{name}({','.join(around[key])})" for key, name in own.items()}
    near = _around(own, links, own)
    return {key: (*near[key], *around[key]) for key in own}


def _around(
    own: Mapping[str, str], links: list[tuple[str, str]], told: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """For each key what its links lead to: the words told of a key, or words of their own."""
    found: dict[str, list[str]] = {key: [] for key in own}
    for key, other in links:
        if key in found:
            found[key].append(told.get(other, other))
    return {key: tuple(sorted(words)) for key, words in found.items()}


def _links(record: TrialRecord) -> Iterator[tuple[str, str]]:
    for link in record.arm_interventions:
        yield link.arm, link.intervention
        yield link.intervention, link.arm
    for result in record.results:
        words = f"result {fold(result.text)} {result.value}"
        if result.arm is not None:
            yield result.arm, words
        yield from ((key, f"compared {words}") for key in result.comparison)
