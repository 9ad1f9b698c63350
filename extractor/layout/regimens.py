"""Doses and schedules of a draft: read from the words on interventions, on arms, and from the page's prose.

A statement stands with the intervention whose own description prints it, else with its arm. The same words
make one regimen, wherever they are repeated.
"""

from collections.abc import Iterator

from extractor.layout.narrative import own_sentences
from extractor.layout.printed_words import PrintedWords, printed_words
from extractor.normalise.combined_pieces import combined_pieces
from extractor.normalise.dose_amounts import doubtful_amounts
from extractor.normalise.printed_regimens import PrintedRegimen
from extractor.normalise.regimen_records import regimen_record
from extractor.normalise.regimens import regimens
from extractor.normalise.terms import fold, lookup
from extractor.records.arms import Arm, ArmIntervention, Intervention, LinkBasis
from extractor.records.draft import Draft
from extractor.records.finding import Finding, FindingCode, Span

_PROSE = ("brief_summary", "detailed_description")
_SHORTEST_NAME = 3
_ANOTHER = "may be another amount than it seems: it is not read as a dose"
_COMBINED = "may be one piece of several drugs, or pieces of each: it is not read as a dose"


def put_regimens(draft: Draft) -> None:
    """Add the regimens a draft's texts state; arms and interventions that have some are left alone."""
    owners: list[Arm | Intervention] = [*draft.record.arms, *draft.record.interventions]
    if not any(owner.regimens for owner in owners):
        _Regimens(draft).put()


class _Regimens:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.record = draft.record
        self.said: set[str] = set()
        self.names = frozenset(
            fold(name)
            for item in draft.record.interventions
            for name in (item.name, *item.other_names)
            if len(name) >= _SHORTEST_NAME
        )

    def put(self) -> None:
        for at, item in enumerate(self.record.interventions):
            self._described(f"/interventions/{at}", item)
        for at, arm in enumerate(self.record.arms):
            self._described(f"/arms/{at}", arm)
        for field in _PROSE:
            self._told(field)

    def _described(self, pointer: str, owner: Arm | Intervention) -> None:
        words = printed_words(self.draft, f"{pointer}/description", owner.description)
        if words is None:
            return
        for found in self._certain(words.text):
            self._add(pointer, owner, words, found)
        for place in doubtful_amounts(words.text):
            self._leave_out(pointer, words, place, _ANOTHER)
        for place in combined_pieces(words.text):
            self._leave_out(pointer, words, place, _COMBINED)

    def _certain(self, text: str) -> Iterator[PrintedRegimen]:
        """The dose statements of a text, without those of one piece that holds several drugs."""
        pieces = combined_pieces(text)
        for found in regimens(text, self.names):
            if not any(found.start < end and start < found.end for start, end in pieces):
                yield found

    def _leave_out(self, pointer: str, words: PrintedWords, place: tuple[int, int], why: str) -> None:
        """Say which amount was seen and not read."""
        message = f"{words.text[slice(*place)]!r} {why}"
        spans = [
            Span(quote=quote.text, start=quote.start, end=quote.start + len(quote.text))
            for quote in words.quotes(*place)
            if quote.start is not None
        ]
        self.draft.findings.append(
            Finding(code=FindingCode.UNREAD, pointer=f"{pointer}/regimens", message=message, spans=spans)
        )

    def _told(self, field: str) -> None:
        """Amounts in prose: only of agents the page tells of elsewhere, and never of another study."""
        words = printed_words(self.draft, f"/{field}", getattr(self.record, field))
        for start, end in own_sentences(words.text) if words else ():
            assert words is not None  # noqa: S101 - no words, no sentences
            part = PrintedWords(
                words.text[start:end], tuple(None if at is None else at + start for at in words.starts)
            )
            for found in self._certain(part.text):
                place = self._owner(part.text, found) if found.dose else None
                if place is not None:
                    self._add(*place, part, found)

    def _owner(self, text: str, found: PrintedRegimen) -> tuple[str, Arm | Intervention] | None:
        """The one arm that is given the agent, or the intervention of several arms; None if it is unknown."""
        agent = text[slice(*found.agent)] if found.agent else None
        if agent is None:
            return None
        arms = [at for at, arm in enumerate(self.record.arms) if self._is_given(arm, agent)]
        if len(arms) == 1:
            return f"/arms/{arms[0]}", self.record.arms[arms[0]]
        item = next((at for at, one in enumerate(self.record.interventions) if _names(one, agent)), None)
        return None if item is None else (f"/interventions/{item}", self.record.interventions[item])

    def _is_given(self, arm: Arm, agent: str) -> bool:
        keys = {item.key for item in self.record.interventions if _names(item, agent)}
        if keys & {link.intervention for link in self.record.arm_interventions if link.arm == arm.key}:
            return True
        return any(regimen.agent and _same(regimen.agent, agent) for regimen in arm.regimens)

    def _add(
        self, pointer: str, owner: Arm | Intervention, words: PrintedWords, found: PrintedRegimen
    ) -> None:
        regimen = regimen_record(words.text, found)
        if fold(regimen.text) in self.said:
            return
        self.said.add(fold(regimen.text))
        owner.regimens.append(regimen)
        place = f"{pointer}/regimens/{len(owner.regimens) - 1}"
        self.draft.quotes[f"{place}/text"] = words.quotes(found.start, found.end)
        if isinstance(owner, Arm) and found.agent and found.agent_norm:
            self._forgotten(owner, words, found)

    def _forgotten(self, arm: Arm, words: PrintedWords, found: PrintedRegimen) -> None:
        """Add a drug that the page's title names, an arm is given, and the list of interventions forgot."""
        assert found.agent is not None  # noqa: S101 - the caller asks for agents only
        agent = words.text[slice(*found.agent)]
        titles = fold(f"{self.record.brief_title or ''} {self.record.official_title or ''} {arm.label}")
        known = any(_names(item, agent) for item in self.record.interventions)
        if known or fold(agent) not in titles:
            return
        key = f"I{len(self.record.interventions) + 1}"
        place = f"/interventions/{len(self.record.interventions)}"
        link = f"/arm_interventions/{len(self.record.arm_interventions)}"
        self.record.interventions.append(Intervention(key=key, name=agent, listed=False))
        self.record.arm_interventions.append(
            ArmIntervention(arm=arm.key, intervention=key, basis=LinkBasis.NARRATIVE)
        )
        self.draft.quotes[f"{place}/name"] = words.quotes(*found.agent)
        self.draft.quotes[link] = words.quotes(found.start, found.end)


def _names(item: Intervention, agent: str) -> bool:
    return any(_same(name, agent) for name in (item.name, *item.other_names))


def _same(one: str, other: str) -> bool:
    key = lookup("agents", other)
    if key is not None and key == lookup("agents", one):
        return True
    return f" {fold(other)} " in f" {fold(one)} " or f" {fold(one)} " in f" {fold(other)} "
