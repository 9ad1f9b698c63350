"""What sort of value a leaf holds, as the mutations see it."""

import re
from decimal import Decimal
from enum import Enum, StrEnum, auto

from extractor.records.criteria import ClassConstraint
from extractor.records.identifiers import Identifier
from extractor.records.leaves import Leaf

_ISO_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


class Sort(Enum):
    """Sort of a value."""

    NUMBER = auto()
    FLAG = auto()
    ENUM = auto()
    NAME = auto()
    """A name or code from a closed table."""
    CLASS = auto()
    """A printed class: Child-Pugh A, NYHA 2."""
    DATE = auto()
    IDENTIFIER = auto()
    TEXT = auto()


def sort_of(leaf: Leaf) -> Sort:
    """The sort of a leaf's value, by its Python type first and its field's name second."""
    if isinstance(leaf.value, bool):
        return Sort.FLAG
    if isinstance(leaf.value, int | Decimal):
        return Sort.NUMBER
    if isinstance(leaf.value, StrEnum):
        return Sort.ENUM
    return _sort_of_string(leaf)


def _sort_of_string(leaf: Leaf) -> Sort:
    if leaf.name in {"ucum", "country_iso2", "scale"} or leaf.name.endswith("_norm"):
        return Sort.NAME
    if isinstance(leaf.owner, ClassConstraint) and leaf.name in {"values", "threshold"}:
        return Sort.CLASS
    if leaf.name in {"date", "epub_date"} and _ISO_DATE.fullmatch(leaf.value):
        return Sort.DATE
    if leaf.name in {"pmid", "doi", "nct_id"} or (
        isinstance(leaf.owner, Identifier) and leaf.name == "value"
    ):
        return Sort.IDENTIFIER
    return Sort.TEXT
