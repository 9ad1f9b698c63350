"""What the tree around a criterion makes of it: whether it is denied, and what combines it with others."""

from collections.abc import Iterator, Sequence

from extractor.records.criteria import Criterion, Operator
from extractor.records.eligibility import Eligibility

Sense = tuple[bool, tuple[Operator, ...]]
"""Whether a criterion is denied in all, and the operators that combine it, from the outside in."""


def senses(eligibility: Eligibility | None) -> dict[int, Sense]:
    """The sense of each criterion, by the identity of the object.

    Inclusion criteria must all hold, any exclusion criterion is enough. An operator inside the same one adds
    nothing, so that a list of parts says the same as the parts one by one.
    """
    if eligibility is None:
        return {}
    return {
        id(one): sense
        for criteria, top in ((eligibility.inclusion, Operator.ALL), (eligibility.exclusion, Operator.ANY))
        for one, sense in _below(criteria, (False, (top,)))
    }


def _below(criteria: Sequence[Criterion], around: Sense) -> Iterator[tuple[Criterion, Sense]]:
    for one in criteria:
        denied = around[0] is not one.negated
        yield one, (denied, around[1])
        operators = around[1]
        if one.children and one.op is not operators[-1]:
            operators = (*operators, one.op)
        yield from _below(one.children, (denied, operators))
