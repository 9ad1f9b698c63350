"""Groups that only the prose tells of, as in `Patients in the control group will take regular treatment`.

Such a group is an arm that no list names, and what it is given an intervention, unless a list has them.
"""

import re

from extractor.layout.narrative import own_sentences
from extractor.layout.printed_words import PrintedWords, printed_words
from extractor.normalise.terms import fold
from extractor.records.arms import Arm, ArmIntervention, Intervention, LinkBasis
from extractor.records.draft import Draft

_PROSE = ("brief_summary", "detailed_description")
_KIND = r"(?P<kind>control|placebo|observation|comparison|comparator|untreated|standard\s+care|usual\s+care)"
_TOLD = re.compile(
    rf"(?:Patients|Participants|Subjects|Women|Men|Children|Those)\s+in\s+the\s+(?P<label>{_KIND}\s+(?:group|arm))\s+will\s+"
    r"(?:receive|take|undergo|be\s+given|be\s+treated\s+with)\s+(?:the\s+)?(?P<what>[a-z][\w\s/-]{2,60}?)"
    r"(?:\s+(?:with\s+no|without|only|alone)\b[^.;]{0,80})?\.?",
    re.IGNORECASE,
)


def put_told_groups(draft: Draft) -> None:
    """Add the groups of this trial that sentences name and no list does, with what they are given."""
    if not draft.record.arms:
        return
    for field in _PROSE:
        words = printed_words(draft, f"/{field}", getattr(draft.record, field))
        for start, end in own_sentences(words.text) if words else ():
            if words and (match := _TOLD.fullmatch(words.text, start, end)):
                _put_group(draft, words, match)


def _put_group(draft: Draft, words: PrintedWords, match: re.Match[str]) -> None:
    record, kind = draft.record, fold(match.group("kind"))
    if any(kind in fold(f"{arm.label} {arm.description or ''} {arm.type or ''}") for arm in record.arms):
        return
    arm = Arm(
        key=f"A{len(record.arms) + 1}", label=match.group("label"), description=match.group(), listed=False
    )
    place, link = f"/arms/{len(record.arms)}", f"/arm_interventions/{len(record.arm_interventions)}"
    given = _intervention(draft, words, match)
    record.arms.append(arm)
    record.arm_interventions.append(
        ArmIntervention(arm=arm.key, intervention=given, basis=LinkBasis.NARRATIVE)
    )
    draft.quotes[f"{place}/label"] = words.quotes(*match.span("label"))
    draft.quotes[f"{place}/description"] = draft.quotes[link] = words.quotes(*match.span())


def _intervention(draft: Draft, words: PrintedWords, match: re.Match[str]) -> str:
    """The key of what the group is given, added where no list has it."""
    name, items = match.group("what"), draft.record.interventions
    known = next((item for item in items if fold(name) in map(fold, (item.name, *item.other_names))), None)
    if known:
        return known.key
    items.append(Intervention(key=f"I{len(items) + 1}", name=name, listed=False))
    draft.quotes[f"/interventions/{len(items) - 1}/name"] = words.quotes(*match.span("what"))
    return items[-1].key
