"""A page of no known layout, or of no trial: only identifiers are read, by the patterns of their schemes."""

from collections.abc import Iterable

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.page import Page
from extractor.layout.sniffing import Layout
from extractor.layout.trial_identifiers import identifiers_in, is_own, put_identifier
from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.records.identifiers import IdRole, IdScheme
from extractor.records.source import PageKind
from extractor.structure.slices import Slice

NAME = "unknown"
_HEAD = 600
"""Behind so many characters a number may as well be another trial's."""
_FEW_WORDS = 8
_WHOSE = "Whose numbers these are, the page's own trial's or others', is not said"


def read(page: Page, layouts: Iterable[Layout] = ()) -> Draft:
    """Identifiers and a finding that nothing else was read; it names the layout the page looks most like.

    Of identifiers the one is read that the page calls its own; see `refuse`.
    """
    found = [(layout.name, layout.sniff(page)) for layout in layouts]
    name, sniff = max(found, key=lambda one: one[1].score, default=("", None))
    nearest = f" Nearest is {name}: {', '.join(sniff.reasons)}." if sniff and sniff.reasons else ""
    message = f"The page has no layout this reader knows: only identifiers were read.{nearest}"
    return refuse(page, NAME, FindingCode.UNKNOWN_LAYOUT, f"{message} Try a model (--reader model)", own=True)


def read_broken(page: Page, layout: str, faults: Iterable[str]) -> Draft:
    """The same for a page of a known layout that is broken, with what shows it."""
    why = "; ".join(faults)
    message = f"The page looks like one of {layout} but is broken ({why}): only identifiers were read"
    hint = "Fetch it again, or try a model (--reader model)"
    return refuse(page, NAME, FindingCode.UNKNOWN_LAYOUT, f"{message}. {hint}", own=True)


def refuse(page: Page, layout: str, code: FindingCode, message: str, *, own: bool = False) -> Draft:
    """A draft of nothing but identifiers and one finding.

    With `own` the page may be of a trial: its number is the one that a label calls so, or the only one on the
    page where it stands at its head, in no sentence; whose the others are is not said. Else all are cited.
    """
    builder = DraftBuilder(layout, PageKind.OTHER)
    found = identifiers_in(Slice(page.text, 0, len(page.text)))
    if own:
        _put_own(builder, found)
    else:
        for scheme, words in found:
            put_identifier(builder, words, scheme, IdRole.CITED)
    builder.find(code, "", message)
    return builder.draft()


def _put_own(builder: DraftBuilder, found: list[tuple[IdScheme, Slice]]) -> None:
    labelled = [one for one in found if is_own(one[1])]
    alone = [one for one in found if len(found) == 1 and one[1].start <= _HEAD and not _in_sentence(one[1])]
    chosen = labelled if len(labelled) == 1 else alone
    for scheme, words in chosen:
        put_identifier(builder, words, scheme, IdRole.PRIMARY)
    others = [words for one, words in found if (one, words) not in chosen]
    if others:
        builder.find(FindingCode.AMBIGUOUS, "/identifiers", _WHOSE, *others)


def _in_sentence(words: Slice) -> bool:
    """Whether words stand in a line that ends as a sentence does."""
    line = words.page[words.page.rfind("\n", 0, words.start) + 1 :].partition("\n")[0].strip()
    return line.endswith(".") and len(line.split()) > _FEW_WORDS
