"""Section F of the EU register and the places of E.8: who takes part, how many, where."""

from collections.abc import Callable

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eu_answers import Protocol
from extractor.layout.field_kinds import unread
from extractor.layout.site_list import SiteList
from extractor.normalise.terms import lookup
from extractor.records.eligibility import Sex, StdAge
from extractor.records.missing import MissingReason
from extractor.records.times import ActualEstimated
from extractor.structure.slices import Slice

_AGES = {"F.1.1": StdAge.CHILD, "F.1.2": StdAge.ADULT, "F.1.3": StdAge.OLDER_ADULT}
_FEMALE, _MALE = "F.2.1", "F.2.2"
_SEVERAL_STATES, _OUTSIDE = "E.8.5", ("E.8.6.1", "E.8.6.2")
_STATE = "A.1"
_WHOLE = ("F.4.2.2", "F.4.2.1", "F.4.1")
"""How many in the whole trial, in the European Economic Area, in this state."""
_SITES = ("", "E.8.5.1", "E.8.4.1")


def put_population(builder: DraftBuilder, protocol: Protocol) -> None:
    """Write age groups, sex, healthy volunteers, the planned number, countries and the number of sites."""
    for code, group in _AGES.items():
        if protocol.answer(code):
            builder.item("/eligibility/std_ages", group, *protocol.said(code))
    _put_sex(builder, protocol)
    healthy = protocol.answer("F.3.1")
    if healthy is not None:
        builder.put("/eligibility/healthy_volunteers", healthy, *protocol.said("F.3.1"))
    _put_whole(builder, protocol, _WHOLE, "/design/enrollment/count")
    planned = protocol.field("F.4")
    if builder.get("/design/enrollment/count") is not None and planned and planned.heading:
        builder.put("/design/enrollment/type", ActualEstimated.ESTIMATED, planned.heading)
    _put_whole(builder, protocol, _SITES, "/location_count_stated")
    _put_countries(builder, protocol)


def _put_sex(builder: DraftBuilder, protocol: Protocol) -> None:
    female, male = protocol.answer(_FEMALE), protocol.answer(_MALE)
    words = [*protocol.said(_FEMALE), *protocol.said(_MALE)]
    if female is None or male is None or not (female or male):
        return
    sex = Sex.ALL if female and male else Sex.FEMALE if female else Sex.MALE
    builder.put("/eligibility/sex", sex, words[0].to(words[-1]))


def _put_whole(builder: DraftBuilder, protocol: Protocol, codes: tuple[str, ...], pointer: str) -> None:
    """The number for the whole trial: the area's if nothing lies outside, the state's if it is alone."""
    whole, area, state = codes
    inside = all(protocol.answer(code) is False for code in _OUTSIDE)
    alone = protocol.answer(_SEVERAL_STATES) is False
    for code, covers in ((whole, True), (area, inside), (state, alone and inside)):
        words = protocol.value(code) if covers else None
        if words and (number := _number(words)) is not None:
            builder.put(pointer, number, words)
            return
    stated = [words for code in (area, state) if (words := protocol.value(code))]
    if stated:
        builder.missing(pointer, MissingReason.AMBIGUOUS, *stated)


def _number(words: Slice) -> int | None:
    text = words.text.replace(",", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None  # noqa: PLR2004


def _put_countries(builder: DraftBuilder, protocol: Protocol) -> None:
    """The state of this version, and the countries outside that are named."""
    sites = SiteList(builder, countries=True)
    state = protocol.value(_STATE)
    if state:
        country = state.cut(0, state.text.find(" - ") if " - " in state.text else None).strip()
        _put_country(builder, sites.put_country, country)
    named = protocol.field("E.8.6.3")
    for line in named.printed if named else ():
        _put_country(builder, sites.put_country, line.content)


def _put_country(builder: DraftBuilder, put: Callable[[Slice], None], words: Slice) -> None:
    if lookup("countries", words.text):
        put(words)
    else:
        unread(builder, "/countries", "A country", words)
