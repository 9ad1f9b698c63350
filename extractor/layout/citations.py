"""Writes a printed citation and its parts into a draft."""

from extractor.layout.draft_builder import DraftBuilder
from extractor.normalise.citations import citation_head, citation_parts, citation_pmid
from extractor.structure.slices import Slice


def put_citation(builder: DraftBuilder, reference: str, words: Slice) -> None:
    """Write the citation, and what its form tells apart: authors, title, journal, dates, pages, DOI, PMID."""
    builder.say(f"{reference}/citation", words)
    if head := citation_head(words.text):
        builder.say_each(f"{reference}/authors", *(words.cut(*span) for span in head.authors))
        builder.say(f"{reference}/title", words.cut(*head.title))
    if pmid := citation_pmid(words.text):
        builder.say(f"{reference}/pmid", words.cut(*pmid))
    for name, value in citation_parts(words.text).items():
        if value:
            builder.put(f"{reference}/{name}", value)
