"""What is not asked: names from the shipped tables, and the parts of a printed citation."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from pydantic import BaseModel

from extractor.model.wire.annotations import annotation_of
from extractor.model.wire.columns import Fill
from extractor.normalise.citations import citation_head, citation_parts
from extractor.normalise.units import codes_of
from extractor.records.declare import Check, Tier, declarations
from extractor.records.references import Reference
from extractor.verification.kinds.norms import TABLES, key_of

_UNITS: Final = ("unit_text", "unit")
_IN_BRACKETS: Final = re.compile(r"\s*\([^()]*\)\s*$")
_WEIGHED: Final = frozenset({"HEMOGLOBIN", "ALBUMIN"})
"""`G/L` are grams for what is weighed and thousands of millions for what is counted."""
_Find = Callable[[str, dict[str, Any]], str | None]


@cache
def filled_fields(model: type[BaseModel]) -> frozenset[str]:
    """The fields of a model that code fills from its other fields."""
    if model is Reference:
        return frozenset(
            name
            for name, declared in declarations(model).items()
            if declared.tier is Tier.COMPUTED and name != model.words_field
        )
    return frozenset(
        name
        for name, declared in declarations(model).items()
        if declared.check is Check.NORM and annotation_of(model, name).nullable
    )


@cache
def fill_of(model: type[BaseModel]) -> Fill | None:
    """What fills those fields in an object's JSON form, or None where there are none."""
    if model is Reference:
        return _fill_reference
    norms = [_norm(model, name) for name in model.model_fields if name in filled_fields(model)]
    if not norms:
        return None

    def fill(made: dict[str, Any]) -> None:
        for name, sibling, find in norms:
            words = made.get(sibling)
            made[name] = find(words, made) if words else None

    return fill


def _norm(model: type[BaseModel], name: str) -> tuple[str, str, _Find]:
    """A normalised field, the sibling whose words it stands for, and what finds it for them."""
    if name == "ucum":
        return name, next(unit for unit in _UNITS if unit in model.model_fields), _ucum
    vocabulary, sibling = TABLES[name]
    return name, sibling, lambda words, _: key_of(vocabulary, words) or key_of(vocabulary, _bare(words))


def _bare(words: str) -> str:
    """A name without the second name in brackets behind it: `Bluetoxim (Bluex)`."""
    return _IN_BRACKETS.sub("", words)


def _ucum(printed: str, made: dict[str, Any]) -> str | None:
    """The code of a printed unit: of several, the one that fits what is measured, else none."""
    codes = codes_of(printed)
    if len(codes) > 1 and (parameter := made.get("parameter_norm")):
        codes = tuple(code for code in codes if (code == "g/L") == (parameter in _WEIGHED))
    return codes[0] if len(codes) == 1 else None


def _fill_reference(made: dict[str, Any]) -> None:
    citation = made["citation"]
    made |= dict.fromkeys(filled_fields(Reference)) | {"authors": []}
    if head := citation_head(citation):
        made["authors"] = [citation[start:end] for start, end in head.authors]
        made["title"] = citation[slice(*head.title)]
    made.update((name, value) for name, value in citation_parts(citation).items() if value)
