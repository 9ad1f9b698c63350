"""Facts of arms, interventions and outcomes told of another one, and links to the wrong one."""

from collections.abc import Iterator
from itertools import combinations, permutations

from claims.case import Case
from claims.change import Change, first_text
from claims.exchange import exchanged, moved
from claims.truth import same
from extractor.records.arms import Arm, Intervention
from extractor.records.base import RecordModel
from extractor.records.outcomes import Outcome


def arms_swapped(case: Case) -> Iterator[Change]:
    """Descriptions, types and numbers of participants exchanged between arms, and between interventions."""
    named: dict[type[RecordModel], str] = {Arm: "/label", Intervention: "/name"}
    for model, name in named.items():
        for one, other in combinations(case.objects(model), 2):
            for path in ("/description", "/type", "/participants"):
                if path[1:] in model.model_fields:
                    yield from exchanged(case, one, other, path)
            if case.value(one + "/description") and case.value(other + "/description"):
                yield from exchanged(case, one, other, name, with_it=("/description",))


def link_swapped(case: Case) -> Iterator[Change]:
    """A link between an arm and an intervention leads to another arm or intervention; its quote stays."""
    record = case.gold.record
    ends = {
        "arm": [arm.key for arm in record.arms],
        "intervention": [intervention.key for intervention in record.interventions],
    }
    for at, link in enumerate(record.arm_interventions):
        pointer = f"/arm_interventions/{at}"
        if pointer not in case.quotes:
            continue
        for end, keys in ends.items():
            for key in keys:
                if not _linked(case, link.model_copy(update={end: key}).model_dump(exclude={"basis"})):
                    yield Change(
                        judged=(pointer,),
                        values={f"{pointer}/{end}": key},
                        shown=f"{end} {getattr(link, end)} → {key}",
                        handed=first_text(case.quotes[pointer]),
                    )


def outcome_swapped(case: Case) -> Iterator[Change]:
    """An outcome's time frame, time point or description taken from another outcome."""
    for one, other in permutations(case.objects(Outcome), 2):
        for path in ("/time_frame", "/description", "/time_points/0/value", "/time_points/0/unit"):
            mine, theirs = case.value(one + path), case.value(other + path)
            if theirs is None or same(mine, theirs) or (mine is None and path.startswith("/time_points")):
                continue
            yield from moved(case, one + path, other + path, along={})
            if path == "/time_frame":
                parts = {one + part: other + part for part in ("/time_points", "/max_follow_up")}
                yield from moved(case, one + path, other + path, along=parts)


def _linked(case: Case, ends: dict[str, str]) -> bool:
    return any(link.model_dump(exclude={"basis"}) == ends for link in case.gold.record.arm_interventions)
