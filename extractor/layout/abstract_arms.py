"""Arms of an abstract: groups that its results name and that its methods tell of.

Each is an arm that no list names. A result has an arm only where the words beside its own figure name it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.layout.printed_words import PrintedWords
from extractor.normalise.arm_names import arm_core
from extractor.normalise.terms import fold
from extractor.records.arms import Arm
from extractor.records.draft import Draft

_USUAL = re.compile(
    r"\b(?:control|placebo|intervention|experimental|treatment|usual|standard|vehicle|sham|observation|group)\b"
)
_WORD = re.compile(r"\w[\w-]{2,}")
_FEWEST, _MOST = 2, 6


@dataclass(frozen=True, slots=True)
class NamedArm:
    """Words of the abstract `[start:end]` that name the group of a result, by the result's position."""

    result: int
    start: int
    end: int


def put_abstract_arms(draft: Draft, words: PrintedWords, named: Sequence[NamedArm], methods: str) -> None:
    """Add the arms that results name, and say of which arm each of these results is."""
    if draft.record.arms:
        return
    told = {one: arm_core(words.text[one.start : one.end]) for one in named}
    first: dict[str, NamedArm] = {}
    for one, core in told.items():
        if core and _is_told(core, methods):
            first.setdefault(core, one)
    if not _FEWEST <= len(first) <= _MOST:
        return
    keys = {core: f"A{at}" for at, core in enumerate(first, start=1)}
    for at, (core, one) in enumerate(first.items()):
        draft.record.arms.append(Arm(key=keys[core], label=words.text[one.start : one.end], listed=False))
        draft.quotes[f"/arms/{at}/label"] = words.quotes(one.start, one.end)
    for one, core in told.items():
        if core in keys:
            draft.record.results[one.result].arm = keys[core]


def _is_told(core: str, methods: str) -> bool:
    """Whether a group is one by its usual name, or its methods speak of what names it."""
    return _USUAL.search(core) is not None or any(
        re.search(rf"(?<!\w){re.escape(word)}", fold(methods)) for word in _WORD.findall(core)
    )
