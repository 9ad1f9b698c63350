"""Leaves whose object has one text: they must stand in it, and belong together there."""

from typing import Final

from extractor.normalise.numbers import numbers
from extractor.records.declare import Check
from extractor.records.envelope import EvidenceStatus
from extractor.records.finding import FindingCode
from extractor.verification.bound import ages
from extractor.verification.bound.compared import whole_comparison
from extractor.verification.case import SILENT, Case, Say, TextRule, Verdict, undecided, unsupported
from extractor.verification.contexts import OWN_WORDS, Words
from extractor.verification.kinds import norms, verbatim
from extractor.verification.own_trial import speaks_of_others
from extractor.verification.page import Place

_UNITS: Final = frozenset({"unit", "unit_text", "unit_strength"})
_COMPUTED: Final = frozenset({"min", "max", "doses_per_day"})
"""Numbers that may differ from the one printed: less than 2 is at most 1, BID is 2 a day."""
OUTSIDE: Final = "its words do not stand in the words of its object"


def age_verdict(case: Case, words: Words) -> Verdict:
    """An age limit: one of the places must state it, and so must words offered for the leaf itself."""
    found = SILENT
    for place in words.places:
        say = ages.says(case, case.text(place), place)
        case.note(place, "age", say)
        if say.agrees or found.agrees is None:
            found = say
        if say.agrees:
            break
    if not found.agrees:
        return unsupported(found.why or "the words do not say it")
    return _own_trial(case, Verdict(EvidenceStatus.VERIFIED, found.why, words.places))


def together(case: Case, rule: TextRule, own: Words | None, frame: Words | None) -> Verdict:
    """A leaf bound to the words of its object, `frame`; `own` are words offered for the leaf itself."""
    if frame is None or not frame.places:
        return unsupported("the words of its object are not on the page")
    if case.plan.check in OWN_WORDS:
        return _part(case, rule, own, frame)
    if own and own.quoted and (why := _quote_misfit(case, own, frame)):
        return unsupported(why)
    say = _asked(case, rule, frame)
    if not say.agrees:
        return (
            unsupported(say.why or "the words do not say it")
            if say.agrees is False
            else undecided(say, frame.places)
        )
    places = own.places if own and own.quoted else frame.places
    return _own_trial(case, Verdict(EvidenceStatus.VERIFIED, say.why, places))


def _quote_misfit(case: Case, own: Words, frame: Words) -> str | None:
    """Why words offered for a number are not the number's: elsewhere, or another number."""
    if not all(within(place, frame.places) for place in own.places):
        return OUTSIDE
    if case.leaf.field.check is not Check.NUMBER or case.leaf.name in _COMPUTED:
        return None
    printed = {number.value for place in own.places for number in numbers(case.text(place))}
    return None if case.value in printed else "its own words print another number"


def _asked(case: Case, rule: TextRule, frame: Words) -> Say:
    """What the rule says of the object's words: one text must agree and none may disagree."""
    if len(frame.places) == 1:
        return _of_place(case, rule, frame.places[0], whole_comparison(case, frame.places[0]))
    found, seen = SILENT, set[str]()
    for place in frame.places:
        text = whole_comparison(case, place)
        if text in seen:
            continue
        seen.add(text)
        say = _of_place(case, rule, place, text)
        if say.agrees is False:
            return say
        if found.agrees is None and not found.instead:
            found = say
    return found


def _of_place(case: Case, rule: TextRule, place: Place, text: str) -> Say:
    """What the rule says of the object's words at a place."""
    say = rule(case, text)
    if say.agrees is None and case.plan.check is Check.NORM:
        say = norms.says(case, place)
    if case.trace is not None:
        case.note(place, "of the object", say)
    return say


def _part(case: Case, rule: TextRule, own: Words | None, frame: Words) -> Verdict:
    """A verbatim part: it stands inside the words of its object, and the rest of the object agrees."""
    if own is None:
        return unsupported("no words were offered")
    if own.quoted:
        equal = [place for place in own.places if verbatim.says(case, place).agrees]
        if not equal:
            return unsupported("its own words are not the value")
        places = [place for place in equal if within(place, frame.places)]
    else:
        places = [place for around in frame.places if (place := _inside(case, around)) is not None]
    if not places:
        return unsupported(OUTSIDE)
    say = _asked(case, rule, frame)
    if say.agrees is False:
        return unsupported(say.why)
    if say.instead is not None:
        return undecided(say, tuple(places))
    why = say.why if say.agrees else "stands in the words of its object"
    return _own_trial(case, Verdict(EvidenceStatus.VERIFIED, why, tuple(places)))


def _inside(case: Case, around: Place) -> Place | None:
    """A part of an object's words; a unit may follow its number without a blank."""
    found = verbatim.inside(case, around)
    if found is None and case.leaf.name in _UNITS:
        at = case.page.text.find(case.value, *around)
        return (at, at + len(case.value)) if at >= 0 else None
    return found


def _own_trial(case: Case, verdict: Verdict) -> Verdict:
    """The verdict, without places that speak of other studies."""
    if not case.plan.of_this_trial:
        return verdict
    places = verdict.places
    if len(places) != 1 or speaks_of_others(case, places[0]):
        places = tuple([place for place in places if not speaks_of_others(case, place)])
    if not places:
        return unsupported("its words speak of other studies", FindingCode.BACKGROUND)
    return Verdict(verdict.status, verdict.why, places, verdict.code)


def within(place: Place, around: tuple[Place, ...]) -> bool:
    """Whether a place lies inside one of several."""
    return any(start <= place[0] and place[1] <= end for start, end in around)
