"""Records of ClinicalTrials.gov in JSON and in XML: each field has its place, nothing is guessed."""

from itertools import groupby

from extractor.layout import ctgov_api_names, ctgov_xml_names
from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.eligibility import put_criteria
from extractor.layout.field_kinds import put_once, unread
from extractor.layout.headings import by_name, cut
from extractor.layout.page import Page
from extractor.layout.record_fields import DATES, FIELDS
from extractor.layout.record_lists import put_lists, put_outcomes, put_references, put_sites
from extractor.layout.record_names import Names
from extractor.layout.record_parties import put_identifiers, put_sponsors
from extractor.layout.record_tree import Leaf, tree_of
from extractor.layout.record_values import enum
from extractor.layout.sniffing import Layout, Sniff, weigh
from extractor.layout.study_design import put_masking, put_study_design
from extractor.records.draft import Draft
from extractor.records.finding import FindingCode
from extractor.records.source import PageKind
from extractor.structure.slices import Slice

_TYPE = enum("ActualEstimated")


def _layout(names: Names) -> Layout:
    def sniff(page: Page) -> Sniff:
        field = f"{names.root}/{names.primary}"
        there = bool(page.fields) and bool(tree_of(page.text, page.fields).leaf(field))
        return weigh([(there, 1.0, f"a record with the field {field}")])

    return Layout(names.layout, sniff, lambda page: _Record(page, names).read())


class _Record:
    def __init__(self, page: Page, names: Names) -> None:
        self.page = page
        self.names = names
        self.top = tree_of(page.text, page.fields)
        self.root = self.top.branch(names.root)
        self.builder = DraftBuilder(names.layout, PageKind.REGISTRY_PAGE)

    def read(self) -> Draft:
        put_identifiers(self.builder, self.root, self.names)
        put_sponsors(self.builder, self.root, self.names)
        for pointer, name in self.names.fields.items():
            self._field(pointer, name)
        self._designs()
        put_lists(self.builder, self.root, self.names)
        put_outcomes(self.builder, self.root, self.names)
        put_sites(self.builder, self.root, self.names)
        put_references(self.builder, self.root, self.names)
        self._criteria()
        self._results()
        self._rest()
        return self.builder.draft()

    def _field(self, pointer: str, names: str) -> None:
        for name in names.split("|"):
            where = self.top if name.startswith("/") else self.root
            for leaf in where.leaves(name.removeprefix("/")):
                FIELDS[pointer](self.builder, pointer, leaf)
            if pointer in DATES:
                self._date_type(pointer, self.root.leaf(self.names.type_of(name)))

    def _date_type(self, pointer: str, leaf: Leaf | None) -> None:
        if leaf and self.builder.get(pointer):
            _TYPE(self.builder, f"{pointer}/type", leaf)

    def _designs(self) -> None:
        """The design as XML keeps it."""
        for name, put in (("study_design_info/masking", put_masking), ("study_design", put_study_design)):
            for leaf in self.root.leaves(name):
                put(self.builder, leaf.words)

    def _criteria(self) -> None:
        leaf = self.root.leaf(self.names.criteria)
        if leaf is None:
            return
        first, *sections = cut(self.page.lines_in(leaf.words))
        known = {name: one for name, one in by_name(sections).items() if name in {"inclusion", "exclusion"}}
        put_criteria(self.builder, known, leaf.words)
        for section in (first, *sections):
            if section.block and section.name not in known:
                words = section.heading.to(section.block) if section.heading else section.block
                unread(self.builder, "/eligibility", "A part of the criteria", words)

    def _results(self) -> None:
        """Posted results are announced: their tables are not read."""
        fields = list(self.top.branch(self.names.results).unread())
        if not fields:
            return
        message = f"Posted results stand here and are not read: {len(fields)} fields"
        self.builder.find(FindingCode.UNREAD, "/results", message)
        at = self.page.text.rfind(self.names.results_heading, 0, fields[0].start)
        if self.builder.get("/status/has_results") is None and at >= 0:
            heading = Slice(self.page.text, at, at + len(self.names.results_heading))
            put_once(self.builder, "/status/has_results", value=True, words=heading)

    def _rest(self) -> None:
        """Say of every field that is neither read nor known to be left out that it stands there."""
        known = (*self.names.left_out, self.names.results)
        rest = [leaf for leaf in self.top.unread() if not _is_below(leaf.path, known)]
        for path, leaves in groupby(rest, key=lambda leaf: leaf.path):
            words = [leaf.words for leaf in leaves]
            self.builder.find(FindingCode.UNREAD, "", f"The field {path} is not read", *words)


def _is_below(path: str, tops: tuple[str, ...]) -> bool:
    return any(path == top or path.startswith(f"{top}/") for top in tops)


API = _layout(ctgov_api_names.NAMES)
XML = _layout(ctgov_xml_names.NAMES)
