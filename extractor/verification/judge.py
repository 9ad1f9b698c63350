"""The judge: puts a leaf before its rules and weighs what they say into one status."""

from typing import Final

from extractor.records.criteria import Criterion
from extractor.records.declare import Check
from extractor.records.envelope import EvidenceStatus
from extractor.records.finding import FindingCode
from extractor.records.leaves import Leaf
from extractor.verification.case import Case, Plan, Verdict, ambiguous, undecided, unsupported, yes
from extractor.verification.contexts import Contexts, Words
from extractor.verification.frames import time_frame_verdict
from extractor.verification.homes import at_home
from extractor.verification.kinds import outcome_kinds, verbatim
from extractor.verification.own_trial import speaks_of_others
from extractor.verification.page import Place
from extractor.verification.plans import plan_of
from extractor.verification.rows import Rows
from extractor.verification.together import OUTSIDE, age_verdict, together, within

_UNCHECKED: Final = "/category"
"""Judgements that no words settle."""
_EXCLUSIVE: Final = frozenset({Check.NUMBER, Check.DATE, Check.ENUM})
"""Kinds of which two different values beside each other contradict."""

Judged = tuple[Verdict, Words | None]


class Judge:
    """Judges the leaves of one draft against one page. `trace`, where given, is told every step in words."""

    def __init__(self, contexts: Contexts, rows: Rows, trace: list[str] | None = None) -> None:
        self.contexts = contexts
        self.rows = rows
        self._trace = trace
        self._context = contexts.at("")
        """The object of the leaf before: leaves of one object follow each other."""

    def judge(self, leaf: Leaf) -> Judged:
        """The verdict on a leaf and the words it was held against."""
        if leaf.field.check is Check.STRUCTURAL:
            return self._structural(leaf)
        contexts = self.contexts
        context = self._context
        if context.pointer != leaf.owner_pointer:
            context = self._context = contexts.at(leaf.owner_pointer)
        plan: Plan | None = context.shape.plans.get(leaf.name)
        if plan is None:
            plan = plan_of(context, leaf.name)
        case = Case(contexts, self.rows, context, leaf, plan, self._trace)
        # A value that is bound to its object's words is looked for in them alone.
        own = contexts.own(leaf, sought=plan.bound is None or self._trace is not None)
        frame = contexts.inherited(context, plan.hint) if plan.bound or own is None else None
        if self._trace is not None:
            self._note(own, frame, self._trace)
        words = own or frame
        if words is None:
            return unsupported("no words were offered"), None
        if own is not None and own.quoted and (refused := self._refused(case, own)):
            return refused, words
        if plan.bound:
            return together(case, plan.bound, own, frame), words
        return age_verdict(case, words) if plan.is_age else self._placed(case, words), words

    def _refused(self, case: Case, own: Words) -> Verdict | None:
        """A verdict against words offered for the leaf that are nowhere, or outside their criterion."""
        if own.lost:
            where = "at the place given" if own.given else "on the page"
            return unsupported(f"{own.lost[0][:60]!r} is not {where}")
        if type(case.owner) is not Criterion or case.plan.check is Check.VERBATIM:
            return None
        frame = self.contexts.inherited(case.context, case.plan.hint)
        if frame is None or all(within(place, frame.places) for place in own.places):
            return None
        return unsupported(OUTSIDE)

    def _structural(self, leaf: Leaf) -> Judged:
        """Keys and links carry no verdict; words offered for them are only looked for."""
        words = self.contexts.find(leaf.pointer)
        if words.lost:
            return unsupported(f"{words.lost[0][:60]!r} is not on the page"), words
        why = "a key or a link: its words are not checked"
        return Verdict(EvidenceStatus.QUOTED, why, words.places), words

    def _note(self, own: Words | None, frame: Words | None, trace: list[str]) -> None:
        for words, name in ((own, "words of the leaf"), (frame, "words of the object")):
            if words:
                found = ", ".join(f"{start}-{end}" for start, end in words.places) or "nowhere"
                how = words.fit if words.places else "nowhere"
                trace.append(f"{name}, at {words.pointer}: {' … '.join(words.offered)[:200]!r}")
                trace.append(f"found {how}: {found}" if words.places else "found nowhere")

    def _placed(self, case: Case, words: Words) -> Verdict:
        """A leaf that stands for itself: every likely place is asked."""
        places, path = words.places, case.path
        if path == "/outcomes/time_frame" and not words.given:
            return time_frame_verdict(case, words)
        if not places:
            return unsupported("its words are not on the page")
        if path.endswith(_UNCHECKED):
            return Verdict(EvidenceStatus.QUOTED, "a judgement: no rule checks it", places)
        if path == "/outcomes/kind":
            return _kind(case, words)
        if len(places) == 1:
            return _one(case, words, places) or _weigh(case, words, [], [])
        supporting: list[Verdict] = []
        against: list[Verdict] = []
        for place in _likely(case, words):
            found = _one(case, words, (place,))
            if found is not None:
                (supporting if found.status is EvidenceStatus.VERIFIED else against).append(found)
        return _weigh(case, words, supporting, against)


