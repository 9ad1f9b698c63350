"""Keys given by code: arms become A1, A2 …, interventions I1, I2 …, and printed labels in links become keys.

A link to a label that the answer does not list is left out and named in a finding. Leaving out an item moves
those after it, so pointers into its list move too.
"""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from extractor.model.wire.labels import position_of, positions
from extractor.records.finding import Finding, FindingCode
from extractor.records.pointer import join

_POSITION: Final = re.compile(r"[0-9]{1,9}")
_LETTER: Final = {"arm": "A", "intervention": "I"}
_ORPHAN: Final = {"arm": FindingCode.ORPHAN_ARM, "intervention": FindingCode.ORPHAN_INTERVENTION}


@dataclass
class Keys:
    """Gives keys to the JSON form of a record, in place.

    `findings` names every link that was left out; `left_out` has the positions of items that were left out
    of a list, by the pointer of the list.
    """

    record: dict[str, Any]
    findings: list[Finding] = field(default_factory=list)
    left_out: dict[str, list[int]] = field(default_factory=dict)

    def give(self) -> None:
        """Give the keys, rewrite the links."""
        arms = _number(self.record["arms"], "label", "A")
        interventions = _number(self.record["interventions"], "name", "I")
        self._links({"arm": arms, "intervention": interventions})
        for position, result in enumerate(self.record["results"]):
            self._result(result, join("results", position), arms)

    def moved(self, pointer: str) -> str | None:
        """Where a pointer of the answers points now; None if its item was left out."""
        for place, gone in self.left_out.items():
            token, slash, rest = pointer.removeprefix(place + "/").partition("/")
            if not pointer.startswith(place + "/") or not _POSITION.fullmatch(token):
                continue
            if (position := int(token)) in gone:
                return None
            return f"{place}/{position - sum(before < position for before in gone)}{slash}{rest}"
        return pointer

    def _links(self, labels: dict[str, dict[str, int]]) -> None:
        kept = []
        for position, link in enumerate(self.record["arm_interventions"]):
            found = {end: _key(known, link[end], _LETTER[end]) for end, known in labels.items()}
            unknown = [end for end, key in found.items() if key is None]
            for end in unknown:
                other = "intervention" if end == "arm" else "arm"
                self._orphan(end, link[end], "/arm_interventions", f"a link to the {other} {link[other]!r}")
            if unknown:
                self.left_out.setdefault("/arm_interventions", []).append(position)
            else:
                kept.append(link | found)
        self.record["arm_interventions"] = kept

    def _result(self, result: dict[str, Any], pointer: str, arms: dict[str, int]) -> None:
        label = result.get("arm")
        if label is not None:
            result["arm"] = _key(arms, label, "A")
            if result["arm"] is None:
                self._orphan("arm", label, f"{pointer}/arm", "a result")
        place, kept = f"{pointer}/comparison", []
        for position, compared in enumerate(result.get("comparison", [])):
            key = _key(arms, compared, "A")
            if key is None:
                self._orphan("arm", compared, place, "a comparison")
                self.left_out.setdefault(place, []).append(position)
            else:
                kept.append(key)
        result["comparison"] = kept

    def _orphan(self, end: str, label: str, pointer: str, what: str) -> None:
        message = f"{what} names an {end} {label!r} that the answer does not list: left out"
        self.findings.append(Finding(code=_ORPHAN[end], pointer=pointer, message=message))


def _number(items: list[dict[str, Any]], name: str, letter: str) -> dict[str, int]:
    """Number the items of a list in order; returns their positions by label."""
    for number, item in enumerate(items, start=1):
        item["key"] = f"{letter}{number}"
    return positions(item[name] for item in items)


def _key(labels: dict[str, int], label: str, letter: str) -> str | None:
    position = position_of(labels, label)
    return None if position is None else f"{letter}{position + 1}"
