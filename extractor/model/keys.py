"""Keys given by code: arms become A1, A2 …, interventions I1, I2 …, and every link follows.

A link to a key that the answer does not define is left out and named in a finding. Leaving out an item moves
those after it, so pointers into its list move too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extractor.errors import RecordError
from extractor.records.finding import Finding, FindingCode
from extractor.records.pointer import join

_POSITION = re.compile(r"[0-9]{1,9}")
_ORPHAN = {"arm": FindingCode.ORPHAN_ARM, "intervention": FindingCode.ORPHAN_INTERVENTION}


def check_keys(items: list[Any], pointer: str) -> None:
    """Refuse a key that two items of a list share: a link could mean either. Raises RecordError."""
    seen: set[str] = set()
    for position, item in enumerate(items):
        if item.key in seen:
            raise RecordError(
                f"the key {item.key!r} stands twice",
                pointer=f"{pointer}/{position}/key",
                hint="Use a key once",
            )
        seen.add(item.key)


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
        arms = _number(self.record["arms"], "A")
        interventions = _number(self.record["interventions"], "I")
        self._links({"arm": arms, "intervention": interventions})
        for position, result in enumerate(self.record["results"]):
            self._result(result, join("results", position), arms)

    def moved(self, pointer: str) -> str | None:
        """Where a pointer of the answer points now; None if its item was left out."""
        for place, gone in self.left_out.items():
            token, slash, rest = pointer.removeprefix(place + "/").partition("/")
            if not pointer.startswith(place + "/") or not _POSITION.fullmatch(token):
                continue
            if (position := int(token)) in gone:
                return None
            return f"{place}/{position - sum(before < position for before in gone)}{slash}{rest}"
        return pointer

    def _links(self, known: dict[str, dict[str, str]]) -> None:
        kept = []
        for position, link in enumerate(self.record["arm_interventions"]):
            unknown = [end for end, keys in known.items() if link[end] not in keys]
            for end in unknown:
                other = "intervention" if end == "arm" else "arm"
                self._orphan(end, link[end], "/arm_interventions", f"a link to the {other} {link[other]!r}")
            if unknown:
                self.left_out.setdefault("/arm_interventions", []).append(position)
            else:
                kept.append(link | {end: keys[link[end]] for end, keys in known.items()})
        self.record["arm_interventions"] = kept

    def _result(self, result: dict[str, Any], pointer: str, arms: dict[str, str]) -> None:
        arm = result["arm"]
        if arm is not None:
            if arm not in arms:
                self._orphan("arm", arm, f"{pointer}/arm", "a result")
            result["arm"] = arms.get(arm)
        place = f"{pointer}/comparison"
        for position in _unknown(result["comparison"], arms):
            self._orphan("arm", result["comparison"][position], place, "a comparison")
            self.left_out.setdefault(place, []).append(position)
        result["comparison"] = [arms[key] for key in result["comparison"] if key in arms]

    def _orphan(self, end: str, key: str, pointer: str, what: str) -> None:
        message = f"{what} names an {end} {key!r} that the answer does not list: left out"
        self.findings.append(Finding(code=_ORPHAN[end], pointer=pointer, message=message))


def _number(items: list[dict[str, Any]], letter: str) -> dict[str, str]:
    """Number the keys of a list in order; returns the new key of each old one."""
    given = {item["key"]: f"{letter}{position}" for position, item in enumerate(items, start=1)}
    for item in items:
        item["key"] = given[item["key"]]
    return given


def _unknown(keys: list[str], known: dict[str, str]) -> Iterator[int]:
    return (position for position, key in enumerate(keys) if key not in known)
