"""The design of a trial as older records put it in one field, and masking with who is masked in brackets.

`Allocation: Randomized, Endpoint Classification: Safety Study, Masking: Double Blind (Subject, Investigator)`
"""

import re

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import put_once, unread
from extractor.normalise.terms import lookup
from extractor.structure.slices import Slice

_PIECE = re.compile(r",\s+(?=[A-Z][A-Za-z ]{2,30}:)")
_LABELLED = re.compile(r"(?P<label>[A-Z][A-Za-z ]{2,30}):\s*(?P<value>.+)", re.DOTALL)
_MASKED = re.compile(r"(?P<masking>[^()]+?)\s*(?:\((?P<who>[^()]+)\))?")
_COMMA = re.compile(r",")
_FIELDS = {
    "Allocation": ("/design/allocation", "Allocation"),
    "Intervention Model": ("/design/intervention_model", "InterventionModel"),
    "Primary Purpose": ("/design/primary_purpose", "PrimaryPurpose"),
    "Observational Model": ("/design/observational_model", "ObservationalModel"),
    "Time Perspective": ("/design/time_perspective", "TimePerspective"),
}
_LEFT_OUT = frozenset({"Endpoint Classification", "Control"})
"""The record has no place for these."""


def put_study_design(builder: DraftBuilder, words: Slice) -> None:
    """Write what one field says of the design, each piece behind its label."""
    for piece in words.split(_PIECE):
        match = piece.match(_LABELLED)
        label = match.group("label") if match else ""
        if match and label == "Masking":
            put_masking(builder, piece.group(match, "value"))
        elif match and label in _FIELDS:
            pointer, vocabulary = _FIELDS[label]
            _put(builder, pointer, vocabulary, piece.group(match, "value"), piece)
        elif label not in _LEFT_OUT:
            unread(builder, "/design", "A piece of the design", piece)


def put_masking(builder: DraftBuilder, words: Slice) -> None:
    """`Double (Participant, Investigator)`, `None (Open Label)`."""
    if whole := lookup("enums", words.text, "Masking"):
        put_once(builder, "/design/masking", whole, words)
        return
    match = words.match(_MASKED)
    if match is None:
        unread(builder, "/design/masking", "The masking", words)
        return
    _put(builder, "/design/masking", "Masking", words.group(match, "masking"))
    for piece in words.group(match, "who").split(_COMMA) if match.group("who") else ():
        who = lookup("enums", piece.text, "WhoMasked")
        if who:
            builder.item("/design/who_masked", who, piece)
        else:
            unread(builder, "/design/who_masked", "Who is masked", piece)


def _put(
    builder: DraftBuilder, pointer: str, vocabulary: str, words: Slice, piece: Slice | None = None
) -> None:
    """Write what words stand for; `piece`, their label with them, shows it."""
    if name := lookup("enums", words.text, vocabulary):
        put_once(builder, pointer, name, piece or words)
    else:
        unread(builder, pointer, vocabulary, words)
