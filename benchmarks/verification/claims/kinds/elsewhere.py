"""Words of one field given to another: they are on the page, as something else."""

from collections.abc import Iterator

from claims.case import Case
from claims.change import Change
from claims.sorts import Sort, sort_of

_SHORT = 120
_FIELDS = ("/conditions", "/keywords", "/sponsors", "/locations", "/interventions", "/arms", "/officials")


def words_of_another_field(case: Case) -> Iterator[Change]:
    """A name from each other section (a sponsor, a site, a drug) put into a list, quote travelling."""
    texts = [leaf for leaf in case.leaves if _is_name(leaf.pointer) and sort_of(leaf) is Sort.TEXT]
    for number, leaf in enumerate(texts):
        tried = {_top(leaf.pointer)}
        for other in texts[number + 1 :] + texts[:number]:
            if _top(other.pointer) not in tried and len(other.value) < _SHORT:
                tried.add(_top(other.pointer))
                yield Change(
                    judged=(leaf.pointer,),
                    values={leaf.pointer: other.value},
                    quotes={leaf.pointer: case.words_of(other.pointer)},
                    shown=f"{leaf.value[:40]} → {other.value[:40]}, from {other.pointer}",
                    handed=other.value,
                )


def _top(pointer: str) -> str:
    return "/" + pointer.split("/")[1]


def _is_name(pointer: str) -> bool:
    return _top(pointer) in _FIELDS and not pointer.endswith("/description")
