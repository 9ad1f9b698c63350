"""A second opinion on limits of criteria: whether the grammar reads exactly this one from the words."""

from typing import Final

from pydantic import BaseModel

from extractor.normalise.criterion import meaning
from extractor.records.criteria import AgeConstraint
from extractor.verification.case import Case, Say, yes

_LONGEST: Final = 4000
"""Longer words are no criterion."""


def or_read(case: Case, text: str, said: Say) -> Say:
    """What a rule said, unless it refused a constraint that the grammar reads from the words as a whole.

    All leaves must be those that were read, so that no leaf is accepted beside a wrong one.
    """
    if said.agrees or len(text) > _LONGEST:
        return said
    owner: BaseModel | None = case.around(AgeConstraint) or case.owner
    if any(one.constraint == owner for one in meaning(text).constraints):
        return yes("the whole limit is what the grammar of criteria reads from the words")
    return said
