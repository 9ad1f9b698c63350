"""Sections E.6 to E.8 of the EU register: scope, phases and design, each a question with its answer."""

from collections.abc import Mapping

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eu_answers import Protocol
from extractor.layout.placeholders import placeholder
from extractor.records.design import Allocation, InterventionModel, Masking, Phase, PrimaryPurpose
from extractor.records.finding import FindingCode
from extractor.records.missing import MissingReason

_PHASES = {
    "E.7.1": Phase.PHASE1,
    "E.7.2": Phase.PHASE2,
    "E.7.3": Phase.PHASE3,
    "E.7.4": Phase.PHASE4,
}
_PURPOSES = {
    "E.6.1": PrimaryPurpose.DIAGNOSTIC,
    "E.6.2": PrimaryPurpose.PREVENTION,
    "E.6.3": PrimaryPurpose.TREATMENT,
}
_MASKINGS = {"E.8.1.2": Masking.NONE, "E.8.1.3": Masking.SINGLE, "E.8.1.4": Masking.DOUBLE}
_MODELS = {"E.8.1.5": InterventionModel.PARALLEL, "E.8.1.6": InterventionModel.CROSSOVER}
_SINGLE_SITE, _SITES, _STATES = "E.8.3", "E.8.4", "E.8.5"


def put_design(builder: DraftBuilder, protocol: Protocol) -> None:
    """Write phases, purpose, allocation, masking, model, whether there are several centres, the committee."""
    for code, phase in _PHASES.items():
        if protocol.answer(code):
            builder.item("/design/phases", phase, *protocol.said(code))
    _put_one(builder, protocol, "/design/primary_purpose", _PURPOSES)
    _put_one(builder, protocol, "/design/masking", _MASKINGS)
    _put_one(builder, protocol, "/design/intervention_model", _MODELS)
    _put_allocation(builder, protocol)
    _put_centres(builder, protocol)
    committee = protocol.answer("E.8.7")
    if committee is not None:
        builder.put("/oversight/has_dmc", committee, *protocol.said("E.8.7"))


def _put_one(builder: DraftBuilder, protocol: Protocol, pointer: str, names: Mapping[str, object]) -> None:
    """The one of several questions that is answered with yes; of several yeses none is chosen."""
    yes = [code for code in names if protocol.answer(code)]
    if len(yes) == 1:
        builder.put(pointer, names[yes[0]], *protocol.said(yes[0]))
    elif yes:
        words = [piece for code in yes for piece in protocol.said(code)]
        builder.missing(pointer, MissingReason.AMBIGUOUS, *words)
        builder.find(FindingCode.AMBIGUOUS, pointer, "Several of these are answered with yes", *words)
    else:
        _put_reason(builder, protocol, pointer, *names)


def _put_reason(builder: DraftBuilder, protocol: Protocol, pointer: str, *codes: str) -> None:
    """Why there is no value, where the page says that it does not know."""
    for code in codes:
        section = protocol.field(code)
        words = section.block if section else None
        reason = placeholder(words) if words else None
        if words and reason:
            builder.missing(pointer, reason, words)


def _put_allocation(builder: DraftBuilder, protocol: Protocol) -> None:
    randomised = protocol.answer("E.8.1.1")
    if randomised is None:
        _put_reason(builder, protocol, "/design/allocation", "E.8.1.1")
    else:
        name = Allocation.RANDOMIZED if randomised else Allocation.NON_RANDOMIZED
        builder.put("/design/allocation", name, *protocol.said("E.8.1.1"))


def _put_centres(builder: DraftBuilder, protocol: Protocol) -> None:
    """Several sites in one state, or several states, are several centres; one site and no more is one."""
    several = [code for code in (_SITES, _STATES) if protocol.answer(code)]
    if several:
        words = [piece for code in several for piece in protocol.said(code)]
        builder.put("/design/multicenter", True, *words)  # noqa: FBT003 - a value like any other
    elif protocol.answer(_SINGLE_SITE) and protocol.answer(_STATES) is False:
        words = [*protocol.said(_SITES), *protocol.said(_STATES)]
        builder.put("/design/multicenter", False, *words)  # noqa: FBT003
    if protocol.answer(_SINGLE_SITE) and protocol.answer(_SITES):
        message = "The page says that the state has a single site, and that it has several"
        words = [*protocol.said(_SINGLE_SITE), *protocol.said(_SITES)]
        builder.find(FindingCode.CONTRADICTION, "/design/multicenter", message, *words)
