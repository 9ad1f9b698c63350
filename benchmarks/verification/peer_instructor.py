"""Asks instructor's CitationMixin about words. Runs in the environment that `peers.py` makes for it.

    python peer_instructor.py QUESTIONS ANSWERS

A question is a page's id and words. They become the one entry of `substring_quotes` of a model with the
mixin, validated with the page as context. The answer is what `substring_quotes` holds afterwards: the same
words, other words of the page, or nothing.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path

from instructor import CitationMixin


class Fact(CitationMixin):
    """A value with its quotes."""

    value: str


def main(questions: Path, answers: Path) -> None:
    """Answer every question."""
    asked = json.loads(questions.read_text(encoding="utf-8"))
    rows = [_answer(asked["pages"][row["page"]], row["words"]) for row in asked["rows"]]
    found = {"version": version("instructor"), "rows": rows}
    answers.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def _answer(page: str, words: str) -> dict[str, list[str]]:
    fact = Fact.model_validate({"value": words, "substring_quotes": [words]}, context={"context": page})
    return {"returned": fact.substring_quotes}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
