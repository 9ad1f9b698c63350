"""What the rules are asked about: one leaf, the page, the words offered, and the objects around it."""

from collections.abc import Callable
from typing import Any, Final

from pydantic import BaseModel

from extractor.records.declare import Check
from extractor.records.envelope import EvidenceStatus
from extractor.records.finding import FindingCode
from extractor.records.leaves import Leaf
from extractor.verification.contexts import Context, Contexts, Words
from extractor.verification.page import Page, Place
from extractor.verification.rows import Rows


class Say:
    """What a rule says of one place: `agrees` is None where it has nothing to say."""

    __slots__ = ("agrees", "instead", "why")

    def __init__(self, agrees: bool | None, why: str, instead: EvidenceStatus | None = None) -> None:
        self.agrees: Final = agrees
        self.why: Final = why
        self.instead: Final = instead
        """For a rule that has nothing to say: the status that is right then, UNSUPPORTED if None."""


class Verdict:
    """The status of a leaf, the rule that spoke, and the places that show it."""

    __slots__ = ("code", "places", "status", "why")

    def __init__(
        self,
        status: EvidenceStatus,
        why: str,
        places: tuple[Place, ...] = (),
        code: FindingCode | None = None,
    ) -> None:
        self.status: Final = status
        self.why: Final = why
        self.places: Final = places
        self.code: Final = code


SILENT: Final = Say(agrees=None, why="")


def yes(why: str) -> Say:
    """The words say the value."""
    return Say(agrees=True, why=why)


def no(why: str) -> Say:
    """The words say otherwise."""
    return Say(agrees=False, why=why)


def silent(why: str) -> Say:
    """The words do not speak of it."""
    return Say(agrees=None, why=why)


def doubtful(why: str) -> Say:
    """The words may mean the value, and may mean something else."""
    return Say(agrees=None, why=why, instead=EvidenceStatus.AMBIGUOUS)


def unsettled(why: str) -> Say:
    """The words are the right ones; no rule can tell whether the value follows from them."""
    return Say(agrees=None, why=why, instead=EvidenceStatus.QUOTED)


def undecided(say: Say, places: tuple[Place, ...]) -> Verdict:
    """The verdict where the rule that was asked has nothing to say."""
    if say.instead is EvidenceStatus.AMBIGUOUS:
        return ambiguous(say.why, places)
    if say.instead is EvidenceStatus.QUOTED:
        return Verdict(EvidenceStatus.QUOTED, say.why, places)
    return unsupported(say.why or "the words do not say it")


def unsupported(why: str, code: FindingCode = FindingCode.UNSUPPORTED) -> Verdict:
    """A verdict against a value."""
    return Verdict(EvidenceStatus.UNSUPPORTED, why, (), code)


def ambiguous(why: str, places: tuple[Place, ...]) -> Verdict:
    """A verdict that the words may mean something else."""
    return Verdict(EvidenceStatus.AMBIGUOUS, why, places, FindingCode.AMBIGUOUS)


class Plan:
    """How a field is judged: what is the same for all its leaves, on every page.

    `path` is its pointer without list positions. `bound` is the rule for a leaf that is bound to the words of
    an object around it, `rule` the one for a leaf that stands for itself; `objections` are what can speak
    against its words. `hint` names the field of its object whose words stand for it.
    """

    __slots__ = ("bound", "check", "hint", "homes", "is_age", "objections", "of_this_trial", "path", "rule")

    def __init__(
        self,
        *,
        path: str,
        check: Check,
        bound: "TextRule | None",
        rule: "PlaceRule",
        objections: "tuple[Objection, ...]",
        hint: str | None,
        homes: tuple[frozenset[str], bool] | None,
        is_age: bool,
        of_this_trial: bool,
    ) -> None:
        self.path: Final = path
        self.check: Final = check
        self.bound: Final = bound
        self.rule: Final = rule
        self.objections: Final = objections
        self.hint: Final = hint
        self.homes: Final = homes
        """The sections its words stand in, and whether they stand nowhere else."""
        self.is_age: Final = is_age
        self.of_this_trial: Final = of_this_trial
        """Whether its value must rest on this trial's own words."""


class Case:
    """One leaf to be judged. `trace`, where given, is told every step in words."""

    __slots__ = ("context", "contexts", "leaf", "owner", "page", "path", "plan", "rows", "trace", "value")

    def __init__(
        self,
        contexts: Contexts,
        rows: Rows,
        context: Context,
        leaf: Leaf,
        plan: Plan,
        trace: list[str] | None = None,
    ) -> None:
        self.contexts = contexts
        self.rows = rows
        self.context = context
        self.leaf = leaf
        self.plan = plan
        self.trace = trace
        self.page: Page = contexts.page
        self.path = plan.path
        self.value: Any = leaf.value
        self.owner: BaseModel = leaf.owner

    def sibling(self, name: str) -> Any:
        """Another value of the same object, or None."""
        return getattr(self.owner, name, None)

    def text(self, place: Place) -> str:
        """The words at a place."""
        return self.page.text[place[0] : place[1]]

    def around(self, model: type[BaseModel]) -> Any:
        """The nearest object of a model around the leaf, or None."""
        context = self.context.around(model)
        return context.owner if context else None

    def note(self, place: Place, rule: str, say: Say) -> None:
        """Tell the trace what a rule said of a place."""
        if self.trace is not None:
            told = {True: "agrees", False: "disagrees", None: "says nothing"}[say.agrees]
            self.trace.append(
                f"{place[0]}-{place[1]}: rule {rule} {told}: {say.why or 'no word on this leaf'}"
            )


TextRule = Callable[[Case, str], Say]
"""Says what a text that an object's leaves share says of one of them."""
PlaceRule = Callable[[Case, Place], Say]
"""Says what the words at a place say of a leaf."""
Objection = Callable[[Case, Words, Place], Verdict | None]
"""Says what speaks against a place, or None."""
