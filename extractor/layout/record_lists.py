"""Lists of objects of a record: arms and what they receive, outcomes, sites, references."""

from collections.abc import Mapping

from extractor.layout.citations import put_citation
from extractor.layout.draft_builder import DraftBuilder
from extractor.layout.field_kinds import unread
from extractor.layout.outcome_table import put_abbreviation
from extractor.layout.record_fields import CONTACT, LISTS, NEEDED, OUTCOME, REFERENCE, SITE
from extractor.layout.record_names import Names
from extractor.layout.record_tree import Branch
from extractor.layout.record_values import Write
from extractor.normalise.terms import fold, lookup
from extractor.records.arms import LinkBasis
from extractor.structure.slices import Slice

_KEYS = {"/arms": "A", "/interventions": "I"}


def put_lists(builder: DraftBuilder, record: Branch, names: Names) -> None:
    """Lists whose objects hold nothing but fields, and which intervention each arm receives."""
    for pointer, fields in LISTS.items():
        name, parts = names.lists[pointer]
        for one in _objects(record, name):
            place = _put(builder, pointer, one, fields, parts)
            if place and pointer == "/interventions":
                _put_links(builder, place, one, names)


def _objects(record: Branch, names: str) -> list[Branch]:
    return [one for name in names.split("|") if name for one in record.branches(name)]


def _put(
    builder: DraftBuilder, pointer: str, one: Branch, fields: Mapping[str, Write], names: Mapping[str, str]
) -> str:
    """Write one object; its pointer, or `""` where it lacks what names it."""
    head = next(iter(fields))
    if pointer in NEEDED and one.leaf(names[head]) is None:
        for leaf in one.unread():
            unread(builder, pointer, f"An object without {head}", leaf.words)
        return ""
    place = builder.item(pointer)
    if pointer in _KEYS:
        builder.put(f"{place}/key", f"{_KEYS[pointer]}{len(builder.get(pointer))}")
    put_fields(builder, place, one, fields, names)
    return place


def put_fields(
    builder: DraftBuilder, place: str, one: Branch, fields: Mapping[str, Write], names: Mapping[str, str]
) -> None:
    """Write the fields of an object that has a place."""
    for field, write in fields.items():
        for leaf in one.leaves(names[field]) if field in names else ():
            write(builder, f"{place}/{field}", leaf)


def _put_links(builder: DraftBuilder, intervention: str, one: Branch, names: Names) -> None:
    """The labels of the arms that receive an intervention."""
    arms = {fold(arm["label"]): arm["key"] for arm in builder.get("/arms") or []}
    for leaf in one.leaves(names.arm_labels):
        key = arms.get(fold(leaf.text))
        if key is None:
            unread(builder, "/arm_interventions", "The label of an arm that is not listed", leaf.words)
            continue
        link = builder.item("/arm_interventions", None, leaf.words)
        builder.put(f"{link}/arm", key)
        builder.put(f"{link}/intervention", builder.get(f"{intervention}/key"))
        builder.put(f"{link}/basis", LinkBasis.SECTION)


def put_outcomes(builder: DraftBuilder, record: Branch, names: Names) -> None:
    """Outcomes, each of the rank of its list."""
    for kind, name in names.outcomes.items():
        for one in record.branches(name):
            measure = one.leaf(names.outcome["measure"])
            if measure is None:
                for leaf in one.unread():
                    unread(builder, "/outcomes", "An outcome without a measure", leaf.words)
                continue
            place = builder.item("/outcomes", {"kind": kind})
            builder.words(f"{place}/kind", measure.words)
            put_fields(builder, place, one, OUTCOME, names.outcome)
            put_abbreviation(builder, place, measure.words)


def put_sites(builder: DraftBuilder, record: Branch, names: Names) -> None:
    """Sites, each once, and the countries they are in."""
    countries: dict[str, str] = {}
    for one in record.branches(names.sites):
        place = builder.item("/locations")
        put_fields(builder, place, one, SITE, names.site)
        if country := one.leaf(names.site["country"]):
            if iso2 := lookup("countries", country.text):
                builder.put(f"{place}/country_iso2", iso2, country.words)
            _put_country(builder, countries, country.words)
        for contact in (contact for name in names.site_contacts for contact in one.branches(name)):
            put_fields(builder, builder.item(f"{place}/contacts"), contact, CONTACT, names.contact)
    if names.countries:
        for leaf in record.leaves(names.countries):
            _put_country(builder, countries, leaf.words)


def _put_country(builder: DraftBuilder, known: dict[str, str], words: Slice) -> None:
    """A country once; later places are more words for it."""
    if place := known.get(fold(words.text)):
        builder.words(place, words)
    else:
        known[fold(words.text)] = builder.item("/countries", words.text, words)


def put_references(builder: DraftBuilder, record: Branch, names: Names) -> None:
    """References with what their citations tell apart."""
    for one in (one for name in names.references for one in record.branches(name)):
        citation = one.leaf(names.reference["citation"])
        if citation is None:
            for leaf in one.unread():
                unread(builder, "/references", "A reference without a citation", leaf.words)
            continue
        place = builder.item("/references")
        put_citation(builder, place, citation.words)
        put_fields(builder, place, one, REFERENCE, names.reference)
        if retractions := names.reference.get("retraction_pmids"):
            for gone in one.branches(retractions):
                builder.say_each(f"{place}/retraction_pmids", *(leaf.words for leaf in gone.leaves("pmid")))
