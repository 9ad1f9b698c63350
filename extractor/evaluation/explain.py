"""The path to one score, in words: both values, their normal forms, the comparator, the pairing."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from extractor.errors import RecordError
from extractor.evaluation.align import THRESHOLD
from extractor.evaluation.compare import canonical
from extractor.evaluation.forbidden import Forbidden
from extractor.evaluation.outcome import Cell
from extractor.evaluation.pairings import Pairing, Pairings
from extractor.evaluation.part import Part
from extractor.evaluation.score import walk_of
from extractor.evaluation.slots import Slot, slot_at
from extractor.evaluation.walk import Walk
from extractor.records.declare import Scoring
from extractor.records.envelope import Extraction
from extractor.records.pointer import resolve

_LONGEST = 160
_RIVALS = 3
"""So many items besides the partner are shown."""


def explain_score(
    gold: Extraction,
    predicted: Extraction,
    pointer: str,
    text: str | None = None,
    forbidden: Forbidden | None = None,
) -> list[str]:
    """Lines that tell how the values at or below a pointer into the prediction, else into gold, were scored.

    Raises RecordError where neither side has anything there that is scored.
    """
    walk = walk_of(gold, predicted, text, forbidden)
    part = walk.records(gold.record, predicted.record)
    cells = _cells(part.cells, pointer)
    if not cells:
        raise RecordError(
            "nothing that is scored stands here", pointer=pointer, hint="Name a value or an item"
        )
    explaining = _Explaining(walk, gold, predicted, part)
    if len(cells) == 1:
        return [*explaining.value(cells[0]), *explaining.around(cells[0])]
    lines = [f"score    {_where(cell)} {cell.outcome}: {cell.reason}" for cell in cells]
    return [*lines, *explaining.around(cells[0])]


def _cells(cells: Iterable[Cell], pointer: str) -> list[Cell]:
    """The cells at or below a pointer into the prediction, else into gold."""
    cells = list(cells)
    for side in ("predicted_pointer", "gold_pointer"):
        found = [cell for cell in cells if f"{getattr(cell, side) or ''}/".startswith(f"{pointer}/")]
        if found:
            return found
    return []


class _Explaining:
    """What is known of one comparison."""

    def __init__(self, walk: Walk, gold: Extraction, predicted: Extraction, part: Part) -> None:
        self._walk = walk
        self._gold = gold
        self._predicted = predicted
        self._part = part

    def value(self, cell: Cell) -> Iterator[str]:
        """One value on both sides, and every step to its outcome."""
        gold = ("gold", self._gold, cell.gold_pointer, cell.gold)
        read = ("read", self._predicted, cell.predicted_pointer, cell.predicted)
        slot = next(slot_at(one.record, at) for _, one, at, _ in (gold, read) if at is not None)
        for name, side, pointer, shown in (gold, read):
            yield f"{name:8} {pointer or 'no such item'}: {_shown(shown)}"
            if pointer and (form := _form(slot, resolve(side.record, pointer))) is not None:
                yield f"{name:8} compared as {_shown(form)}"
        yield f"compare  {_comparator(self._walk, slot)}"
        if cell.gold_pointer in self._gold.acceptable:
            yield f"accepts  {_shown(self._gold.acceptable[cell.gold_pointer])}"
        yield f"score    {cell.outcome}: {cell.reason}"
        yield from _aspects(cell)

    def around(self, cell: Cell) -> Iterator[str]:
        """The objects around a value as a whole, and the pairing of the items it stands in."""
        for whole in self._part.wholes:
            if _holds(whole.gold_pointer, cell.gold_pointer) and _holds(
                whole.predicted_pointer, cell.predicted_pointer
            ):
                yield f"whole    {_where(whole)} {whole.outcome}: {whole.reason}"
        if cell.gold_pointer is None:
            yield f"pairing  {cell.predicted_pointer} is part of an item that no item of gold is like enough"
            return
        records = self._gold.record, self._predicted.record
        for pairing in Pairings(self._walk, *records, self._part.cells).of(cell.gold_pointer):
            yield from _pairing(pairing)


def _pairing(pairing: Pairing) -> Iterator[str]:
    alike = dict(pairing.alike)
    likeness = f", likeness {alike[pairing.partner]:.2f}" if pairing.partner in alike else ""
    keys = ", ".join(pairing.keys) or "nothing"
    yield f"pairing  {pairing.gold} with {pairing.partner or 'nothing'}{likeness}, by {keys}"
    rivals = [one for one in pairing.alike if one[0] != pairing.partner][:_RIVALS]
    for pointer, share in rivals:
        reach = "" if share > THRESHOLD else f", too little: more than {THRESHOLD} is asked"
        yield f"instead  {pointer}, likeness {share:.2f}{reach}"


def _aspects(cell: Cell) -> Iterator[str]:
    if cell.partial:
        yield f"partial  {cell.partial}: the lenient reading counts {cell.credit:g}"
    if cell.origin:
        yield f"origin   {cell.origin}"
    if cell.evidence:
        yield f"words    {cell.evidence}"
    if cell.absence:
        yield f"null     {cell.absence}"


def _comparator(walk: Walk, slot: Slot) -> str:
    if slot.is_list or slot.has_parts:
        return f"{slot.declared.scoring}: by its parts"
    compare = walk.comparator(slot)
    about = (compare.__doc__ or "").partition("\n")[0]
    return f"{slot.declared.scoring}: {about}" if about else f"{slot.declared.scoring}: through the pairing"


def _form(slot: Slot, value: Any) -> Any:
    """The form in which a value is compared, None where it is the value itself."""
    if value is None or isinstance(value, list) or slot.declared.scoring in {Scoring.LINK, Scoring.PARTS}:
        return None
    form = canonical(slot, value)
    return None if form == value else form


def _holds(whole: str | None, pointer: str | None) -> bool:
    return whole is None or (pointer is not None and pointer.startswith(whole + "/"))


def _where(cell: Cell) -> str:
    return cell.gold_pointer or f"{cell.predicted_pointer} (read)"


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
