"""From flat rows to the record: criteria become trees, regimens go to their arm or intervention."""

from typing import Any, Final

from extractor.model.wire.labels import position_of, positions
from extractor.model.wire.reading import Reading
from extractor.model.wire.rows import HOLDERS, LISTS
from extractor.records.finding import FindingCode

Row = dict[str, Any]
_DEEPEST: Final = 12
"""So many criteria may stand inside each other."""
_MAX_SHOWN: Final = 120
_ORPHANS: Final = {"ARM": FindingCode.ORPHAN_ARM, "INTERVENTION": FindingCode.ORPHAN_INTERVENTION}


def plant(criteria: list[Row], constraints: list[tuple[int, Row]], reading: Reading) -> dict[str, list[Row]]:
    """The trees of both lists, in the order of their rows.

    An id that stands twice, an unknown parent or criterion, a child in another list than its parent,
    parents in a circle and parts of parts without end are faults. Raises AnswerError.
    """
    known: dict[int, Row] = {}
    for position, row in enumerate(criteria):
        if known.setdefault(row["id"], row) is not row:
            reading.fault(f"/criteria/{position}/id", "an id that stands twice")
    for position, row in enumerate(criteria):
        _check_parent(row, known, f"/criteria/{position}", reading)
    for position, (number, _) in enumerate(constraints):
        if number not in known:
            reading.fault(f"/constraints/{position}/criterion", "no criterion has this id")
    reading.stop()
    trees: dict[str, list[Row]] = {field: [] for field in LISTS.values()}
    nodes = {number: _node(row) for number, row in known.items()}
    for number, row in known.items():
        above = trees[LISTS[row["list"]]] if row["parent"] is None else nodes[row["parent"]]["children"]
        above.append(nodes[number])
    for number, constraint in constraints:
        nodes[number]["constraints"].append(constraint)
    return trees


def _node(row: Row) -> Row:
    kept = {name: value for name, value in row.items() if name not in {"id", "parent", "list"}}
    return kept | {"constraints": [], "children": []}


def _check_parent(row: Row, known: dict[int, Row], at: str, reading: Reading) -> None:
    if row["parent"] is None:
        return
    parent = known.get(row["parent"])
    if parent is None:
        reading.fault(f"{at}/parent", "no criterion has this id")
    elif parent["list"] != row["list"]:
        reading.fault(f"{at}/list", "not the list of its parent")
    elif why := _endless(row, known):
        reading.fault(f"{at}/parent", why)


def _endless(row: Row, known: dict[int, Row]) -> str:
    """What is wrong with a row from which no criterion without parent is reached.

    Nothing is said of a row below a circle: the rows of the circle are named.
    """
    seen, above = {row["id"]}, known.get(row["parent"])
    while above is not None and above["id"] not in seen:
        seen.add(above["id"])
        if len(seen) > _DEEPEST:
            return f"more than {_DEEPEST} criteria inside each other"
        above = known.get(above["parent"]) if above["parent"] is not None else None
    return "the criterion is a part of itself" if above is row else ""


def hand_out(regimens: list[Row], record: Row, reading: Reading) -> None:
    """Give every regimen to its arm or intervention; one whose holder is not listed is left out by name."""
    known = {}
    for holder, (field, name) in HOLDERS.items():
        items = record.get(field, [])
        known[holder] = positions(item[name] for item in items)
        for item in items:
            item["regimens"] = []
    for row in regimens:
        holder, label = row.pop("of"), row.pop("label")
        field = HOLDERS[holder][0]
        position = position_of(known[holder], label)
        if position is not None:
            record[field][position]["regimens"].append(row)
        else:
            message = f"a regimen names {label[:_MAX_SHOWN]!r}, which the answer does not list: left out"
            reading.find(_ORPHANS[holder], f"/{field}", message)
