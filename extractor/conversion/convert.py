"""Which files are converted to text, and by what."""

import re

from extractor.conversion.converted import Converted
from extractor.conversion.html_page import html_text
from extractor.conversion.json_record import json_tree
from extractor.conversion.record_labels import API_LABELS, XML_LABELS
from extractor.conversion.rendering import render
from extractor.conversion.xml_record import xml_tree

HTML, JSON, XML = "text/html", "application/json", "application/xml"
MEDIA_TYPES = {
    ".html": HTML,
    ".htm": HTML,
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".json": JSON,
    ".xml": XML,
}
"""What the suffix of a file says it is; a file of any other suffix is looked into."""
_RECORD_TEXT = "record-text 1"
"""The name and version of our own writing-down of records; a change of it is a change of offsets."""
# The groups are atomic: a page that begins with many comments is not tried in every way to cut them.
_HTML_START = re.compile(
    r"(?>\s*)(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_JSON_START = re.compile(r"\s*[{\[](?=.*\"protocolSection\"\s*:)", re.DOTALL)
_XML_START = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>)?\s*<clinical_study\b")


def sniffed(text: str) -> str:
    """The media type of text that nobody named one for: HTML, a trial record, or plain text."""
    for start, media in ((_HTML_START, HTML), (_JSON_START, JSON), (_XML_START, XML)):
        if start.match(text):
            return media
    return "text/plain"


def convert(text: str, media_type: str, name: str) -> Converted | None:
    """The text of a file of a media type, or None where it is its own text; `name` is what errors call it.

    Raises MalformedDocumentError and DocumentTooLargeError.
    """
    if media_type == HTML:
        return html_text(text)
    if media_type == JSON:
        return render(json_tree(text, name), API_LABELS, _RECORD_TEXT)
    if media_type == XML:
        return render(xml_tree(text, name), XML_LABELS, _RECORD_TEXT)
    return None
