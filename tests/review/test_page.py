"""What the file is, without a browser."""

import base64
import hashlib
import re
from dataclasses import replace
from typing import Any

import pytest

from extractor.evaluation import Suite
from extractor.evaluation.reporting.numbers import Numbers
from extractor.review import page, scored_page
from extractor.review.documents import scored_documents

LIMIT = 5_000_000


def test_the_file_names_nothing_outside_itself(seed_numbers: Numbers, seed: Suite) -> None:
    html = scored_page(seed_numbers, seed)
    before_script = html.partition("<script>")[0]
    links = re.findall(r"""\b(?:src|href|action|poster|srcset)=["']([^"']*)""", before_script)
    assert links
    assert all(link.startswith("#") for link in links)
    assert "url(" not in html.partition("</style>")[0]
    assert "@import" not in html


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(
    seed_numbers: Numbers, seed: Suite
) -> None:
    html = scored_page(seed_numbers, seed)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    rules = dict(rule.split(" ", 1) for rule in policy[1].split("; "))
    assert rules["default-src"] == "'none'"
    for name, tag in (("style-src", "style"), ("script-src", "script")):
        (inner,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode("utf-8")).digest()).decode("ascii")
        assert rules[name] == f"'sha256-{digest}'"


def test_equal_runs_give_equal_files(seed_numbers: Numbers, seed: Suite) -> None:
    assert scored_page(seed_numbers, seed) == scored_page(seed_numbers, seed)


@pytest.mark.slow
def test_two_hundred_documents_stay_below_five_megabytes(seed_numbers: Numbers, seed: Suite) -> None:
    documents = [_other(one, n) for n in range(40) for one in scored_documents(seed_numbers, seed)]
    html = page._page("t", {"overview": page.Markup("x" * 300_000)}, documents, "scored")  # noqa: SLF001
    assert len(documents) == 200
    assert len(html.encode("utf-8")) < LIMIT


def _other(document: dict[str, Any], n: int) -> dict[str, Any]:
    """The document in words of its own: copies would compress to nothing."""

    def told(text: str) -> str:
        return re.sub(r"\b[a-z]{4,}\b", lambda match: _word(match[0], n), text)

    values = [
        value | {side: told(value[side]) for side in ("gold", "predicted") if side in value}
        for value in document["values"]
    ]
    return document | {"text": told(document["text"]), "values": values}


def _word(word: str, n: int) -> str:
    """Every fourth word is another one in each copy."""
    digest = hashlib.sha256(f"{word} {n}".encode()).hexdigest()
    return digest[: len(word)] if digest[-1] in "0123" else word


def test_a_name_of_a_suite_is_not_markup(seed_numbers: Numbers, seed: Suite) -> None:
    header = replace(seed_numbers.header, suite='</title><script>alert("@STYLE@")</script>')
    html = scored_page(replace(seed_numbers, header=header), seed)
    assert html.count("<script") == 2
    assert "&lt;/title&gt;" in html
    assert html.count("<style>") == 1