def _likely(case: Case, words: Words) -> tuple[Place, ...]:
    """Places under the field's own heading first, unless the reader named the places."""
    homes, page = case.plan.homes, case.page
    if words.given or homes is None:
        return words.places
    return tuple([one for one in words.places if page.part_at(one[0]).name in homes[0]]) or words.places


def _one(case: Case, words: Words, at: tuple[Place]) -> Verdict | None:
    """One place: the verdict that it shows the value, or one against it, or None if it says nothing."""
    plan, place = case.plan, at[0]
    say = plan.rule(case, place)
    if case.trace is not None:
        case.note(place, plan.check, say)
    if say.agrees is False:
        narrower = verbatim.inside(case, place) if plan.check is Check.VERBATIM else None
        if narrower is None:
            return unsupported(f"{say.why}, the value is {_shown(case.value)}")
        at, place, say = (narrower,), narrower, yes("the value stands inside its words")
    elif say.agrees is None and say.instead is None:
        return None
    for objection in plan.objections:
        if (against := objection(case, words, place)) is not None:
            if case.trace is not None:
                case.trace.append(f"{place[0]}-{place[1]}: {against.why}")
            return against
    return Verdict(EvidenceStatus.VERIFIED, say.why, at) if say.agrees else undecided(say, at)


def _shown(value: object) -> str:
    """A value as a finding names it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return repr(value[:60]) if type(value) is str else str(value)


def _weigh(case: Case, words: Words, supporting: list[Verdict], against: list[Verdict]) -> Verdict:
    """One place that agrees is enough, unless the words offered contradict each other."""
    if supporting and not _contradicted(case, words, against):
        places = tuple([one.places[0] for one in supporting])
        if case.plan.check is Check.NUMBER and not words.given and _bare(case, places):
            return ambiguous(f"the number stands in {len(places)} places", places)
        return Verdict(EvidenceStatus.VERIFIED, supporting[0].why, places)
    if against:
        quoted = (verdict for verdict in against if verdict.status is EvidenceStatus.QUOTED)
        return next(quoted, against[0])
    if case.plan.check is Check.DERIVED:
        return Verdict(EvidenceStatus.QUOTED, "no rule settles this value", words.places)
    return unsupported("the words do not say it")


def _contradicted(case: Case, words: Words, against: list[Verdict]) -> bool:
    """Whether words offered at places of their own name another value beside this one."""
    return (
        words.given
        and case.plan.check in _EXCLUSIVE
        and any(verdict.code is FindingCode.UNSUPPORTED for verdict in against)
    )


def _bare(case: Case, places: tuple[Place, ...]) -> bool:
    """Whether words are a number alone that stands in several places, none of them under its own heading."""
    return (
        len(places) > 1
        and all(case.text(place).strip().replace(",", "").isdigit() for place in places)
        and not any(at_home(case.page, case.path, place) for place in places)
    )


def _kind(case: Case, words: Words) -> Verdict:
    if all(speaks_of_others(case, place) for place in words.places):
        return unsupported("its words speak of other studies", FindingCode.BACKGROUND)
    say = outcome_kinds.says(case, words)
    case.note(words.places[0], "outcome kind", say)
    return Verdict(EvidenceStatus.VERIFIED, say.why, words.places) if say.agrees else unsupported(say.why)
