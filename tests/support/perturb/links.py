"""Keys of arms and interventions in page order, and the links that hold them."""

from typing import Any

from extractor.records.record import TrialRecord
from perturb.pruning import Pruning

Keys = dict[str, str | None]
"""New key of each old key; None where the item is gone."""


def new_keys(record: TrialRecord, pruning: Pruning) -> Keys:
    """The keys of arms and interventions, numbered anew in the order of the new lists."""
    keys: Keys = {arm.key: None for arm in record.arms}
    keys |= {intervention.key: None for intervention in record.interventions}
    for pointer, letter, items in (
        ("/arms", "A", record.arms),
        ("/interventions", "I", record.interventions),
    ):
        for number, at in enumerate(pruning.order[pointer], 1):
            keys[items[at].key] = f"{letter}{number}"
    return keys


def relink(fields: dict[str, Any], record: TrialRecord, pruning: Pruning, keys: Keys) -> None:
    """Put the new keys everywhere in the fields of a pruned record; links to what is gone go too."""
    for name in ("arms", "interventions"):
        for item in fields[name]:
            item["key"] = keys[item["key"]]
    _relink_pairs(fields, record, pruning, keys)
    for statement in fields["results"]:
        statement["arm"] = keys.get(statement["arm"])
        new = (keys[key] for key in statement["comparison"])
        statement["comparison"] = [key for key in new if key]


def _relink_pairs(fields: dict[str, Any], record: TrialRecord, pruning: Pruning, keys: Keys) -> None:
    pointer = "/arm_interventions"
    whole = [
        at
        for at, link in enumerate(record.arm_interventions)
        if keys[link.arm] is not None and keys[link.intervention] is not None
    ]
    order = [at for at in pruning.order[pointer] if at in whole]
    pairs = dict(zip(pruning.order[pointer], fields["arm_interventions"], strict=True))
    fields["arm_interventions"] = [
        pairs[at] | {"arm": keys[pairs[at]["arm"]], "intervention": keys[pairs[at]["intervention"]]}
        for at in order
    ]
    pruning.order[pointer] = order
    if record.arm_interventions and not order:
        pruning.emptied.add(pointer)
    if len(order) < len(whole):
        pruning.doubtful[pointer] = "the words that state a link are gone but both its ends are left"
    elif {"/arms", "/interventions"} & pruning.doubtful.keys():
        pruning.doubtful[pointer] = "one end of a link is gone but its name stands elsewhere"
