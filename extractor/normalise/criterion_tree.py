"""A printed criterion with the parts that it lists inside its line, each with its meaning."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractor.normalise.categories import category
from extractor.normalise.criterion import Meaning, blanked, meaning
from extractor.normalise.denials import denies
from extractor.normalise.parts import parts
from extractor.records.criteria import Criterion, Operator

_DEEPEST: Final = 4
"""Lists inside lists inside a line end here."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A criterion at `text[start:end]` of the line, what it means, and its parts."""

    start: int
    end: int
    meaning: Meaning
    parts: tuple["Branch", ...] = ()


def branch(text: str, *, exclusion: bool | None = None, start: int = 0, depth: int = 0) -> Branch:
    """Read one printed criterion; offsets count from `start`.

    Of a criterion with parts only what stands outside them makes constraints of its own.
    """
    listed = parts(text) if depth < _DEEPEST else None
    if listed is None:
        return Branch(start, start + len(text), meaning(text, exclusion=exclusion))
    below = tuple(
        branch(text[begin:end], exclusion=exclusion, start=start + begin, depth=depth + 1)
        for begin, end in listed.places
    )
    head = meaning(blanked(text, listed.places), exclusion=exclusion)
    any_ = listed.any or bool(exclusion)
    whole = Meaning(
        constraints=head.constraints,
        category=category(
            text, [one for part in below for one in part.meaning.constraints], exclusion=exclusion
        ),
        negated=denies(text),
        op=Operator.ANY if any_ else Operator.ALL,
        exceptions=head.exceptions,
    )
    return Branch(start, start + len(text), whole, below)


def criterion(text: str, *, exclusion: bool | None = None) -> Criterion:
    """One printed criterion as the record has it."""
    return _criterion(text, branch(text, exclusion=exclusion))


def _criterion(line: str, one: Branch) -> Criterion:
    text = line[one.start : one.end]
    return Criterion(
        text=text,
        op=one.meaning.op,
        negated=one.meaning.negated,
        category=one.meaning.category,
        constraints=[stated.constraint for stated in one.meaning.constraints],
        exceptions=[text[start:end] for start, end in one.meaning.exceptions],
        children=list(_children(line, one)),
    )


def _children(line: str, one: Branch) -> Iterator[Criterion]:
    return (_criterion(line, part) for part in one.parts)
