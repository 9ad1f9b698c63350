"""What a criterion is mainly about, by the shipped table of categories: its limits first, else its words."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from extractor._data import table
from extractor.normalise.cues import Cue, cues
from extractor.normalise.denials import denies
from extractor.normalise.places import Places
from extractor.normalise.stated import Stated
from extractor.records.criteria import (
    AgeConstraint,
    ClassConstraint,
    CriterionCategory,
    PerformanceStatusConstraint,
    QuantityConstraint,
    TimeConstraint,
)

_DECIDES: Final = ("CONSENT", "PREGNANCY", "PERFORMANCE_STATUS", "LIFE_EXPECTANCY", "ALLERGY")
"""What a criterion is about wherever these words stand; the earlier in this list the surer."""
_WEAK: Final = "WEAK_"
"""Words that say when something was, which decide only where nothing says what: `previous cancer`."""
_LIVER: Final = "LIVER"
"""Signs of a failing liver, which decide where no limit does."""
_ILLNESS: Final = "ILLNESS"
_SEX: Final = re.compile(
    r"\W*(?:(?:all|only)\s+)?(?:fe)?males?(?:\s+(?:and|or|/)\s*(?:fe)?males?)?(?:\s+(?:patients?|subjects?|participants?|only|sex|"
    r"gender|volunteers?))*\W*|\W*(?:(?:wo)?men|boys|girls)(?:\s+(?:and|or)\s+(?:wo)?men)?(?:\s+only)?\W*|.{0,30}\b(?:either|both)\s+(?:sex|gender)(?:es|s)?\W*",
    re.IGNORECASE,
)


@cache
def _table(kind: str) -> dict[str, CriterionCategory]:
    return {
        name: CriterionCategory(category)
        for category, names in table("categories")[kind].items()
        for name in names
    }


def category(
    text: str, constraints: Sequence[Stated], *, exclusion: bool | None = None
) -> CriterionCategory | None:
    """The category of a criterion, None where neither its limits nor its words tell.

    `exclusion` says in which list it stands: an illness is what an inclusion criterion asks for and what an
    exclusion criterion rules out; where the list is not known, an illness tells nothing.
    """
    found = list(cues("categories", "phrases", text))
    named = {cue.name for cue in found}
    kinds = [one.constraint for one in constraints]
    if any(isinstance(kind, AgeConstraint) for kind in kinds[:1]):
        return CriterionCategory.AGE
    times = [one for one in constraints if isinstance(one.constraint, TimeConstraint)]
    timed = Places([(one.start, one.end) for one in times]) if times else ()
    told = {cue.name for cue in found if cue.name != "CONSENT" or cue.start not in timed}
    if decided := next((name for name in _DECIDES if name in told), None):
        return CriterionCategory(decided)
    measured = [one for one in constraints if not isinstance(one.constraint, ClassConstraint)]
    if _LIVER in named and not _by_limit(measured, exclusion=exclusion):
        return CriterionCategory.LIVER_FUNCTION
    if by_limit := _by_limit(constraints, exclusion=exclusion):
        return by_limit
    if _SEX.fullmatch(text):
        return CriterionCategory.SEX
    return _by_words(found, exclusion=denies(text) or exclusion)


def _by_limit(constraints: Sequence[Stated], *, exclusion: bool | None) -> CriterionCategory | None:
    """The category of the first limit that has one."""
    for one in constraints:
        kind = one.constraint
        if isinstance(kind, PerformanceStatusConstraint):
            return CriterionCategory.PERFORMANCE_STATUS
        if isinstance(kind, ClassConstraint) and kind.scale in _table("scales"):
            return _table("scales")[kind.scale]
        if isinstance(kind, QuantityConstraint) and kind.parameter_norm in _table("parameters"):
            return _of_parameter(kind.parameter_norm, exclusion=exclusion)
    return None


def _of_parameter(norm: str, *, exclusion: bool | None) -> CriterionCategory:
    found = _table("parameters")[norm]
    ill = found is CriterionCategory.DIAGNOSIS or norm in table("categories")["ill_when_excluded"]
    return CriterionCategory.COMORBIDITY if exclusion and ill else found


def _by_words(found: Sequence[Cue], *, exclusion: bool | None) -> CriterionCategory | None:
    """The category of the first words that have one; an illness by the list it stands in."""
    weak = [cue.name.removeprefix(_WEAK) for cue in found if cue.name.startswith(_WEAK)]
    tumor = any(cue.name == CriterionCategory.TUMOR for cue in found)
    for name in (*(cue.name for cue in found if not cue.name.startswith(_WEAK)), *weak):
        if name == CriterionCategory.DIAGNOSIS and exclusion and not tumor:
            return CriterionCategory.COMORBIDITY  # what is ruled out is no proof of the disease
        if name != _ILLNESS:
            return CriterionCategory(name)
        if exclusion is not None:
            return CriterionCategory.COMORBIDITY if exclusion else CriterionCategory.DIAGNOSIS
    return None
