"""Protocols of the EU Clinical Trials Register: pages, full-text downloads, and those without line breaks."""

import re

from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eligibility import put_criteria
from extractor.layout.eu_answers import Protocol
from extractor.layout.eu_design import put_design
from extractor.layout.eu_form import TRANSLATED, fields_of, lines_are_lost, sections_of_form
from extractor.layout.eu_identifiers import put_identifiers
from extractor.layout.eu_lost_lines import put_lost_criteria, put_number_of_link, say_unread_fields
from extractor.layout.eu_outcomes import put_end_points
from extractor.layout.eu_people import put_people
from extractor.layout.eu_population import put_population
from extractor.layout.eu_products import put_products
from extractor.layout.field_kinds import put_once, unread
from extractor.layout.page import Page
from extractor.layout.placeholders import placeholder
from extractor.layout.sniffing import Layout, Sniff, weigh
from extractor.normalise.dates import partial_date
from extractor.normalise.terms import lookup
from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.records.source import PageKind
from extractor.structure.sections import Section
from extractor.structure.slices import Slice

NAME = "euctr"
_SITE = "EU Clinical Trials Register"
_NUMBER = "EudraCT Number"
_ENTERED = "Date on which this record was first entered in the EudraCT database"
_END = "P. Date of the global end of the trial"
_ACRONYM = re.compile(r"(?=\S*[A-Z]\S*[A-Z])\S{2,20}")
_MANY_FIELDS = 20
_CODE = re.compile(r"(?P<letter>[A-P])\.(?:\d{1,2}\.?)+\s")


def sniff(page: Page) -> Sniff:
    """Its summary, the codes of its fields with their labels, its site's name."""
    fields = fields_of(page)
    names = {field.name for field in fields}
    return weigh(
        [
            (len(fields) >= _MANY_FIELDS, 0.6, f"{len(fields)} fields of its form"),
            (_NUMBER in names and _ENTERED in names, 0.3, "its summary"),
            ({"A.2", "E.3"} <= names, 0.1, "number and criteria behind their codes"),
        ]
    )


def read(page: Page) -> Draft:
    """Read one protocol; of several on one page the first."""
    builder = DraftBuilder(NAME, PageKind.REGISTRY_PAGE)
    fields = fields_of(page)
    above, *sections = sections_of_form(page, fields)
    for line in above.printed:
        if line.content.text == _SITE and builder.get("/source/site_name") is None:
            builder.say("/source/site_name", line.content)
    protocol = Protocol(_first_of_several(builder, sections))
    lost = lines_are_lost(page, fields)
    if lost:
        put_number_of_link(builder, protocol)
        say_unread_fields(builder, protocol)
    else:
        put_identifiers(builder, protocol)
        _put_status(builder, protocol)
        put_people(builder, protocol)
    _put_dates(builder, protocol)
    _put_titles(builder, protocol)
    put_products(builder, protocol, lines_lost=lost)
    _put_condition(builder, protocol)
    put_design(builder, protocol)
    put_population(builder, protocol)
    put_end_points(builder, protocol, lines_lost=lost)
    _put_criteria(builder, protocol, lines_lost=lost)
    _say_translations(builder, protocol)
    return builder.draft()


def _disorder(page: Page) -> str:
    """Whether a part of the form stands below a later one; another version begins with its summary."""
    last = ""
    for line in page.printed:
        text = line.content.text
        if text.startswith((_NUMBER, "A.")):
            last = ""  # another version, or the form below its contents
        elif code := _CODE.match(text):
            if code.group("letter") < last:
                return f"its part {code.group('letter')} stands below its part {last}"
            last = code.group("letter")
    return ""


LAYOUT = Layout(NAME, sniff, read, _disorder)


def _first_of_several(builder: DraftBuilder, sections: list[Section]) -> list[Section]:
    """The fields up to the next summary: other versions of the protocol are said to be unread."""
    summaries = [at for at, section in enumerate(sections) if section.name == _NUMBER]
    for at in summaries[1:]:
        words = filter(None, [sections[at].heading, sections[at].block])
        builder.find(
            FindingCode.UNREAD, "", "Another version or protocol stands below: it was not read", *words
        )
    return sections[: summaries[1]] if len(summaries) > 1 else sections


def _put_dates(builder: DraftBuilder, protocol: Protocol) -> None:
    for name, pointer in ((_ENTERED, "/status/first_submitted"), (_END, "/status/completion_date")):
        if words := protocol.value(name):
            if date := partial_date(words.text):
                put_once(builder, pointer, {"date": date}, words)
            else:
                unread(builder, pointer, "The date", words)
    builder.say("/status/results_note", protocol.value("Trial results"))


def _put_titles(builder: DraftBuilder, protocol: Protocol) -> None:
    """The title for lay people is the brief one where there is one; else the full title is the only one."""
    full, lay, short = (protocol.value(code) for code in ("A.3", "A.3.1", "A.3.2"))
    builder.say("/brief_title", lay or full)
    builder.say("/official_title", full if lay else None)
    section = protocol.field("A.3.2")
    words = section.block if section else None
    if short and short.match(_ACRONYM):
        builder.say("/acronym", short)
    elif short:
        unread(builder, "/acronym", "The abbreviated title is no acronym: it", short)
    elif words and (reason := placeholder(words)):
        builder.missing("/acronym", reason, words)


def _put_status(builder: DraftBuilder, protocol: Protocol) -> None:
    """`Ongoing` does not say whether it recruits: it is left unread."""
    unknown: list[Slice] = []
    for name in ("Trial Status", "P. End of Trial Status"):
        words = protocol.value(name)
        status = lookup("enums", words.text, "OverallStatus") if words else None
        if words and status:
            put_once(builder, "/status/overall_status", status, words)
        elif words:
            unknown.append(words)
    if unknown:
        message = "The status says nothing that a status of the record says"
        builder.find(FindingCode.UNREAD, "/status/overall_status", message, *unknown)


def _put_condition(builder: DraftBuilder, protocol: Protocol) -> None:
    """The condition, in plain words where the medical ones are left out; the objective is the summary."""
    code = "E.1.1" if protocol.value("E.1.1") else "E.1.1.1"
    section = protocol.field(code)
    if section and protocol.value(code):
        builder.say_each("/conditions", *(line.item for line in section.printed))
    builder.say("/brief_summary", protocol.value("E.2.1"))


def _put_criteria(builder: DraftBuilder, protocol: Protocol, *, lines_lost: bool) -> None:
    sections = {name: protocol.field(code) for name, code in (("inclusion", "E.3"), ("exclusion", "E.4"))}
    named = {name: section for name, section in sections.items() if section}
    if lines_lost:
        put_lost_criteria(builder, named)
    else:
        put_criteria(builder, named)


def _say_translations(builder: DraftBuilder, protocol: Protocol) -> None:
    words: list[Slice] = [
        section.heading
        for section in protocol.sections
        if section.name.startswith(TRANSLATED) and section.heading
    ]
    if words:
        message = "The page says these again in another language: that was not read"
        builder.find(FindingCode.UNREAD, "", message, *words)
