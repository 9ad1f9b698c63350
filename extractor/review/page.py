"""The whole page: one file with its style, its script and its data, and nothing from elsewhere."""

import base64
import hashlib
import re
from html import escape
from importlib.resources import files
from typing import Any, Literal

from extractor.evaluation.reporting.numbers import Numbers
from extractor.evaluation.runs.comparison import Comparison
from extractor.evaluation.runs.run import Run
from extractor.evaluation.suite import Suite
from extractor.review.documents import Texts, compared_documents, read_documents, scored_documents
from extractor.review.fields import descriptions
from extractor.review.markup import Markup, element, joined
from extractor.review.overview import compared_sections, read_sections, scored_sections
from extractor.review.payload import packed
from extractor.review.values import KINDS

Mode = Literal["scored", "read", "compared"]
_LEGENDS: dict[Mode, list[tuple[str, str]]] = {
    "scored": [("gold's words", "gold"), ("the reader's words", "read"), ("both", "gold read")],
    "read": [("the reader's words", "read")],
    "compared": [
        ("gold's words", "gold"),
        ("words before", "before"),
        ("words after", "read"),
        ("gold and after", "gold read"),
    ],
}
_PLACE = re.compile("@([A-Z]+)@")


def scored_page(numbers: Numbers, suite: Suite) -> str:
    """A scored reader as one HTML file: overview, fields, documents, each page beside gold and prediction.

    Raises what reading the suite's files raises.
    """
    head = numbers.header
    title = f"{head.suite}: {head.reader}"
    return _page(title, scored_sections(numbers), scored_documents(numbers, suite), "scored")


def read_page(run: Run, texts: Texts) -> str:
    """A run that nobody scored: each page beside its values, by what verification found.

    `texts` has the text of each page by its hash. Raises SuiteError for a page whose text is not there.
    """
    documents = read_documents(run, texts)
    return _page(f"{run.name}: {run.reader}", read_sections(documents), documents, "read")


def compared_page(comparison: Comparison, suite: Suite) -> str:
    """Two runs side by side as one HTML file: what differs, on each page and in each field.

    Raises what reading the suite's files raises.
    """
    documents = compared_documents(comparison, suite)
    title = f"{comparison.before.run.name} → {comparison.after.run.name}"
    return _page(title, compared_sections(comparison, documents), documents, "compared")


def _page(title: str, sections: dict[str, Markup], documents: list[dict[str, Any]], mode: Mode) -> str:
    used = {value["path"] for document in documents for value in document["values"]}
    data = {
        "title": title,
        "mode": mode,
        "kinds": KINDS,
        "fields": {path: told for path, told in descriptions().items() if path in used},
        "documents": documents,
    }
    parts = {
        "POLICY": _policy(_file("page.css"), _file("page.js")),
        "TITLE": escape(title),
        "STYLE": _file("page.css"),
        "NAVIGATION": _navigation(sections),
        "SECTIONS": joined(
            [element("section", body, id=name, aria_label=name) for name, body in sections.items()]
        ),
        "LEGEND": _legend(mode),
        "DATA": packed(data),
        "SCRIPT": _file("page.js"),
    }
    # One pass: nothing that is put in is looked at again.
    return _PLACE.sub(lambda match: parts[match[1]], _file("page.html"))


def _policy(style: str, script: str) -> str:
    """What the browser may do: run this style and this script, and fetch nothing at all."""
    rules = {
        "default-src": "'none'",
        "style-src": f"'sha256-{_digest(style)}'",
        "script-src": f"'sha256-{_digest(script)}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _file(name: str) -> str:
    return files("extractor.review").joinpath(name).read_text(encoding="utf-8")


def _navigation(sections: dict[str, Markup]) -> Markup:
    links = [element("a", name.capitalize(), href=f"#{name}") for name in sections]
    return joined([*links, element("a", "Pages", href="#document", id="to-document")])


def _legend(mode: Mode) -> Markup:
    return joined(
        [element("span", element("span", name, class_=f"s {mark}")) for name, mark in _LEGENDS[mode]]
    )
