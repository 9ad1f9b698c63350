"""The rank of an outcome: by the heading its measure stands under, or by a sentence that ranks it."""

from extractor.records.outcomes import Outcome, OutcomeKind
from extractor.verification.case import Case, Say, no
from extractor.verification.contexts import Words
from extractor.verification.fold import fold
from extractor.verification.kinds.enums import phrases
from extractor.verification.page import Place


def says(case: Case, words: Words) -> Say:
    """Whether the page ranks the measure so, and the words offered say it too."""
    outcome = case.owner
    assert isinstance(outcome, Outcome)  # noqa: S101 - asked for outcomes only
    measure = {fold(offered) for offered in words.offered} == {fold(outcome.measure)}
    named = {
        name for place in words.places if not measure for name in phrases("OutcomeKind", case.text(place))
    }
    if named and named != {case.value.name}:
        return no(f"the words name {' and '.join(sorted(named))}")
    if (
        not named
        and not measure
        and words.pointer == case.leaf.pointer
        and case.value is not OutcomeKind.UNSPECIFIED
    ):
        return no("the words offered rank nothing")
    places = _rows(case, outcome)
    if not places:
        return no("its measure is not on the page")
    parts = {case.page.part_at(start).name for start, _ in places}
    ranks = {part.partition("_")[0].upper() for part in parts if part.endswith("_outcomes")}
    if ranks:
        shown = " and ".join(sorted(ranks)).lower()
        return Say(ranks == {case.value.name}, f"its measure stands under the heading of {shown} outcomes")
    ranked = {
        name
        for place in places
        for name in phrases("OutcomeKind", case.text(case.page.sentence_at(place[0])))
    }
    if case.value is OutcomeKind.UNSPECIFIED:
        return Say(not ranked, "neither a heading nor its sentence ranks it")
    return Say(ranked == {case.value.name}, "its sentence ranks it" if ranked else "nothing ranks it")


def _rows(case: Case, outcome: Outcome) -> list[Place]:
    """Where the measure stands: in tables with this outcome's time frame, else in tables, else anywhere."""
    page = case.page
    places = case.contexts.own_places(case.context, "measure")
    tabled = [place for place in places if page.part_at(place[0]).name.endswith("_outcomes")]
    frame = fold(outcome.time_frame or "")
    rows = [
        place for place in tabled if frame and fold(page.text[place[1] : page.line_at(place[0])[1]]) == frame
    ]
    return rows or tabled or list(places)
