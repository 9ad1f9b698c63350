"""Values without labels: the head of a page with its badges, and fields whose labels are lost."""

import re

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import put_once, unread
from extractor.layout.fields import phases_of, put_phase_words
from extractor.layout.placeholders import placeholder
from extractor.layout.statuses import status_of
from extractor.layout.trial_identifiers import identifiers_in, put_identifier
from extractor.normalise.terms import lookup
from extractor.records.identifiers import IdRole
from extractor.structure.lines import Line
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

_COUNT = re.compile(r"\d{1,7}")
_SENTENCE = re.compile(r"[.!](?:\s|$)|cookies?\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ACTIONS = frozenset(
    {"alert", "bookmark", "cite", "copy", "download", "email", "export", "follow", "print", "save", "share"}
)
_OBJECTS = frozenset({"citation", "csv", "link", "page", "pdf", "study", "subscribe", "this", "to", "trial"})
"""What is done with the buttons beside a title, and to what."""
_FEWEST_WORDS, _MOST_OF_A_BUTTON = 5, 2


def put_top(builder: DraftBuilder, section: Section, site: str) -> None:
    """The site's name, the title, and badges below it: phase and status without labels.

    The title is the last paragraph above the badges, buttons such as `Share` aside, or the first where there
    are none; identifiers beside it are of other trials.
    """
    printed = [line for line in section.lines if not line.blank]
    whole = bool(printed) and printed[0].content.text == site
    if whole:
        builder.say("/source/site_name", printed.pop(0).content)
    at = next((n for n, line in enumerate(printed) if _is_badge(line.content)), len(printed))
    above, badges = printed[:at], printed[at:]
    pieces = _paragraphs([line for line in above if not _is_button(line.content)])
    named = [piece for piece in pieces if not any(identifiers_in(line.content) for line in piece)]
    title = (_above_badges(named) if badges else named[0]) if named else []
    if title:
        words = _words(title)
        if whole or (badges and _may_be_title(words)):
            builder.say("/brief_title", words)
        else:
            unread(builder, "/brief_title", "A first paragraph that nothing shows to be the title", words)
    known: set[str] = set()
    for line in above:
        if line not in title:
            _put_other(builder, line.content, known)
    for line in badges:
        status = status_of(line.content.text)
        if status:
            put_once(builder, "/status/overall_status", status, line.content)
        elif not put_phase_words(builder, line.content):
            unread(builder, "/status/overall_status", "A badge", line.content)


def _above_badges(pieces: list[list[Line]]) -> list[Line]:
    """The title of several paragraphs above the badges; none where a longer one may as well be it."""
    last = _words(pieces[-1])
    longer = [
        piece
        for piece in pieces[:-1]
        if len(words := _words(piece)) > 2 * len(last)
        and len(words.text.split()) >= _FEWEST_WORDS
        and not _SENTENCE.search(words.text)
    ]
    if not longer:
        return pieces[-1]
    button = len(last.text.split()) <= _MOST_OF_A_BUTTON
    return longer[0] if button and len(longer) == 1 else []


def _words(piece: list[Line]) -> Slice:
    return piece[0].content.to(piece[-1].content)


def _may_be_title(words: Slice) -> bool:
    """Whether words may be a title: several, no sentence, no item of a list, no placeholder."""
    text = words.text
    return " " in text and text[-1] != "." and text[0].isalnum() and placeholder(words) is None


def _is_button(words: Slice) -> bool:
    """Whether a line holds nothing but what a site has buttons for: `Share`, `Save | Print`."""
    parts = _WORD.findall(words.text.casefold())
    return bool(parts) and parts[0] in _ACTIONS and all(part in _ACTIONS | _OBJECTS for part in parts)


def _is_badge(words: Slice) -> bool:
    return status_of(words.text) is not None or bool(phases_of(words))


def _paragraphs(lines: list[Line]) -> list[list[Line]]:
    """Lines in groups that no blank line divides."""
    found: list[list[Line]] = []
    for line in lines:
        if found and found[-1][-1].number == line.number - 1:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _put_other(builder: DraftBuilder, words: Slice, known: set[str]) -> None:
    """A line above the title: the identifiers it names are of other trials, all else is unread."""
    found = identifiers_in(words)
    for scheme, number in found:
        if number.text not in known:
            known.add(number.text)
            put_identifier(builder, number, scheme, IdRole.CITED)
    if not found or found[0][1].text != words.text:
        unread(builder, "/brief_title", "A line beside the title", words)


def put_bare_design(builder: DraftBuilder, section: Section) -> None:
    """Study type and intervention model whose labels are lost, each by its own form."""
    for line in section.printed:
        words = line.content
        if kind := lookup("enums", words.text, "StudyType"):
            put_once(builder, "/design/study_type", kind, words)
        elif model := lookup("enums", words.text, "InterventionModel"):
            put_once(builder, "/design/intervention_model", model, words)
        else:
            unread(builder, "/design", "A value without a label", words)


def put_bare_fields(builder: DraftBuilder, section: Section) -> None:
    """Status, sex and target number whose labels are lost: in this order, and each by its own form."""
    seen: list[str] = []
    for line in section.printed:
        words = line.content
        if status := status_of(words.text):
            put_once(builder, "/status/overall_status", status, words)
            seen.append("status")
        elif sex := lookup("enums", words.text, "Sex"):
            put_once(builder, "/eligibility/sex", sex, words)
            seen.append("sex")
        elif seen == ["status", "sex"] and words.match(_COUNT):
            put_once(builder, "/design/enrollment/count", int(words.text), words)
            seen.append("count")
        else:
            unread(builder, "/eligibility", "A value without a label", words)
